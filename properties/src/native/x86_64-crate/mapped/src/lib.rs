//! `MappedPageTable` of the `x86_64` crate as a subject of pagetck.
//!
//! The mapper asks for the place of each table, so an address outside the memory shows at once.

use pagetck::Host;
use x86_64::structures::paging::MappedPageTable;
use x86_64_adapter::{root, Adapter, Frames, Kind};

pub struct Mapped;

impl Kind for Mapped {
    const NAME: &'static str = "x86_64 MappedPageTable";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    type Mapper<'a> = MappedPageTable<'a, Frames<'a>>;

    fn mapper(host: &Host) -> Self::Mapper<'_> {
        unsafe { MappedPageTable::new(root(host), Frames(host)) }
    }
}

pagetck::export!(Adapter<Mapped>, set_table_flags, clean_up);
