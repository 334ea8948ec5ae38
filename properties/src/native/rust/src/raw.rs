//! The interface as `pagetck.h` lays it out. Adapters need none of it.

use core::mem::{offset_of, size_of};

pub const VERSION: u32 = 1;
pub const NO_ADDRESS: u64 = u64::MAX;

pub const OK: i32 = 0;
pub const UNSUPPORTED: i32 = 100;
pub const PANIC: i32 = 101;
pub const WILD: i32 = 102;

pub const TAKE: u64 = 1;
pub const GIVE_BACK: u64 = 2;
pub const STORE: u64 = 3;
pub const FLUSH: u64 = 4;
pub const ZERO: u64 = 5;
pub const EXCHANGE: u64 = 6;

#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    pub kind: u64,
    pub a: u64,
    pub b: u64,
}

#[repr(C)]
pub struct Host {
    pub version: u32,
    pub levels: u32,
    pub memory: *mut u8,
    pub memory_start: u64,
    pub memory_bytes: u64,
    pub root: u64,
    pub frames: *const u64,
    pub frames_left: u64,
    pub events: *mut Event,
    pub event_count: u64,
    pub event_capacity: u64,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub frame: u64,
    pub flags: u64,
    pub offset: u64,
    pub size: u32,
    pub flush: u32,
}

const _: () = {
    assert!(size_of::<Event>() == 24);
    assert!(size_of::<Outcome>() == 32);
    assert!(offset_of!(Outcome, size) == 24);
    assert!(offset_of!(Outcome, flush) == 28);
    assert!(size_of::<Host>() == 80);
    assert!(offset_of!(Host, levels) == 4);
    assert!(offset_of!(Host, memory) == 8);
    assert!(offset_of!(Host, root) == 32);
    assert!(offset_of!(Host, frames_left) == 48);
    assert!(offset_of!(Host, events) == 56);
    assert!(offset_of!(Host, event_capacity) == 72);
};
