//! A small mapper of 4 KiB pages, there to be replaced. It keeps nothing outside of the tables.

use pagetck::Host;

const PRESENT: u64 = 1;
const WRITABLE: u64 = 1 << 1;
const USER: u64 = 1 << 2;
const TYPE: u64 = 1 << 3 | 1 << 4 | PAT;
const HUGE: u64 = 1 << 7;
const PAT: u64 = 1 << 12;
const NO_EXECUTE: u64 = 1 << 63;
const ADDRESS: u64 = 0x000f_ffff_ffff_f000;

/// Why a call is refused.
#[derive(Clone, Copy, PartialEq)]
pub enum Error {
    AlreadyMapped,
    ParentHugePage,
    ParentReserved,
    TableEntry,
    NotMapped,
    NoFrame,
    InvalidFrame,
    InvalidFlags,
    NonCanonical,
    Misaligned,
    OutOfRange,
}

/// A page that is mapped. PAT is bit 12 of its flags.
pub struct Found {
    pub frame: u64,
    pub flags: u64,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Empty,
    Reserved,
    Link,
    Leaf,
    Malformed,
}

/// Where a walk ended.
struct End {
    level: u32,
    entry: u64,
    word: u64,
    state: State,
}

pub struct Mapper<'a> {
    host: &'a Host,
}

fn span(level: u32) -> u64 {
    1 << (12 + 9 * (level - 1))
}

fn parts(level: u32, word: u64) -> Found {
    if level == 1 {
        let pat = if word & HUGE != 0 { PAT } else { 0 };
        return Found { frame: word & ADDRESS, flags: word & !ADDRESS & !HUGE | pat };
    }
    Found { frame: word & ADDRESS & !PAT, flags: word & (!ADDRESS | PAT) & !HUGE }
}

fn leaf(frame: u64, flags: u64) -> u64 {
    frame | flags & !PAT | if flags & PAT != 0 { HUGE } else { 0 }
}

/// Whether flags allow less than before, or select another memory type, so that what a TLB holds must go.
fn narrows(before: u64, after: u64) -> bool {
    before & PRESENT != 0
        && (before & !after & (PRESENT | WRITABLE) != 0
            || (before ^ after) & (USER | TYPE) != 0
            || after & !before & NO_EXECUTE != 0)
}

fn check(page: u64, frame: u64, flags: u64) -> Result<(), Error> {
    if (page as i64) << 16 >> 16 != page as i64 {
        return Err(Error::NonCanonical);
    }
    if page % 4096 != 0 || frame % 4096 != 0 {
        return Err(Error::Misaligned);
    }
    if frame >> 52 != 0 {
        return Err(Error::OutOfRange);
    }
    if flags & HUGE != 0 {
        return Err(Error::InvalidFlags);
    }
    Ok(())
}

impl<'a> Mapper<'a> {
    pub fn new(host: &'a Host) -> Self {
        Mapper { host }
    }

    fn state(&self, level: u32, word: u64) -> State {
        if word & PRESENT == 0 {
            return if word == 0 { State::Empty } else { State::Reserved };
        }
        if level > 1 && word & HUGE == 0 {
            return if self.host.contains(word & ADDRESS) { State::Link } else { State::Malformed };
        }
        let inside = if level == 1 { 0 } else { (span(level) - 1) & ADDRESS & !PAT };
        if level > 3 || word & inside != 0 {
            return State::Malformed;
        }
        State::Leaf
    }

    /// Walks towards `address`, to the first entry that is not a link.
    fn walk(&self, address: u64) -> End {
        let (mut level, mut table) = (4, self.host.root());
        loop {
            let entry = table + address / span(level) % 512 * 8;
            let word = self.host.load(entry);
            let state = self.state(level, word);
            if state != State::Link {
                return End { level, entry, word, state };
            }
            (level, table) = (level - 1, word & ADDRESS);
        }
    }

    /// The entry of a page that ought to be there.
    fn find(&self, page: u64) -> Result<End, Error> {
        let end = self.walk(page);
        match end.state {
            State::Empty => Err(Error::NotMapped),
            State::Reserved if end.level > 1 => Err(Error::NotMapped),
            State::Leaf | State::Malformed if end.level > 1 => Err(Error::ParentHugePage),
            State::Malformed => Err(Error::InvalidFrame),
            State::Link => Err(Error::TableEntry),
            State::Reserved | State::Leaf => Ok(end),
        }
    }

    pub fn map(&self, page: u64, frame: u64, flags: u64) -> Result<(), Error> {
        check(page, frame, flags)?;
        let word = leaf(frame, flags);
        if word == 0 {
            return Err(Error::InvalidFlags); // it would map nothing
        }
        let mut end = self.walk(page);
        match end.state {
            State::Empty => {}
            _ if end.level == 1 => return Err(Error::AlreadyMapped),
            State::Reserved => return Err(Error::ParentReserved),
            _ => return Err(Error::ParentHugePage),
        }
        while end.level > 1 {
            let table = self.host.take_frame().ok_or(Error::NoFrame)?;
            self.host.zero(table);
            self.host.store(end.entry, table | PRESENT | WRITABLE | USER);
            end.level -= 1;
            end.entry = table + page / span(end.level) % 512 * 8;
        }
        self.host.store(end.entry, word);
        Ok(())
    }

    pub fn unmap(&self, page: u64) -> Result<Found, Error> {
        check(page, 0, 0)?;
        let end = self.find(page)?;
        if end.state == State::Reserved {
            return Err(Error::NotMapped);
        }
        self.host.store(end.entry, 0);
        Ok(parts(1, end.word))
    }

    /// Replaces the flags of a page; tells whether it has to be flushed.
    pub fn update(&self, page: u64, flags: u64) -> Result<bool, Error> {
        check(page, 0, flags)?;
        let end = self.find(page)?;
        let before = parts(1, end.word);
        let word = leaf(before.frame, flags);
        if word == 0 {
            return Err(Error::InvalidFlags); // it would remove the page
        }
        self.host.store(end.entry, word);
        Ok(narrows(before.flags, flags))
    }

    pub fn page(&self, page: u64) -> Result<Found, Error> {
        check(page, 0, 0)?;
        let end = self.find(page)?;
        if end.state == State::Reserved {
            return Err(Error::NotMapped);
        }
        Ok(parts(1, end.word))
    }

    /// The level of the leaf that maps `address`, and the page. The host may have mapped larger ones.
    pub fn translate(&self, address: u64) -> Result<(u32, Found), Error> {
        check(address & !4095, 0, 0)?;
        let end = self.walk(address);
        match end.state {
            State::Leaf => Ok((end.level, parts(end.level, end.word))),
            State::Malformed => Err(Error::InvalidFrame),
            _ => Err(Error::NotMapped),
        }
    }
}
