//! The files of the `x86_64` crate, version 0.7.7, that make up its page tables, and of the rest what they name.

// They were written for another compiler.
#![allow(warnings)]

pub use addr::{align_down, align_up, PhysAddr, VirtAddr};
pub use ux;

include!(concat!(env!("OUT_DIR"), "/modules.rs"));

/// No flush is ever carried out here.
pub mod instructions {
    pub mod tlb {
        pub fn flush(_: crate::VirtAddr) {
            unreachable!("a flush of the processor's own TLB")
        }
    }
}

/// `RecursivePageTable` asks for the processor's tables, and is not used.
pub mod registers {
    pub mod control {
        use crate::structures::paging::PhysFrame;

        pub struct Cr3;

        impl Cr3 {
            pub fn read() -> (PhysFrame, ()) {
                unreachable!("the processor's own tables")
            }
        }
    }
}
