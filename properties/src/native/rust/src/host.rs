use core::cell::{Cell, UnsafeCell};
use core::ptr::NonNull;

use crate::raw;

/// A table: 512 entries in 4 KiB.
pub type Table = [u64; 512];

const TABLE_BYTES: u64 = 4096;

/// PRESENT and HUGE_PAGE.
const STAND_IN: u64 = 0x81;

#[repr(C, align(4096))]
struct Scratch(UnsafeCell<Table>);

/// What a mapper is given to work with: memory, a stock of frames, a log.
///
/// Between two calls all of it may change, so read it afresh in each call.
pub struct Host {
    raw: NonNull<raw::Host>,
    wild: Cell<bool>,
    scratch: Scratch,
}

impl Host {
    /// # Safety
    ///
    /// `raw` points to a host as `pagetck.h` describes it, which lives longer than what is returned and which nobody
    /// else uses during a call.
    pub(crate) unsafe fn new(raw: NonNull<raw::Host>) -> Self {
        Host {
            raw,
            wild: Cell::new(false),
            scratch: Scratch(UnsafeCell::new([0; 512])),
        }
    }

    /// The number of levels of the tables: 4 or 5.
    pub fn levels(&self) -> u32 {
        unsafe { (*self.raw.as_ptr()).levels }
    }

    /// The physical address of the top table.
    pub fn root(&self) -> u64 {
        unsafe { (*self.raw.as_ptr()).root }
    }

    /// Whether a frame of 4 KiB at this physical address lies in the memory.
    pub fn contains(&self, frame: u64) -> bool {
        let (start, bytes) = unsafe {
            let raw = self.raw.as_ptr();
            ((*raw).memory_start, (*raw).memory_bytes)
        };
        frame % TABLE_BYTES == 0 && frame >= start && frame - start <= bytes - TABLE_BYTES
    }

    /// The table in a frame.
    ///
    /// For an address outside the memory a stand-in is given, and the call, whatever the mapper makes of it, is answered
    /// as wild: the mapper followed an address that it should not have followed. The stand-in is full of huge pages, so
    /// that the mapper's way ends there: it finds no table to make, and none to give back.
    pub fn table(&self, frame: u64) -> *mut Table {
        if self.contains(frame) {
            return self.at(frame).cast();
        }
        self.wild.set(true);
        let scratch = self.scratch.0.get();
        unsafe { scratch.write([STAND_IN; 512]) };
        scratch
    }

    /// Takes a frame for a table, full of old bytes; nothing when the stock is empty.
    pub fn take_frame(&self) -> Option<u64> {
        let frame = unsafe {
            let raw = self.raw.as_ptr();
            if (*raw).frames_left == 0 {
                return None;
            }
            (*raw).frames_left -= 1;
            (*raw).frames.add((*raw).frames_left as usize).read()
        };
        self.log(raw::TAKE, frame, 0);
        Some(frame)
    }

    /// Gives back the frame of a table that nothing points at any more.
    pub fn give_back_frame(&self, frame: u64) {
        self.log(raw::GIVE_BACK, frame, 0);
    }

    /// Notes a flush of `bytes` from a virtual address on, or of everything if `bytes` is 0, for a mapper that flushes
    /// by itself.
    pub fn flush(&self, address: u64, bytes: u64) {
        self.log(raw::FLUSH, address, bytes);
    }

    /// Reads an entry by its physical address, which has to lie in the memory.
    pub fn load(&self, address: u64) -> u64 {
        unsafe { self.entry(address).read_volatile() }
    }

    /// Stores an entry and notes it, for a mapper with `effects = stores`.
    pub fn store(&self, address: u64, value: u64) {
        unsafe { self.entry(address).write_volatile(value) };
        self.log(raw::STORE, address, value);
    }

    /// Zeroes a frame in the memory and notes it, for a mapper with `effects = stores`.
    pub fn zero(&self, frame: u64) {
        for index in 0..TABLE_BYTES / 8 {
            unsafe { self.entry(frame + index * 8).write_volatile(0) };
        }
        self.log(raw::ZERO, frame, 0);
    }

    pub(crate) fn forget_wild(&self) {
        self.wild.set(false);
    }

    pub(crate) fn was_wild(&self) -> bool {
        self.wild.get()
    }

    fn entry(&self, address: u64) -> *mut u64 {
        assert!(
            address % 8 == 0 && self.contains(address & !(TABLE_BYTES - 1)),
            "no entry of the memory: {address:#x}"
        );
        self.at(address).cast()
    }

    /// Where a physical address in the memory is to be found.
    fn at(&self, address: u64) -> *mut u8 {
        unsafe {
            let raw = self.raw.as_ptr();
            (*raw).memory.add((address - (*raw).memory_start) as usize)
        }
    }

    fn log(&self, kind: u64, a: u64, b: u64) {
        unsafe {
            let raw = self.raw.as_ptr();
            if (*raw).event_count < (*raw).event_capacity {
                let event = raw::Event { kind, a, b };
                (*raw).events.add((*raw).event_count as usize).write(event);
            }
            (*raw).event_count += 1;
        }
    }
}
