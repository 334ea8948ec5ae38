use std::rc::Rc;

use crate::{Answer, Host, Refusal, Size};

/// A mapper under test, as its adapter presents it.
///
/// Pages, frames and addresses come as they stand in the trace. An adapter that cannot express one of them in the
/// mapper's types answers [`Refusal::Unsupported`], or declares `arguments = unchecked` so that it does not come.
/// Panics are caught outside: the adapter need not.
///
/// Flags are the bits of an entry in their hardware places; PAT is bit 12 whatever the size.
pub trait Subject: Sized {
    /// The declaration: `key = value` lines. `pagetck.h` lists the keys.
    fn describe() -> String;

    /// A mapper over a host; nothing if that cannot be, for want of a fifth level, say.
    fn open(host: Rc<Host>) -> Option<Self>;

    /// Maps a page. Without `table_flags` the flags of links follow from `flags`. Tells: flush.
    fn map(
        &mut self,
        page: u64,
        size: Size,
        frame: u64,
        flags: u64,
        table_flags: Option<u64>,
    ) -> Answer;

    /// Removes a page. Tells: frame, flags, flush.
    fn unmap(&mut self, page: u64, size: Size) -> Answer;

    /// Replaces the flags of a page. Tells: flush.
    fn update_flags(&mut self, page: u64, size: Size, flags: u64) -> Answer;

    /// Looks a page of this size up. Tells: frame, flags.
    fn translate_page(&mut self, page: u64, size: Size) -> Answer;

    /// Looks the page of any size up that holds an address. Tells: frame, flags, offset, size.
    fn translate(&mut self, address: u64) -> Answer;

    /// Removes whatever stands in the entry of a page. Tells: frame, flags, flush; of an entry without PRESENT the
    /// whole word as offset, flags without PRESENT, and flush. Optional.
    fn clear(&mut self, _page: u64, _size: Size) -> Answer {
        Err(Refusal::Unsupported)
    }

    /// Replaces the flags of the link at `level` on the way to an address. Tells: flush. Optional.
    fn set_table_flags(&mut self, _address: u64, _level: u32, _flags: u64) -> Answer {
        Err(Refusal::Unsupported)
    }

    /// Gives back the empty tables between two virtual addresses, both inclusive. Tells: flush. Optional.
    fn clean_up(&mut self, _first: u64, _last: u64) -> Answer {
        Err(Refusal::Unsupported)
    }
}
