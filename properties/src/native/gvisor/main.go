// The adapter for gVisor's page tables, `pkg/ring0/pagetables`, as a shared library behind pagetck.h.
//
// gVisor's calls name ranges, whatever the sizes of the pages in them. The suite names one page of one size. Where a range
// would mean something else than that page, the call is not made, and answered as one that cannot be asked.
package main

/*
#cgo CFLAGS: -I${SRCDIR}/../include
#define pagetck_describe pagetck_describe_as_declared // cgo knows no const
#include "pagetck.h"
#undef pagetck_describe
*/
import "C"

import (
	"fmt"
	"os"
	"unsafe"

	"gvisor.dev/gvisor/pkg/hostarch"
)

const declaration = `name = gVisor ring0/pagetables
version = 20250205
url = https://gvisor.dev
contract = strict
levels = 4
operations = map unmap translate-page translate
flags = PRESENT WRITABLE USER GLOBAL NO_EXECUTE
arguments = unchecked
parent-flags = permissive
adds-flags = ACCESSED DIRTY
link-adds = ACCESSED DIRTY
occupied-slot = replaced
huge-part = split
planted = LINK
effects = diff
`

var described = C.CString(declaration)

//export pagetck_describe
func pagetck_describe() *C.char { return described }

//export pagetck_open
func pagetck_open(host *C.pagetck_host) unsafe.Pointer {
	if host.levels != 4 {
		return nil
	}
	return unsafe.Pointer(host)
}

//export pagetck_close
func pagetck_close(unsafe.Pointer) {}

// guarded turns a panic into an answer: one of the mapper, or one that the adapter raised because an address led out of
// the memory.
func guarded(call func() C.int32_t) (status C.int32_t) {
	defer func() {
		switch reason := recover().(type) {
		case nil:
		case wild:
			status = C.PAGETCK_WILD
		default:
			fmt.Fprintln(os.Stderr, "the mapper panicked:", reason)
			status = C.PAGETCK_PANIC
		}
	}()
	return call()
}

//export pagetck_map
func pagetck_map(mapper unsafe.Pointer, page C.uint64_t, size C.uint32_t, frame, flags, tableFlags C.uint64_t, out *C.pagetck_result) C.int32_t {
	return guarded(func() C.int32_t {
		space := over(mapper)
		address, length := hostarch.Addr(page), lengthOf(size)
		opts, ok := options(uint64(flags))
		if !ok || tableFlags != C.PAGETCK_NO_ADDRESS || isLast(address, length) || space.hasTable(address, length) {
			return C.PAGETCK_UNSUPPORTED
		}
		if space.missing(address, length) > int(space.host.frames_left) {
			return C.PAGETCK_UNSUPPORTED // the allocator that gVisor asks for never fails
		}
		space.tables.Map(address, length, opts, uintptr(frame))
		out.flush = C.PAGETCK_FLUSH_UNKNOWN
		return C.PAGETCK_OK
	})
}

//export pagetck_unmap
func pagetck_unmap(mapper unsafe.Pointer, page C.uint64_t, size C.uint32_t, out *C.pagetck_result) C.int32_t {
	return guarded(func() C.int32_t {
		space := over(mapper)
		address, length := hostarch.Addr(page), lengthOf(size)
		if isLast(address, length) || space.hasTable(address, length) {
			return C.PAGETCK_UNSUPPORTED
		}
		if space.missing(address, length) > int(space.host.frames_left) {
			return C.PAGETCK_UNSUPPORTED
		}
		at, physical, found, opts := space.tables.Lookup(address, false)
		if !space.tables.Unmap(address, length) {
			return C.PAGETCK_NOT_MAPPED
		}
		if found != 0 {
			out.frame = C.uint64_t(physical + uintptr(address-at)&^(length-1))
			out.flags = C.uint64_t(bits(opts))
		}
		out.flush = C.PAGETCK_FLUSH_UNKNOWN
		return C.PAGETCK_OK
	})
}

//export pagetck_update_flags
func pagetck_update_flags(unsafe.Pointer, C.uint64_t, C.uint32_t, C.uint64_t, *C.pagetck_result) C.int32_t {
	return C.PAGETCK_UNSUPPORTED
}

//export pagetck_translate_page
func pagetck_translate_page(mapper unsafe.Pointer, page C.uint64_t, size C.uint32_t, out *C.pagetck_result) C.int32_t {
	return guarded(func() C.int32_t {
		space := over(mapper)
		length := lengthOf(size)
		if isLast(hostarch.Addr(page), length) || space.hasTable(hostarch.Addr(page), length) {
			return C.PAGETCK_UNSUPPORTED
		}
		at, physical, found, opts := space.tables.Lookup(hostarch.Addr(page), false)
		if found == 0 {
			return C.PAGETCK_NOT_MAPPED
		}
		if found != length {
			return C.PAGETCK_UNSUPPORTED // it says where an address leads, not whether it is a page of a size
		}
		_ = at
		out.frame = C.uint64_t(physical)
		out.flags = C.uint64_t(bits(opts))
		return C.PAGETCK_OK
	})
}

//export pagetck_translate
func pagetck_translate(mapper unsafe.Pointer, address C.uint64_t, out *C.pagetck_result) C.int32_t {
	return guarded(func() C.int32_t {
		at, physical, found, opts := over(mapper).tables.Lookup(hostarch.Addr(address), false)
		if found == 0 {
			return C.PAGETCK_NOT_MAPPED
		}
		out.frame = C.uint64_t(physical)
		out.flags = C.uint64_t(bits(opts))
		out.size = sizeOf(found)
		out.offset = address - C.uint64_t(at)
		return C.PAGETCK_OK
	})
}

func main() {}
