//! The adapter: what the suite asks, in the words of the mapper. `mapper.rs` stands in the place of YOUR MAPPER; to judge
//! yours, name it in `Cargo.toml` and call it here.

mod mapper;

use mapper::{Error, Found, Mapper};
use pagetck::{Answer, Done, Flush, Host, Refusal, Size, Subject};
use std::rc::Rc;

struct Adapter {
    host: Rc<Host>,
}

impl Adapter {
    /// YOUR MAPPER is made here, over the tables that start at `host.root()`. It is made anew for each call, because the
    /// suite writes to the tables between calls; a mapper that keeps nothing outside of them may as well be kept.
    fn mapper(&self) -> Mapper<'_> {
        Mapper::new(&self.host)
    }
}

/// The reasons of YOUR MAPPER. One that it does not give is declared by `merge`; see the README.
fn refusal(error: Error) -> Refusal {
    match error {
        Error::AlreadyMapped => Refusal::AlreadyMapped,
        Error::ParentHugePage => Refusal::ParentHugePage,
        Error::ParentReserved => Refusal::ParentReserved,
        Error::TableEntry => Refusal::TableEntry,
        Error::NotMapped => Refusal::NotMapped,
        Error::NoFrame => Refusal::NoFrame,
        Error::InvalidFrame => Refusal::InvalidFrameAddress,
        Error::InvalidFlags => Refusal::InvalidFlags,
        Error::NonCanonical => Refusal::NonCanonical,
        Error::Misaligned => Refusal::Misaligned,
        Error::OutOfRange => Refusal::OutOfRange,
    }
}

/// What the caller has to flush, if the mapper says so. One that does not answers `Flush::Unknown`.
fn flushed(page: bool) -> Done {
    let flush = if page { Flush::Page } else { Flush::Nothing };
    Done { flush, ..Done::default() }
}

fn found(page: Found) -> Done {
    Done { frame: page.frame, flags: page.flags, ..Done::default() }
}

impl Subject for Adapter {
    /// `pagetck discover native:…` writes these lines for a mapper that you do not know the answers of.
    fn describe() -> String {
        "name = mapper from pagetck new\nversion = 0.1.0\ncontract = strict\nlevels = 4\nsizes = 4K\n\
         operations = map unmap update-flags translate-page translate\nparent-flags = permissive\neffects = stores\n"
            .into()
    }

    fn open(host: Rc<Host>) -> Option<Self> {
        (host.levels() == 4).then_some(Adapter { host })
    }

    fn map(&mut self, page: u64, size: Size, frame: u64, flags: u64, table_flags: Option<u64>) -> Answer {
        if size != Size::FourKib || table_flags.is_some() {
            return Err(Refusal::Unsupported); // what the mapper cannot be asked is no verdict on it
        }
        self.mapper().map(page, frame, flags).map(|()| flushed(false)).map_err(refusal)
    }

    fn unmap(&mut self, page: u64, size: Size) -> Answer {
        if size != Size::FourKib {
            return Err(Refusal::Unsupported);
        }
        let removed = self.mapper().unmap(page).map_err(refusal)?;
        Ok(Done { flush: Flush::Page, ..found(removed) })
    }

    fn update_flags(&mut self, page: u64, size: Size, flags: u64) -> Answer {
        if size != Size::FourKib {
            return Err(Refusal::Unsupported);
        }
        self.mapper().update(page, flags).map(flushed).map_err(refusal)
    }

    fn translate_page(&mut self, page: u64, size: Size) -> Answer {
        if size != Size::FourKib {
            return Err(Refusal::Unsupported);
        }
        self.mapper().page(page).map(found).map_err(refusal)
    }

    fn translate(&mut self, address: u64) -> Answer {
        let (size, page) = self.mapper().translate(address).map_err(refusal)?;
        let offset = address & ((1 << (12 + 9 * (size - 1))) - 1);
        let size = [Size::FourKib, Size::TwoMib, Size::OneGib][size as usize - 1];
        Ok(Done { size, offset, ..found(page) })
    }
}

pagetck::export!(Adapter);
