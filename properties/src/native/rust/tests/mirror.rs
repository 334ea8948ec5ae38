//! The mirror against a mapper that does what the page asks it to.

use std::ffi::c_void;
use std::ptr::NonNull;
use std::rc::Rc;

use pagetck::{raw, shim, Answer, Done, Flush, Host, Refusal, Size, Subject};

const START: u64 = 0x1_0000_0000;
const FRAMES: u64 = 4;

/// Its operations are the tests' ways to reach the host.
struct Probe(Rc<Host>);

impl Subject for Probe {
    fn describe() -> String {
        "name = probe\n".into()
    }
    fn open(host: Rc<Host>) -> Option<Self> {
        (host.levels() == 4).then_some(Probe(host))
    }
    fn map(
        &mut self,
        page: u64,
        _: Size,
        frame: u64,
        flags: u64,
        table_flags: Option<u64>,
    ) -> Answer {
        assert_eq!(table_flags, None);
        let table = self.0.take_frame().ok_or(Refusal::NoFrame)?;
        self.0.zero(table);
        self.0.store(table + page, frame | flags);
        assert_eq!(self.0.load(table + page), frame | flags);
        Ok(Done {
            flush: Flush::Page,
            ..Done::default()
        })
    }
    fn unmap(&mut self, page: u64, _: Size) -> Answer {
        self.0.flush(page, 4096);
        self.0.give_back_frame(START);
        Ok(Done {
            frame: page,
            flags: 5,
            size: Size::OneGib,
            flush: Flush::All,
            offset: 7,
        })
    }
    fn update_flags(&mut self, _: u64, _: Size, _: u64) -> Answer {
        panic!("as asked")
    }
    fn translate_page(&mut self, page: u64, _: Size) -> Answer {
        let first = unsafe { (*self.0.table(page))[0] };
        Ok(Done {
            offset: first,
            ..Done::default()
        })
    }
    fn translate(&mut self, address: u64) -> Answer {
        Ok(Done {
            offset: self.0.load(address),
            ..Done::default()
        })
    }
}

struct World {
    host: raw::Host,
    events: Vec<raw::Event>,
    memory: Vec<[u64; 512]>,
    stock: Vec<u64>,
}

impl World {
    fn new() -> Box<Self> {
        let mut world = Box::new(World {
            host: raw::Host {
                version: raw::VERSION,
                levels: 4,
                memory: NonNull::dangling().as_ptr(),
                memory_start: START,
                memory_bytes: FRAMES * 4096,
                root: START,
                frames: NonNull::dangling().as_ptr(),
                frames_left: FRAMES - 1,
                events: NonNull::dangling().as_ptr(),
                event_count: 0,
                event_capacity: 3,
            },
            events: vec![raw::Event::default(); 3],
            memory: vec![[!0; 512]; FRAMES as usize],
            stock: (1..FRAMES).map(|index| START + index * 4096).collect(),
        });
        world.host.memory = world.memory.as_mut_ptr().cast();
        world.host.frames = world.stock.as_ptr();
        world.host.events = world.events.as_mut_ptr();
        world
    }

    fn open(&mut self) -> *mut c_void {
        unsafe { shim::open::<Probe>(&mut self.host) }
    }
}

fn ask(mapper: *mut c_void, question: impl FnOnce(&mut Probe) -> Answer) -> (i32, raw::Outcome) {
    let mut out = raw::Outcome::default();
    let answer = unsafe { shim::call::<Probe>(mapper, &mut out, question) };
    (answer, out)
}

#[test]
fn frames_and_stores_are_taken_and_logged_in_order() {
    let mut world = World::new();
    let mapper = world.open();
    let (answer, out) = ask(mapper, |probe| {
        probe.map(16, Size::FourKib, 0x5000, 1, None)
    });
    assert_eq!((answer, out.flush), (raw::OK, 2));
    let frame = START + 3 * 4096;
    let kinds = world
        .events
        .iter()
        .map(|event| (event.kind, event.a, event.b));
    let owed = [
        (raw::TAKE, frame, 0),
        (raw::ZERO, frame, 0),
        (raw::STORE, frame + 16, 0x5001),
    ];
    assert!(kinds.eq(owed));
    assert_eq!(world.host.frames_left, 2);
    assert_eq!(world.memory[3][..3], [0, 0, 0x5001]);
    unsafe { shim::close::<Probe>(mapper) };
}

#[test]
fn events_beyond_the_capacity_are_counted_only() {
    let mut world = World::new();
    let mapper = world.open();
    for _ in 0..3 {
        let (answer, out) = ask(mapper, |probe| probe.unmap(0x8000, Size::TwoMib));
        assert_eq!(answer, raw::OK);
        assert_eq!(
            (out.frame, out.flags, out.offset, out.size, out.flush),
            (0x8000, 5, 7, 2, 3)
        );
    }
    assert_eq!(world.host.event_count, 6);
    assert_eq!(
        world.events[2],
        raw::Event {
            kind: raw::FLUSH,
            a: 0x8000,
            b: 4096
        }
    );
    unsafe { shim::close::<Probe>(mapper) };
}

#[test]
fn an_empty_stock_is_a_refusal_and_a_panic_is_an_answer() {
    let mut world = World::new();
    world.host.frames_left = 0;
    let mapper = world.open();
    let (answer, _) = ask(mapper, |probe| probe.map(0, Size::FourKib, 0, 1, None));
    assert_eq!(answer, Refusal::NoFrame as i32);
    let (answer, _) = ask(mapper, |probe| probe.update_flags(0, Size::FourKib, 0));
    assert_eq!(answer, raw::PANIC);
    let (answer, _) = ask(mapper, |probe| probe.clear(0, Size::FourKib));
    assert_eq!(answer, raw::UNSUPPORTED);
    unsafe { shim::close::<Probe>(mapper) };
}

#[test]
fn a_table_outside_the_memory_makes_the_call_wild_and_no_later_one() {
    let mut world = World::new();
    let mapper = world.open();
    for wild in [0, START - 4096, START + FRAMES * 4096, START + 8, !4095] {
        let (answer, _) = ask(mapper, |probe| probe.translate_page(wild, Size::FourKib));
        assert_eq!(answer, raw::WILD, "{wild:#x}");
        let (answer, out) = ask(mapper, |probe| probe.translate_page(START, Size::FourKib));
        assert_eq!((answer, out.offset), (raw::OK, !0));
    }
    let (answer, _) = ask(mapper, |probe| probe.translate(START + FRAMES * 4096));
    assert_eq!(answer, raw::PANIC);
    unsafe { shim::close::<Probe>(mapper) };
}

#[test]
fn a_host_of_another_version_or_depth_is_not_opened() {
    let mut world = World::new();
    world.host.version = 2;
    assert!(world.open().is_null());
    world.host.version = raw::VERSION;
    world.host.levels = 5;
    assert!(world.open().is_null());
}
