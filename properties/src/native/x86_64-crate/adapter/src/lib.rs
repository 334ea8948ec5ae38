//! What the adapters of the `x86_64` crate's mappers share. The crate's traits are the same for all of them.

mod frames;
mod typed;
pub mod way;

use std::marker::PhantomData;
use std::rc::Rc;

use pagetck::{Answer, Done, Flush, Host, Refusal, Size, Subject};
use x86_64::structures::paging::mapper::{
    CleanUp, MappedFrame, Mapper, MapperAllSizes, MapperFlushAll, Translate, TranslateResult,
};
use x86_64::structures::paging::{Page, PageSize, PageTableFlags, Size1GiB, Size2MiB, Size4KiB};

pub use frames::{root, Frames};
use way::Way;

/// One of the crate's mappers.
pub trait Kind {
    const NAME: &'static str;
    const VERSION: &'static str;
    type Mapper<'a>: MapperAllSizes + Translate + CleanUp;

    /// A mapper for one call.
    fn mapper(host: &Host) -> Self::Mapper<'_>;

    /// Whether the mapper can work in this host's memory.
    fn takes(_host: &Host) -> bool {
        true
    }

    /// Whether a call must not be made, because the mapper would leave the memory unnoticed.
    fn leads_out(_host: &Host, _way: Way) -> bool {
        false
    }
}

pub struct Adapter<K> {
    host: Rc<Host>,
    kind: PhantomData<K>,
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

impl<K: Kind> Adapter<K> {
    /// The mapper for a call that goes towards an address.
    fn towards(&self, address: u64, lowest: u32, added: u64) -> Result<K::Mapper<'_>, Refusal> {
        self.on(Way::Page {
            address,
            lowest,
            added,
        })
    }

    fn on(&self, way: Way) -> Result<K::Mapper<'_>, Refusal> {
        if K::leads_out(&self.host, way) {
            return Err(Refusal::Wild);
        }
        Ok(K::mapper(&self.host))
    }
}

impl<K: Kind> Subject for Adapter<K> {
    fn describe() -> String {
        format!(
            "name = {}\n\
             version = {}\n\
             url = https://github.com/rust-osdev/x86_64\n\
             contract = x86_64-0.15\n\
             operations = map map-with-table-flags unmap update-flags translate-page translate \
             set-table-flags clean-up\n\
             flags = all -PAT\n\
             effects = diff\n",
            K::NAME,
            K::VERSION
        )
    }

    fn open(host: Rc<Host>) -> Option<Self> {
        (host.levels() == 4 && K::takes(&host)).then_some(Adapter {
            host,
            kind: PhantomData,
        })
    }

    fn map(
        &mut self,
        page: u64,
        size: Size,
        frame: u64,
        flags: u64,
        table_flags: Option<u64>,
    ) -> Answer {
        let rights =
            PageTableFlags::PRESENT | PageTableFlags::WRITABLE | PageTableFlags::USER_ACCESSIBLE;
        let added = table_flags.unwrap_or(flags & rights.bits());
        let mut mapper = self.towards(page, size.level(), added)?;
        sized!(
            size,
            map(&mut mapper, &self.host, page, frame, flags, table_flags)
        )
    }

    fn unmap(&mut self, page: u64, size: Size) -> Answer {
        let mut mapper = self.towards(page, size.level(), 0)?;
        sized!(size, unmap(&mut mapper, &self.host, page))
    }

    fn update_flags(&mut self, page: u64, size: Size, flags: u64) -> Answer {
        let mut mapper = self.towards(page, size.level(), 0)?;
        sized!(size, update_flags(&mut mapper, &self.host, page, flags))
    }

    fn translate_page(&mut self, page: u64, size: Size) -> Answer {
        let mapper = self.towards(page, size.level(), 0)?;
        sized!(size, translate_page(&mapper, page))
    }

    fn translate(&mut self, address: u64) -> Answer {
        let address = typed::address(address)?;
        let mapper = self.towards(address.as_u64(), 1, 0)?;
        match mapper.translate(address) {
            TranslateResult::Mapped {
                frame,
                offset,
                flags,
            } => {
                let size = match frame {
                    MappedFrame::Size4KiB(_) => Size::FourKib,
                    MappedFrame::Size2MiB(_) => Size::TwoMib,
                    MappedFrame::Size1GiB(_) => Size::OneGib,
                };
                Ok(Done {
                    frame: frame.start_address().as_u64(),
                    flags: typed::hardware_flags(flags, size),
                    offset,
                    size,
                    flush: Flush::Nothing,
                })
            }
            TranslateResult::NotMapped => Err(Refusal::NotMapped),
            TranslateResult::InvalidFrameAddress(_) => Err(Refusal::InvalidFrameAddress),
        }
    }

    fn set_table_flags(&mut self, address: u64, level: u32, flags: u64) -> Answer {
        let page = Page::<Size4KiB>::containing_address(typed::address(address)?);
        let flags = typed::flags(flags)?;
        let mut mapper = self.towards(address, level, 0)?;
        let changed = match level {
            4 => unsafe { mapper.set_flags_p4_entry(page, flags) },
            3 => unsafe { mapper.set_flags_p3_entry(page, flags) },
            2 => unsafe { mapper.set_flags_p2_entry(page, flags) },
            _ => return Err(Refusal::Unsupported),
        };
        changed
            .map(MapperFlushAll::ignore)
            .map_err(typed::update_error)?;
        Ok(flushing(Flush::All))
    }

    /// The crate asks for no flush here.
    fn clean_up(&mut self, first: u64, last: u64) -> Answer {
        let pages = Page::range_inclusive(
            Page::containing_address(typed::address(first)?),
            Page::containing_address(typed::address(last)?),
        );
        // No range of pages is the empty range of bytes that begins and ends in one page.
        if first > last && !pages.is_empty() {
            return Err(Refusal::Unsupported);
        }
        let mut mapper = self.on(Way::Range { first, last })?;
        unsafe { mapper.clean_up_addr_range(pages, &mut Frames(&self.host)) };
        Ok(flushing(Flush::Nothing))
    }
}

fn flushing(flush: Flush) -> Done {
    Done {
        flush,
        ..Done::default()
    }
}

fn map<S: PageSize, M: Mapper<S>>(
    mapper: &mut M,
    host: &Host,
    page: u64,
    frame: u64,
    flags: u64,
    table_flags: Option<u64>,
) -> Answer {
    let page = typed::page::<S>(page)?;
    let frame = typed::frame::<S>(frame)?;
    let flags = typed::flags(flags)?;
    let mut frames = Frames(host);
    let mapped = match table_flags {
        None => unsafe { mapper.map_to(page, frame, flags, &mut frames) },
        Some(table_flags) => {
            let table_flags = typed::flags(table_flags)?;
            unsafe { mapper.map_to_with_table_flags(page, frame, flags, table_flags, &mut frames) }
        }
    };
    let flush = mapped.map_err(typed::map_error)?;
    Ok(flushing(typed::flush(host, page, flush)))
}

fn unmap<S: PageSize, M: Mapper<S>>(mapper: &mut M, host: &Host, page: u64) -> Answer {
    let page = typed::page::<S>(page)?;
    let (frame, flush) = mapper.unmap(page).map_err(typed::unmap_error)?;
    Ok(Done {
        frame: frame.start_address().as_u64(),
        ..flushing(typed::flush(host, page, flush))
    })
}

fn update_flags<S: PageSize, M: Mapper<S>>(
    mapper: &mut M,
    host: &Host,
    page: u64,
    flags: u64,
) -> Answer {
    let page = typed::page::<S>(page)?;
    let flags = typed::flags(flags)?;
    let flush = unsafe { mapper.update_flags(page, flags) }.map_err(typed::update_error)?;
    Ok(flushing(typed::flush(host, page, flush)))
}

fn translate_page<S: PageSize, M: Mapper<S>>(mapper: &M, page: u64) -> Answer {
    let frame = mapper
        .translate_page(typed::page::<S>(page)?)
        .map_err(typed::translate_error)?;
    Ok(Done {
        frame: frame.start_address().as_u64(),
        ..flushing(Flush::Nothing)
    })
}
