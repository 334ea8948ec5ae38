//! The host as the crate wants it: by functions without a receiver, so that the host of the call is kept aside.

use std::cell::Cell;
use std::ptr::null;

use memory_addr::{PhysAddr, VirtAddr};
use page_table_multiarch::{PageSize, PagingHandler};
use pagetck::{Host, Table};

thread_local! {
    static HOST: Cell<*const Host> = const { Cell::new(null()) };
    static IS_ROOT_WANTED: Cell<bool> = const { Cell::new(false) };
    static SCRATCH: Cell<Page> = const { Cell::new(Page([0; 512])) };
}

#[derive(Clone, Copy)]
#[repr(C, align(4096))]
struct Page(Table);

/// One call. The host is the one that it began with until it ends, by a panic as well.
pub struct Visit;

impl Visit {
    pub fn new(host: &Host) -> Self {
        HOST.set(host);
        IS_ROOT_WANTED.set(true);
        Visit
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        HOST.set(null());
    }
}

/// Ends the time in which the root stands for a fresh frame, which the crate zeroes: what it zeroes then is a page aside.
pub fn root_is_taken() {
    IS_ROOT_WANTED.set(false);
}

fn host() -> &'static Host {
    let host = HOST.get();
    assert!(!host.is_null(), "outside of a call");
    unsafe { &*host }
}

/// Where the crate finds tables, and gets frames for them.
pub struct Frames;

impl PagingHandler for Frames {
    fn alloc_frames(count: usize, _align: usize) -> Option<PhysAddr> {
        assert_eq!(count, 1, "tables are single frames");
        let frame = if IS_ROOT_WANTED.get() { host().root() } else { host().take_frame()? };
        Some(PhysAddr::from(frame as usize))
    }

    fn dealloc_frames(frame: PhysAddr, count: usize) {
        assert_eq!(count, 1, "tables are single frames");
        host().give_back_frame(frame.as_usize() as u64);
    }

    fn phys_to_virt(frame: PhysAddr) -> VirtAddr {
        if IS_ROOT_WANTED.get() {
            return VirtAddr::from(SCRATCH.with(Cell::as_ptr) as usize);
        }
        VirtAddr::from(host().table(frame.as_usize() as u64) as usize)
    }
}

/// The level of the leaves of a size.
pub fn leaf_level(size: PageSize) -> u32 {
    match size {
        PageSize::Size1G => 3,
        PageSize::Size2M => 2,
        _ => 1,
    }
}

/// The level of the entry at which the way to an address ends.
pub fn depth(host: &Host, address: u64) -> u32 {
    let (mut level, mut table) = (4, host.root());
    while level > 1 {
        let word = host.load(table + (address >> (12 + 9 * (level - 1)) & 511) * 8);
        let next = word & 0x000f_ffff_ffff_f000;
        if word & 0x81 != 1 || !host.contains(next) {
            break;
        }
        (level, table) = (level - 1, next);
    }
    level
}
