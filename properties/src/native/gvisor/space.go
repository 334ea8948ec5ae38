package main

/*
#cgo CFLAGS: -I${SRCDIR}/../include
#define pagetck_describe pagetck_describe_as_declared // cgo knows no const
#include "pagetck.h"
#undef pagetck_describe
*/
import "C"

import (
	"unsafe"

	"gvisor.dev/gvisor/pkg/hostarch"
	"gvisor.dev/gvisor/pkg/ring0/pagetables"
)

const (
	present   = 1
	writable  = 1 << 1
	user      = 1 << 2
	accessed  = 1 << 5
	dirty     = 1 << 6
	super     = 1 << 7
	global    = 1 << 8
	noExecute = 1 << 63

	addressMask = 0x000f_ffff_ffff_f000
)

// wild is what the adapter panics with when an address leads out of the memory.
type wild struct{}

// space is the host as gVisor wants it: an allocator, and page tables over it. It is made for each call, because the host
// writes to the tables between calls.
type space struct {
	host       *C.pagetck_host
	tables     pagetables.PageTables
	isRootDone bool
}

func over(host unsafe.Pointer) *space {
	s := &space{host: (*C.pagetck_host)(host)}
	// Init alone, without InitArch: that turns to five levels on a processor that has them.
	s.tables.Init(s)
	s.isRootDone = true
	return s
}

func (s *space) at(physical uintptr) *pagetables.PTEs {
	start, bytes := uintptr(s.host.memory_start), uintptr(s.host.memory_bytes)
	if physical < start || physical-start > bytes-hostarch.PageSize || physical%hostarch.PageSize != 0 {
		panic(wild{})
	}
	return (*pagetables.PTEs)(unsafe.Add(unsafe.Pointer(s.host.memory), physical-start))
}

// NewPTEs takes a frame; gVisor expects it to be empty. The first one that is asked for is the root.
func (s *space) NewPTEs() *pagetables.PTEs {
	if !s.isRootDone {
		return s.at(uintptr(s.host.root))
	}
	frame := C.pagetck_take_frame(s.host)
	if frame == C.PAGETCK_NO_ADDRESS {
		panic("the adapter counted fewer tables than are taken")
	}
	C.pagetck_zero(s.host, frame)
	return s.at(uintptr(frame))
}

// PhysicalFor is where a table is.
func (s *space) PhysicalFor(ptes *pagetables.PTEs) uintptr {
	return uintptr(unsafe.Pointer(ptes)) - uintptr(unsafe.Pointer(s.host.memory)) + uintptr(s.host.memory_start)
}

// LookupPTEs is the table at a physical address.
func (s *space) LookupPTEs(physical uintptr) *pagetables.PTEs { return s.at(physical & addressMask) }

// FreePTEs gives a table back.
func (s *space) FreePTEs(ptes *pagetables.PTEs) {
	C.pagetck_give_back_frame(s.host, C.uint64_t(s.PhysicalFor(ptes)))
}

// Recycle has nothing to do: the host keeps the frames.
func (s *space) Recycle() {}

// end is the level and the entry at which the way to an address ends, or that of its own page.
func (s *space) end(address hostarch.Addr, length uintptr) (level int, word uintptr) {
	table := s.at(uintptr(s.host.root))
	for level = 4; ; level-- {
		word = uintptr(table[uintptr(address)>>(12+9*(level-1))&511])
		if level == leafLevel(length) || word&(present|super) != present {
			return level, word
		}
		table = s.at(word & addressMask)
	}
}

// hasTable tells whether a range of one larger page is made of smaller ones.
func (s *space) hasTable(address hostarch.Addr, length uintptr) bool {
	level, word := s.end(address, length)
	return level == leafLevel(length) && level > 1 && word&(present|super) == present
}

// missing is how many tables a map, or the split that an unmap begins with, takes at most.
func (s *space) missing(address hostarch.Addr, length uintptr) int {
	level, _ := s.end(address, length)
	return level - leafLevel(length)
}

// isLast tells whether a range ends at the end of all addresses, which gVisor excludes.
func isLast(address hostarch.Addr, length uintptr) bool { return uintptr(address)+length == 0 }

func leafLevel(length uintptr) int {
	switch length {
	case 1 << 30:
		return 3
	case 1 << 21:
		return 2
	default:
		return 1
	}
}

func lengthOf(size C.uint32_t) uintptr {
	switch size {
	case C.PAGETCK_1G:
		return 1 << 30
	case C.PAGETCK_2M:
		return 1 << 21
	default:
		return 1 << 12
	}
}

func sizeOf(length uintptr) C.uint32_t {
	switch length {
	case 1 << 30:
		return C.PAGETCK_1G
	case 1 << 21:
		return C.PAGETCK_2M
	default:
		return C.PAGETCK_4K
	}
}

// options are flags in gVisor's words, which have none for a page that is not present.
func options(flags uint64) (pagetables.MapOpts, bool) {
	return pagetables.MapOpts{
		AccessType: hostarch.AccessType{Read: true, Write: flags&writable != 0, Execute: flags&noExecute == 0},
		User:       flags&user != 0,
		Global:     flags&global != 0,
	}, flags&present != 0
}

func bits(opts pagetables.MapOpts) uint64 {
	flags := uint64(present)
	for _, each := range []struct {
		isSet bool
		bit   uint64
	}{{opts.AccessType.Write, writable}, {opts.User, user}, {opts.Global, global}, {!opts.AccessType.Execute, noExecute}} {
		if each.isSet {
			flags |= each.bit
		}
	}
	return flags
}
