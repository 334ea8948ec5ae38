//! translate-page of a 2M page that meets a LINK entry answers ok where TABLE_ENTRY is owed.
//!
//! `cargo test` in this folder fails while the defect is there.
#![cfg(test)]
#![allow(dead_code, unused_imports)]

use std::alloc::{alloc_zeroed, Layout};
use std::panic::{catch_unwind, AssertUnwindSafe};

use x86_64::structures::paging::mapper::{
    CleanUp, FlagUpdateError, MapToError, MappedFrame, Mapper, PageTableFrameMapping, Translate, TranslateError,
    TranslateResult, UnmapError,
};
use x86_64::structures::paging::{
    FrameAllocator, FrameDeallocator, MappedPageTable, OffsetPageTable, Page, PageSize, PageTable, PageTableFlags,
    PhysFrame, Size1GiB, Size2MiB, Size4KiB,
};
use x86_64::{PhysAddr, VirtAddr};

/// Where the memory for tables begins, and its length.
const START: u64 = 0x100000000;
const BYTES: u64 = 67108864;
/// Frames for tables, in the order in which the allocator hands them out.
const FRAMES: [u64; 12] = [
    0x100200000,
    0x100400000,
    0x100600000,
    0x100800000,
    0x100a00000,
    0x100c00000,
    0x100e00000,
    0x101000000,
    0x101200000,
    0x101400000,
    0x101600000,
    0x101800000,
];

/// What a frame holds that was used for something else before.
fn old_word(index: u64) -> u64 {
    0x100000007 + index * 4096
}

/// Physical memory: an array. The top table is its first frame, and empty.
#[derive(Clone, Copy)]
struct Memory(*mut u8);

impl Memory {
    fn new() -> Self {
        let layout = Layout::from_size_align(BYTES as usize, 4096).unwrap();
        let memory = Memory(unsafe { alloc_zeroed(layout) });
        for frame in FRAMES {
            for index in 0..512 {
                unsafe { *memory.at(frame + index * 8) = old_word(index) };
            }
        }
        memory
    }

    fn at(self, address: u64) -> *mut u64 {
        assert!(
            (START..START + BYTES).contains(&address),
            "the mapper reaches for a table at {address:#x}, where there is no memory"
        );
        unsafe { self.0.add((address - START) as usize).cast() }
    }

    fn mapper(&self) -> MappedPageTable<'static, Memory> {
        let root = unsafe { &mut *self.at(START).cast::<PageTable>() };
        unsafe { MappedPageTable::new(root, *self) }
    }

    /// The entry at `level` on the way to `address`, if the way gets there.
    fn entry(self, level: u32, address: u64) -> Option<*mut u64> {
        let mut table = START;
        for here in (level..=4).rev() {
            let entry = self.at(table + (address >> (12 + 9 * (here - 1)) & 511) * 8);
            if here == level {
                return Some(entry);
            }
            let word = unsafe { *entry };
            table = word & 0x000f_ffff_ffff_f000;
            if word & 0x81 != 1 || !(START..START + BYTES).contains(&table) {
                return None;
            }
        }
        None
    }

    fn word(self, level: u32, address: u64) -> u64 {
        self.entry(level, address).map_or(0, |entry| unsafe { *entry })
    }

    /// The kernel changes an entry by itself.
    fn set(self, level: u32, address: u64, keep: u64, word: u64) {
        let entry = self.entry(level, address).expect("there is no such entry");
        unsafe { *entry = *entry & keep | word };
    }

    fn zero(self, frame: u64) {
        (0..512).for_each(|index| unsafe { *self.at(frame + index * 8) = 0 });
    }
}

unsafe impl PageTableFrameMapping for Memory {
    fn frame_to_pointer(&self, frame: PhysFrame) -> *mut PageTable {
        self.at(frame.start_address().as_u64()).cast()
    }
}

/// Hands out at most `left` more frames.
struct Frames {
    stock: Vec<u64>,
    left: usize,
}

unsafe impl FrameAllocator<Size4KiB> for Frames {
    fn allocate_frame(&mut self) -> Option<PhysFrame> {
        self.left = self.left.checked_sub(1)?;
        let frame = self.stock.pop()?;
        Some(PhysFrame::containing_address(PhysAddr::new(frame)))
    }
}

impl FrameDeallocator<Size4KiB> for Frames {
    unsafe fn deallocate_frame(&mut self, frame: PhysFrame) {
        self.stock.push(frame.start_address().as_u64());
    }
}

fn page<S: PageSize>(address: u64) -> Page<S> {
    Page::from_start_address(VirtAddr::new(address)).unwrap()
}

fn frame<S: PageSize>(address: u64) -> PhysFrame<S> {
    PhysFrame::from_start_address(PhysAddr::new(address)).unwrap()
}

fn flags(bits: u64) -> PageTableFlags {
    PageTableFlags::from_bits(bits).unwrap()
}

#[test]
fn the_defect_is_gone() {
    let memory = Memory::new();
    let mut frames = Frames {
        stock: FRAMES.iter().rev().copied().collect(),
        left: usize::MAX,
    };

    // map 4K 0x0 0x0 PRESENT
    let _ = unsafe { memory.mapper().map_to(page::<Size4KiB>(0x0), frame(0x0), flags(0x1), &mut frames) }.map(|flush| flush.ignore());

    // translate-page 2M 0x0
    let given = memory.mapper().translate_page(page::<Size2MiB>(0x0)).map(|frame| frame.start_address().as_u64());

    // owed: refused TABLE_ENTRY
    assert!(matches!(given, Err(TranslateError::ParentEntryHugePage)), "translate-page of a 2M page that meets a LINK entry answers ok where TABLE_ENTRY is owed: {given:?}");
}
