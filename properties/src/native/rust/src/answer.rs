use crate::raw;

/// What a call answers: what it did, or why it was refused.
pub type Answer = Result<Done, Refusal>;

/// What a successful call tells. Each method of [`Subject`](crate::Subject) names the fields that count; the rest keep
/// their defaults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Physical address of the first byte of the page's frame.
    pub frame: u64,
    /// Flags with PAT at bit 12 and without HUGE_PAGE.
    pub flags: u64,
    /// Bytes from the first byte of the frame.
    pub offset: u64,
    pub size: Size,
    pub flush: Flush,
}

/// The size of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    #[default]
    FourKib = 0,
    TwoMib = 1,
    OneGib = 2,
}

impl Size {
    /// The level of the table that holds the leaves of this size: 1, 2 or 3.
    pub const fn level(self) -> u32 {
        self as u32 + 1
    }

    pub(crate) const fn of(number: u32) -> Option<Self> {
        match number {
            0 => Some(Size::FourKib),
            1 => Some(Size::TwoMib),
            2 => Some(Size::OneGib),
            _ => None,
        }
    }
}

/// What the caller has to flush after a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flush {
    /// The mapper does not say.
    #[default]
    Unknown = 0,
    Nothing = 1,
    /// The page that the call was about.
    Page = 2,
    All = 3,
}

/// Why a call was refused. `pagetck.h` says when each is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum Refusal {
    AlreadyMapped = 1,
    ParentHugePage = 2,
    ParentReserved = 3,
    TableEntry = 4,
    NotMapped = 5,
    NoFrame = 6,
    InvalidFrameAddress = 7,
    InvalidFlags = 8,
    NonCanonical = 9,
    Misaligned = 10,
    OutOfRange = 11,
    /// Refused, and the mapper does not say why.
    Refused = 12,
    /// The adapter has no way to ask the mapper this; no verdict comes of it.
    Unsupported = raw::UNSUPPORTED,
    /// The mapper would follow an address outside the memory. [`Host::table`](crate::Host::table) notices by itself;
    /// this is for adapters that find out in another way.
    Wild = raw::WILD,
}

impl From<Done> for raw::Outcome {
    fn from(done: Done) -> Self {
        raw::Outcome {
            frame: done.frame,
            flags: done.flags,
            offset: done.offset,
            size: done.size as u32,
            flush: done.flush as u32,
        }
    }
}
