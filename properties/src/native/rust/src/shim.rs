//! What the exported functions do, and the macro that exports them.

use std::any::Any;
use std::collections::BTreeSet;
use std::ffi::{c_void, CString};
use std::panic::{self, AssertUnwindSafe};
use std::ptr::{null_mut, NonNull};
use std::rc::Rc;
use std::sync::{Mutex, Once};

use crate::{raw, Answer, Host, Size, Subject};

struct Opened<S> {
    subject: S,
    host: Rc<Host>,
}

/// The declaration as C wants it.
pub fn describe<S: Subject>() -> CString {
    CString::new(S::describe()).expect("a declaration has no zero bytes")
}

/// # Safety
///
/// As `pagetck_open` in `pagetck.h`: `host` outlives what is returned.
pub unsafe fn open<S: Subject>(host: *mut raw::Host) -> *mut c_void {
    let Some(raw) = NonNull::new(host) else {
        return null_mut();
    };
    if unsafe { (*host).version } != raw::VERSION {
        return null_mut();
    }
    tell_each_panic_once();
    let host = Rc::new(unsafe { Host::new(raw) });
    let subject = panic::catch_unwind(AssertUnwindSafe(|| S::open(Rc::clone(&host))));
    match subject {
        Ok(Some(subject)) => Box::into_raw(Box::new(Opened { subject, host })).cast(),
        Ok(None) | Err(_) => null_mut(),
    }
}

/// # Safety
///
/// `mapper` came from [`open`] of the same subject and is not used again.
pub unsafe fn close<S: Subject>(mapper: *mut c_void) {
    let opened = unsafe { Box::from_raw(mapper.cast::<Opened<S>>()) };
    let _ = panic::catch_unwind(AssertUnwindSafe(|| drop(opened)));
}

/// Asks the mapper, and makes an answer of what comes of it.
///
/// # Safety
///
/// `mapper` came from [`open`] of the same subject; `out` is the call's.
pub unsafe fn call<S: Subject>(
    mapper: *mut c_void,
    out: *mut raw::Outcome,
    ask: impl FnOnce(&mut S) -> Answer,
) -> i32 {
    let opened = unsafe { &mut *mapper.cast::<Opened<S>>() };
    opened.host.forget_wild();
    let answer = panic::catch_unwind(AssertUnwindSafe(|| ask(&mut opened.subject)));
    if opened.host.was_wild() {
        return raw::WILD;
    }
    match answer {
        Ok(Ok(done)) => {
            unsafe { out.write(done.into()) };
            raw::OK
        }
        Ok(Err(refusal)) => refusal as i32,
        Err(_) => raw::PANIC,
    }
}

/// The same for a call that names a page.
///
/// # Safety
///
/// As [`call`].
pub unsafe fn call_sized<S: Subject>(
    mapper: *mut c_void,
    size: u32,
    out: *mut raw::Outcome,
    ask: impl FnOnce(&mut S, Size) -> Answer,
) -> i32 {
    match Size::of(size) {
        Some(size) => unsafe { call(mapper, out, |subject| ask(subject, size)) },
        None => raw::UNSUPPORTED,
    }
}

/// A mapper may panic a million times in a run: each place that does so is named once.
fn tell_each_panic_once() {
    static INSTALL: Once = Once::new();
    static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    INSTALL.call_once(|| {
        panic::set_hook(Box::new(|panic| {
            let place = panic.location().map_or(String::new(), |location| {
                let file = location.file();
                let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
                format!(" ({name}:{})", location.line())
            });
            let line = format!("the mapper panicked: {}{place}", message(panic.payload()));
            if let Ok(mut told) = TOLD.lock() {
                if !told.contains(&line) {
                    eprintln!("{line}");
                    told.insert(line);
                }
            }
        }));
    });
}

fn message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message")
}

/// Exports a [`Subject`] as the library's interface: `pagetck::export!(Acme)`. Optional operations that the mapper has
/// are named behind it: `pagetck::export!(Acme, clear, set_table_flags, clean_up)`.
#[macro_export]
macro_rules! export {
    ($subject:ty $(, $operation:ident)* $(,)?) => {
        #[unsafe(no_mangle)]
        pub extern "C" fn pagetck_describe() -> *const ::core::ffi::c_char {
            static TEXT: ::std::sync::OnceLock<::std::ffi::CString> = ::std::sync::OnceLock::new();
            TEXT.get_or_init($crate::shim::describe::<$subject>).as_ptr()
        }
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn pagetck_open(host: *mut $crate::raw::Host) -> *mut ::core::ffi::c_void {
            unsafe { $crate::shim::open::<$subject>(host) }
        }
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn pagetck_close(mapper: *mut ::core::ffi::c_void) {
            unsafe { $crate::shim::close::<$subject>(mapper) }
        }
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn pagetck_map(
            mapper: *mut ::core::ffi::c_void,
            page: u64,
            size: u32,
            frame: u64,
            flags: u64,
            table_flags: u64,
            out: *mut $crate::raw::Outcome,
        ) -> i32 {
            let table_flags = (table_flags != $crate::raw::NO_ADDRESS).then_some(table_flags);
            unsafe {
                $crate::shim::call_sized::<$subject>(mapper, size, out, |subject, size| {
                    $crate::Subject::map(subject, page, size, frame, flags, table_flags)
                })
            }
        }
        $crate::export!(@page $subject, pagetck_unmap, unmap);
        $crate::export!(@page $subject, pagetck_translate_page, translate_page);
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn pagetck_update_flags(
            mapper: *mut ::core::ffi::c_void,
            page: u64,
            size: u32,
            flags: u64,
            out: *mut $crate::raw::Outcome,
        ) -> i32 {
            unsafe {
                $crate::shim::call_sized::<$subject>(mapper, size, out, |subject, size| {
                    $crate::Subject::update_flags(subject, page, size, flags)
                })
            }
        }
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn pagetck_translate(
            mapper: *mut ::core::ffi::c_void,
            address: u64,
            out: *mut $crate::raw::Outcome,
        ) -> i32 {
            unsafe {
                $crate::shim::call::<$subject>(mapper, out, |subject| {
                    $crate::Subject::translate(subject, address)
                })
            }
        }
        $( $crate::export!(@optional $operation $subject); )*
    };
    (@page $subject:ty, $symbol:ident, $operation:ident) => {
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $symbol(
            mapper: *mut ::core::ffi::c_void,
            page: u64,
            size: u32,
            out: *mut $crate::raw::Outcome,
        ) -> i32 {
            unsafe {
                $crate::shim::call_sized::<$subject>(mapper, size, out, |subject, size| {
                    $crate::Subject::$operation(subject, page, size)
                })
            }
        }
    };
    (@optional clear $subject:ty) => {
        $crate::export!(@page $subject, pagetck_clear, clear);
    };
    (@optional set_table_flags $subject:ty) => {
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn pagetck_set_table_flags(
            mapper: *mut ::core::ffi::c_void,
            address: u64,
            level: u32,
            flags: u64,
            out: *mut $crate::raw::Outcome,
        ) -> i32 {
            unsafe {
                $crate::shim::call::<$subject>(mapper, out, |subject| {
                    $crate::Subject::set_table_flags(subject, address, level, flags)
                })
            }
        }
    };
    (@optional clean_up $subject:ty) => {
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn pagetck_clean_up(
            mapper: *mut ::core::ffi::c_void,
            first: u64,
            last: u64,
            out: *mut $crate::raw::Outcome,
        ) -> i32 {
            unsafe {
                $crate::shim::call::<$subject>(mapper, out, |subject| {
                    $crate::Subject::clean_up(subject, first, last)
                })
            }
        }
    };
}
