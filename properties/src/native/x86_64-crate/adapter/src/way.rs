//! The way that the crate's mappers take through the tables, for those that cannot be stopped on it.

use pagetck::Host;

const LEVELS: u32 = 4;
const PRESENT: u64 = 1 << 0;
const HUGE_PAGE: u64 = 1 << 7;
const ADDRESS: u64 = 0x000f_ffff_ffff_f000;

/// Where a call is going to look.
pub enum Way {
    /// Towards an address, down to the table of `lowest`. `added` are the flags that the call adds to each entry that it
    /// comes by: `map` makes entries present so, and then follows them.
    Page {
        address: u64,
        lowest: u32,
        added: u64,
    },
    /// All tables that map an address from `first` to `last`.
    Range { first: u64, last: u64 },
}

impl Way {
    /// Whether the call would follow a link to a table outside the memory.
    pub fn leads_out(&self, host: &Host) -> bool {
        match *self {
            Way::Page {
                address,
                lowest,
                added,
            } => page_leads_out(host, address, lowest, added),
            Way::Range { first, last } => {
                let low = |address| address & (span(LEVELS + 1) - 1);
                first <= last
                    && range_leads_out(host, host.root(), LEVELS, 0, low(first), low(last))
            }
        }
    }
}

/// The bytes of address space that one entry of a level stands for.
const fn span(level: u32) -> u64 {
    1 << (12 + 9 * (level - 1))
}

/// The table that the crate goes to from an entry: it asks for PRESENT without HUGE_PAGE, and for nothing else.
fn next_table(word: u64) -> Option<u64> {
    (word & (PRESENT | HUGE_PAGE) == PRESENT).then_some(word & ADDRESS)
}

fn page_leads_out(host: &Host, address: u64, lowest: u32, added: u64) -> bool {
    let mut table = host.root();
    for level in (lowest + 1..=LEVELS).rev() {
        let word = host.load(table + address / span(level) % 512 * 8);
        let seen = if word == 0 { 0 } else { word | added };
        match next_table(seen) {
            None => return false,
            Some(next) if !host.contains(next) => return true,
            Some(next) => table = next,
        }
    }
    false
}

fn range_leads_out(host: &Host, table: u64, level: u32, base: u64, first: u64, last: u64) -> bool {
    (0..512).any(|index| {
        let start = base + index * span(level);
        if start > last || start + (span(level) - 1) < first {
            return false;
        }
        match next_table(host.load(table + index * 8)) {
            None => false,
            Some(next) if !host.contains(next) => true,
            Some(next) => level > 2 && range_leads_out(host, next, level - 1, start, first, last),
        }
    })
}
