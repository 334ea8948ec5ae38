//! Judge a page-table mapper written in Rust.
//!
//! A mirror of `pagetck.h`: implement [`Subject`] over the mapper, [`export!`] it from a crate of the type `cdylib`,
//! and run `pagetck check native:path/to/library`.
//!
//! ```toml
//! [lib]
//! crate-type = ["cdylib"]
//! [dependencies]
//! pagetck = { path = "…" }
//! [profile.release]
//! panic = "unwind"          # so that a panic of the mapper is an answer
//! ```
//!
//! ```
//! use std::rc::Rc;
//! use pagetck::{Answer, Done, Flush, Host, Refusal, Size, Subject};
//!
//! struct Acme {
//!     host: Rc<Host>,
//! }
//!
//! impl Subject for Acme {
//!     fn describe() -> String {
//!         "name = acme\ncontract = x86_64-0.15\neffects = diff\n".into()
//!     }
//!     fn open(host: Rc<Host>) -> Option<Self> {
//!         (host.levels() == 4).then_some(Acme { host })
//!     }
//!     fn translate(&mut self, address: u64) -> Answer {
//!         let top = self.host.table(self.host.root());
//!         match acme::look_up(top, address) {
//!             Some(frame) => Ok(Done { frame, ..Done::default() }),
//!             None => Err(Refusal::NotMapped),
//!         }
//!     }
//!     // and so on
//! #   fn map(&mut self, _: u64, _: Size, _: u64, _: u64, _: Option<u64>) -> Answer {
//! #       Ok(Done { flush: Flush::Nothing, ..Done::default() })
//! #   }
//! #   fn unmap(&mut self, _: u64, _: Size) -> Answer { Err(Refusal::NotMapped) }
//! #   fn update_flags(&mut self, _: u64, _: Size, _: u64) -> Answer { Err(Refusal::NotMapped) }
//! #   fn translate_page(&mut self, _: u64, _: Size) -> Answer { Err(Refusal::NotMapped) }
//! }
//!
//! pagetck::export!(Acme);
//! # mod acme {
//! #     pub fn look_up(_: *mut pagetck::Table, _: u64) -> Option<u64> { None }
//! # }
//! # fn main() {}
//! ```
//!
//! What the mirror does for an adapter:
//!
//! * **Panics** of the mapper are caught and answered as such. Each place that panics is named once on stderr.
//! * **Wild addresses**: a mapper that asks [`Host::table`] for its tables gets a stand-in for an address outside the
//!   memory, and the call is answered as wild.
//! * **Frames and the log** are methods of [`Host`], which an allocator can wrap.

mod answer;
mod host;
pub mod raw;
#[doc(hidden)]
pub mod shim;
mod subject;

pub use answer::{Answer, Done, Flush, Refusal, Size};
pub use host::{Host, Table};
pub use subject::Subject;
