//! `MappedPageTable` of the `x86_64` crate, version 0.7.7, as a subject of pagetck.
//!
//! The mapper asks for the place of each table, so an address outside the memory shows at once. What its types cannot hold
//! is unsupported: no user of the crate could have asked for it.

mod typed;

use std::rc::Rc;

use pagetck::{Answer, Done, Flush, Host, Refusal, Size, Subject};
use x86_64_paging::structures::paging::mapper::{MapperAllSizes, TranslateResult};
use x86_64_paging::structures::paging::{
    FrameAllocator, MappedPageTable, Mapper, PageSize, PageTable, PhysFrame, Size1GiB, Size2MiB,
    Size4KiB,
};
use x86_64_paging::PhysAddr;

struct Mapped2019 {
    host: Rc<Host>,
}

/// Calls a function for the crate's type of a page size.
macro_rules! sized {
    ($size:expr, $function:ident($($argument:expr),*)) => {
        match $size {
            Size::FourKib => $function::<Size4KiB, _>($($argument),*),
            Size::TwoMib => $function::<Size2MiB, _>($($argument),*),
            Size::OneGib => $function::<Size1GiB, _>($($argument),*),
        }
    };
}

impl Mapped2019 {
    /// A mapper for one call: between calls the host writes to the tables.
    fn mapper(&self) -> impl MapperAllSizes + '_ {
        let place =
            |frame: PhysFrame| self.host.table(frame.start_address().as_u64()) as *mut PageTable;
        unsafe { MappedPageTable::new(&mut *self.host.table(self.host.root()).cast(), place) }
    }
}

impl Subject for Mapped2019 {
    fn describe() -> String {
        format!(
            "name = x86_64 MappedPageTable\n\
             version = {}\n\
             url = https://github.com/rust-osdev/x86_64\n\
             contract = x86_64-2019\n\
             effects = diff\n",
            env!("CARGO_PKG_VERSION")
        )
    }

    fn open(host: Rc<Host>) -> Option<Self> {
        (host.levels() == 4).then_some(Mapped2019 { host })
    }

    fn map(&mut self, page: u64, size: Size, frame: u64, flags: u64, table: Option<u64>) -> Answer {
        if table.is_some() {
            return Err(Refusal::Unsupported);
        }
        sized!(
            size,
            map(self.mapper(), Frames(&self.host), page, frame, flags)
        )
    }

    fn unmap(&mut self, page: u64, size: Size) -> Answer {
        sized!(size, unmap(self.mapper(), page))
    }

    fn update_flags(&mut self, page: u64, size: Size, flags: u64) -> Answer {
        sized!(size, update_flags(self.mapper(), page, flags))
    }

    fn translate_page(&mut self, page: u64, size: Size) -> Answer {
        sized!(size, translate_page(self.mapper(), page))
    }

    fn translate(&mut self, address: u64) -> Answer {
        match self.mapper().translate(typed::address(address)?) {
            TranslateResult::Frame4KiB { frame, offset } => {
                Ok(translated(frame, offset, Size::FourKib))
            }
            TranslateResult::Frame2MiB { frame, offset } => {
                Ok(translated(frame, offset, Size::TwoMib))
            }
            TranslateResult::Frame1GiB { frame, offset } => {
                Ok(translated(frame, offset, Size::OneGib))
            }
            TranslateResult::PageNotMapped => Err(Refusal::NotMapped),
            TranslateResult::InvalidFrameAddress(_) => Err(Refusal::InvalidFrameAddress),
        }
    }
}

struct Frames<'a>(&'a Host);

unsafe impl FrameAllocator<Size4KiB> for Frames<'_> {
    fn allocate_frame(&mut self) -> Option<PhysFrame> {
        let frame = self.0.take_frame()?;
        Some(PhysFrame::containing_address(PhysAddr::new(frame)))
    }
}

fn done(frame: u64, flush: Flush) -> Done {
    Done {
        frame,
        flush,
        ..Done::default()
    }
}

fn translated<S: PageSize>(frame: PhysFrame<S>, offset: u64, size: Size) -> Done {
    Done {
        offset,
        size,
        ..done(frame.start_address().as_u64(), Flush::Nothing)
    }
}

fn map<S: PageSize, M: Mapper<S>>(
    mut mapper: M,
    mut frames: Frames,
    page: u64,
    frame: u64,
    flags: u64,
) -> Answer {
    let page = typed::page::<S>(page)?;
    let frame = typed::frame::<S>(frame)?;
    let flags = typed::flags(flags)?;
    unsafe { mapper.map_to(page, frame, flags, &mut frames) }
        .map_err(typed::map_error)?
        .ignore();
    Ok(done(0, Flush::Page))
}

fn unmap<S: PageSize, M: Mapper<S>>(mut mapper: M, page: u64) -> Answer {
    let (frame, flush) = mapper
        .unmap(typed::page::<S>(page)?)
        .map_err(typed::unmap_error)?;
    flush.ignore();
    Ok(done(frame.start_address().as_u64(), Flush::Page))
}

fn update_flags<S: PageSize, M: Mapper<S>>(mut mapper: M, page: u64, flags: u64) -> Answer {
    let page = typed::page::<S>(page)?;
    mapper
        .update_flags(page, typed::flags(flags)?)
        .map_err(typed::update_error)?
        .ignore();
    Ok(done(0, Flush::Page))
}

fn translate_page<S: PageSize, M: Mapper<S>>(mapper: M, page: u64) -> Answer {
    let frame = mapper
        .translate_page(typed::page::<S>(page)?)
        .map_err(typed::translate_error)?;
    Ok(done(frame.start_address().as_u64(), Flush::Nothing))
}

pagetck::export!(Mapped2019);
