use pagetck::Host;
use x86_64::structures::paging::mapper::PageTableFrameMapping;
use x86_64::structures::paging::{
    FrameAllocator, FrameDeallocator, PageTable, PhysFrame, Size4KiB,
};
use x86_64::PhysAddr;

/// The host as the crate wants it: where tables are, where their frames come from and go to.
pub struct Frames<'a>(pub &'a Host);

unsafe impl PageTableFrameMapping for Frames<'_> {
    fn frame_to_pointer(&self, frame: PhysFrame) -> *mut PageTable {
        self.0.table(frame.start_address().as_u64()).cast()
    }
}

unsafe impl FrameAllocator<Size4KiB> for Frames<'_> {
    fn allocate_frame(&mut self) -> Option<PhysFrame> {
        let frame = self.0.take_frame()?;
        Some(PhysFrame::containing_address(PhysAddr::new(frame)))
    }
}

impl FrameDeallocator<Size4KiB> for Frames<'_> {
    unsafe fn deallocate_frame(&mut self, frame: PhysFrame) {
        self.0.give_back_frame(frame.start_address().as_u64());
    }
}

/// The top table.
///
/// The reference lives for one call: between calls the host may write to the table.
#[allow(clippy::mut_from_ref)]
pub fn root(host: &Host) -> &mut PageTable {
    unsafe { &mut *host.table(host.root()).cast() }
}
