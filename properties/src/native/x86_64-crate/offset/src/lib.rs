//! `OffsetPageTable` of the `x86_64` crate as a subject of pagetck.
//!
//! This mapper adds an offset to a physical address and touches what is there. An address outside the memory would be
//! anything in this process, so the adapter looks ahead: it walks as the mapper is going to walk, and where that leads
//! out of the memory it answers so and does not make the call. What the mapper stored on the way there is then not seen;
//! `MappedPageTable`, whose code this mapper runs, shows it.

use pagetck::Host;
use x86_64::structures::paging::OffsetPageTable;
use x86_64::VirtAddr;
use x86_64_adapter::{root, way, Adapter, Kind};

pub struct Offset;

impl Kind for Offset {
    const NAME: &'static str = "x86_64 OffsetPageTable";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    type Mapper<'a> = OffsetPageTable<'a>;

    fn mapper(host: &Host) -> Self::Mapper<'_> {
        let table = root(host);
        let offset = VirtAddr::from_ptr(table) - host.root();
        unsafe { OffsetPageTable::new(table, offset) }
    }

    /// The offset may not be negative.
    fn takes(host: &Host) -> bool {
        host.table(host.root()) as u64 >= host.root()
    }

    fn leads_out(host: &Host, way: way::Way) -> bool {
        way.leads_out(host)
    }
}

pagetck::export!(Adapter<Offset>, set_table_flags, clean_up);
