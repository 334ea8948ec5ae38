//! The adapter for `page_table_multiarch`.
//!
//! The crate's calls name an address and act on the mapping of whatever size that they find there. Where a call of the
//! suite names a page of a size that the crate would not hear of, the adapter looks first, and does not make a call that
//! means something else.

mod handler;

use std::mem::ManuallyDrop;
use std::rc::Rc;

use handler::{Frames, Visit};
use memory_addr::{PhysAddr, VirtAddr};
use page_table_multiarch::x86_64::X64PageTable;
use page_table_multiarch::{MappingFlags, PageSize, PagingError};
use pagetck::{Answer, Done, Flush, Host, Refusal, Size, Subject};

const PRESENT: u64 = 1;
const WRITABLE: u64 = 1 << 1;
const USER: u64 = 1 << 2;
const NO_EXECUTE: u64 = 1 << 63;

struct Adapter {
    host: Rc<Host>,
}

type Tables = ManuallyDrop<X64PageTable<Frames>>;

impl Adapter {
    /// Calls the crate over the tables as they are: the suite writes to them between calls, so they are looked at afresh.
    /// They outlive the value that stands for them, which would give them back.
    fn with<T>(&self, call: impl FnOnce(&mut Tables) -> T) -> T {
        let _visit = Visit::new(&self.host);
        let mut tables = ManuallyDrop::new(X64PageTable::try_new().expect("the root is there"));
        handler::root_is_taken();
        call(&mut tables)
    }
}

fn page_size(size: Size) -> PageSize {
    match size {
        Size::FourKib => PageSize::Size4K,
        Size::TwoMib => PageSize::Size2M,
        Size::OneGib => PageSize::Size1G,
    }
}

fn size(size: PageSize) -> Size {
    match size {
        PageSize::Size4K => Size::FourKib,
        PageSize::Size2M => Size::TwoMib,
        PageSize::Size1G => Size::OneGib,
        PageSize::Size1M => unreachable!("x86-64 has none"),
    }
}

/// The flags in the crate's words. Without PRESENT it knows no rights: such flags are all or nothing.
fn mapping_flags(flags: u64) -> Result<MappingFlags, Refusal> {
    if flags & PRESENT == 0 {
        return if flags == 0 { Ok(MappingFlags::empty()) } else { Err(Refusal::Unsupported) };
    }
    let mut mapping = MappingFlags::READ;
    mapping.set(MappingFlags::WRITE, flags & WRITABLE != 0);
    mapping.set(MappingFlags::USER, flags & USER != 0);
    mapping.set(MappingFlags::EXECUTE, flags & NO_EXECUTE == 0);
    Ok(mapping)
}

fn bits(flags: MappingFlags) -> u64 {
    if flags.is_empty() {
        return 0;
    }
    let has = |flag, bit| if flags.contains(flag) { bit } else { 0 };
    PRESENT
        | has(MappingFlags::WRITE, WRITABLE)
        | has(MappingFlags::USER, USER)
        | (NO_EXECUTE ^ has(MappingFlags::EXECUTE, NO_EXECUTE))
}

fn refusal(error: PagingError) -> Refusal {
    match error {
        PagingError::NoMemory => Refusal::NoFrame,
        PagingError::NotAligned => Refusal::Misaligned,
        PagingError::NotMapped => Refusal::NotMapped,
        PagingError::AlreadyMapped => Refusal::AlreadyMapped,
        PagingError::MappedToHugePage => Refusal::ParentHugePage,
    }
}

/// A page that was found, or removed. The crate answers where the address leads, which may lie inside the page.
fn found((address, flags, found): (PhysAddr, MappingFlags, PageSize), inside: u64) -> Done {
    let offset = inside & (found as u64 - 1);
    Done {
        frame: address.as_usize() as u64 - offset,
        flags: bits(flags),
        offset,
        size: size(found),
        ..Done::default()
    }
}

impl Adapter {
    /// Refuses to ask for a page that is larger than the mapping at its address: the crate would act on that one.
    fn expect(&self, page: u64, wanted: Size) -> Result<(), Refusal> {
        match self.with(|tables| tables.query(VirtAddr::from(page as usize))) {
            Ok((_, _, found)) if (found as u64) < page_size(wanted) as u64 => Err(Refusal::Unsupported),
            Ok(_) => Ok(()),
            Err(_) if self.leaf_is_larger(page, wanted) => Ok(()),
            Err(_) => Err(Refusal::Unsupported),
        }
    }

    /// Whether the way to a page that is not there ends no deeper than at its own entry.
    fn leaf_is_larger(&self, page: u64, wanted: Size) -> bool {
        handler::depth(&self.host, page) >= handler::leaf_level(page_size(wanted))
    }
}

impl Subject for Adapter {
    fn describe() -> String {
        "name = page_table_multiarch\n\
         version = 0.6.2\n\
         url = https://github.com/arceos-org/page_table_multiarch\n\
         contract = strict\n\
         levels = 4\n\
         operations = map unmap update-flags translate\n\
         flags = PRESENT WRITABLE USER NO_EXECUTE\n\
         arguments = unchecked\n\
         parent-flags = permissive\n\
         huge-part = whole\n\
         merge = PARENT_RESERVED>PARENT_HUGE_PAGE\n\
         planted = LINK\n\
         effects = diff\n"
            .into()
    }

    fn open(host: Rc<Host>) -> Option<Self> {
        (host.levels() == 4).then_some(Adapter { host })
    }

    fn map(&mut self, page: u64, size: Size, frame: u64, flags: u64, table_flags: Option<u64>) -> Answer {
        if table_flags.is_some() {
            return Err(Refusal::Unsupported);
        }
        let flags = mapping_flags(flags)?;
        let (page, frame) = (VirtAddr::from(page as usize), PhysAddr::from(frame as usize));
        self.with(|tables| tables.cursor().map(page, frame, page_size(size), flags))
            .map(|()| Done { flush: Flush::Unknown, ..Done::default() })
            .map_err(refusal)
    }

    fn unmap(&mut self, page: u64, size: Size) -> Answer {
        self.expect(page, size)?;
        let removed = self.with(|tables| tables.cursor().unmap(VirtAddr::from(page as usize)));
        let (frame, flags, _) = removed.map_err(refusal)?;
        Ok(Done { frame: frame.as_usize() as u64, flags: bits(flags), flush: Flush::Unknown, ..Done::default() })
    }

    fn update_flags(&mut self, page: u64, size: Size, flags: u64) -> Answer {
        self.expect(page, size)?;
        let flags = mapping_flags(flags)?;
        self.with(|tables| tables.cursor().protect(VirtAddr::from(page as usize), flags))
            .map(|_| Done { flush: Flush::Unknown, ..Done::default() })
            .map_err(refusal)
    }

    /// The crate answers for addresses, not for pages of a size.
    fn translate_page(&mut self, _page: u64, _size: Size) -> Answer {
        Err(Refusal::Unsupported)
    }

    fn translate(&mut self, address: u64) -> Answer {
        let answer = self.with(|tables| tables.query(VirtAddr::from(address as usize)));
        Ok(found(answer.map_err(refusal)?, address))
    }
}

pagetck::export!(Adapter);
