//! From the interface's numbers to the crate's types, and from its errors to reasons.

use pagetck::Refusal;
use x86_64_paging::structures::paging::mapper::{
    FlagUpdateError, MapToError, TranslateError, UnmapError,
};
use x86_64_paging::structures::paging::{Page, PageSize, PageTableFlags, PhysFrame};
use x86_64_paging::{PhysAddr, VirtAddr};

/// The crate makes an address canonical where it can; such a one never reaches the mapper as it is.
pub fn address(address: u64) -> Result<VirtAddr, Refusal> {
    VirtAddr::try_new(address)
        .ok()
        .filter(|made| made.as_u64() == address)
        .ok_or(Refusal::Unsupported)
}

pub fn page<S: PageSize>(page: u64) -> Result<Page<S>, Refusal> {
    Page::from_start_address(address(page)?).map_err(|()| Refusal::Unsupported)
}

pub fn frame<S: PageSize>(frame: u64) -> Result<PhysFrame<S>, Refusal> {
    let address = PhysAddr::try_new(frame).map_err(|_| Refusal::Unsupported)?;
    PhysFrame::from_start_address(address).map_err(|()| Refusal::Unsupported)
}

/// HUGE_PAGE has a name, so a user may pass it; PAT has none.
pub fn flags(flags: u64) -> Result<PageTableFlags, Refusal> {
    PageTableFlags::from_bits(flags).ok_or(Refusal::Unsupported)
}

pub fn map_error(error: MapToError) -> Refusal {
    match error {
        MapToError::FrameAllocationFailed => Refusal::NoFrame,
        MapToError::ParentEntryHugePage => Refusal::ParentHugePage,
        MapToError::PageAlreadyMapped => Refusal::AlreadyMapped,
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
