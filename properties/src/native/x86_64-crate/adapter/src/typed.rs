//! From the interface's numbers to the crate's types and back. What the types cannot hold is unsupported: no user of the
//! crate could have asked for it.

use pagetck::{Flush, Host, Refusal, Size};
use x86_64::structures::paging::mapper::{
    FlagUpdateError, MapToError, MapperFlush, TranslateError, UnmapError,
};
use x86_64::structures::paging::{Page, PageSize, PageTableFlags, PhysFrame};
use x86_64::{PhysAddr, VirtAddr};

const PAT: u64 = 1 << 12;

pub fn address(address: u64) -> Result<VirtAddr, Refusal> {
    VirtAddr::try_new(address).map_err(|_| Refusal::Unsupported)
}

pub fn page<S: PageSize>(page: u64) -> Result<Page<S>, Refusal> {
    Page::from_start_address(address(page)?).map_err(|_| Refusal::Unsupported)
}

pub fn frame<S: PageSize>(frame: u64) -> Result<PhysFrame<S>, Refusal> {
    let address = PhysAddr::try_new(frame).map_err(|_| Refusal::Unsupported)?;
    PhysFrame::from_start_address(address).map_err(|_| Refusal::Unsupported)
}

/// `PageTableFlags` has a name for HUGE_PAGE, so a user may pass it; it has none for PAT.
pub fn flags(flags: u64) -> Result<PageTableFlags, Refusal> {
    PageTableFlags::from_bits(flags).ok_or(Refusal::Unsupported)
}

/// The crate hands out the flags as they stand in the entry. In a 4 KiB leaf bit 7 is PAT, whatever its name in Rust.
pub fn hardware_flags(flags: PageTableFlags, size: Size) -> u64 {
    let bits = (flags - PageTableFlags::HUGE_PAGE).bits();
    if size == Size::FourKib && flags.contains(PageTableFlags::HUGE_PAGE) {
        bits | PAT
    } else {
        bits
    }
}

/// The flush that the crate asks for: of the call's own page, or noted as what it is.
pub fn flush<S: PageSize>(host: &Host, page: Page<S>, asked: MapperFlush<S>) -> Flush {
    let flushed = asked.page();
    asked.ignore();
    if flushed == page {
        return Flush::Page;
    }
    host.flush(flushed.start_address().as_u64(), S::SIZE);
    Flush::Nothing
}

pub fn map_error<S: PageSize>(error: MapToError<S>) -> Refusal {
    match error {
        MapToError::FrameAllocationFailed => Refusal::NoFrame,
        MapToError::ParentEntryHugePage => Refusal::ParentHugePage,
        MapToError::PageAlreadyMapped(_) => Refusal::AlreadyMapped,
    }
}

pub fn unmap_error(error: UnmapError) -> Refusal {
    match error {
        UnmapError::ParentEntryHugePage => Refusal::ParentHugePage,
        UnmapError::PageNotMapped => Refusal::NotMapped,
        UnmapError::InvalidFrameAddress(_) => Refusal::InvalidFrameAddress,
    }
}

pub fn update_error(error: FlagUpdateError) -> Refusal {
    match error {
        FlagUpdateError::PageNotMapped => Refusal::NotMapped,
        FlagUpdateError::ParentEntryHugePage => Refusal::ParentHugePage,
    }
}

pub fn translate_error(error: TranslateError) -> Refusal {
    match error {
        TranslateError::PageNotMapped => Refusal::NotMapped,
        TranslateError::ParentEntryHugePage => Refusal::ParentHugePage,
        TranslateError::InvalidFrameAddress(_) => Refusal::InvalidFrameAddress,
    }
}
