/* pagetck.h: judge a page-table mapper through a shared library. Interface version 1.
 *
 * You have a mapper: code that maps, unmaps and translates pages in x86-64 page tables. Write the functions at the
 * end of this file over it, build them into a shared library, and run
 *
 *     ./pagetck check native:path/to/library.so
 *
 * pagetck then calls your mapper some millions of times and compares its answers, and the bytes that it leaves in
 * memory, with what they ought to be. The folder c-sample beside this file holds a complete mapper to start from.
 *
 * How the parts play together
 *   - pagetck owns the memory, the stock of frames and the log, and hands them over as a `pagetck_host`. Your library
 *     sees them in place. pagetck never passes a function to call back.
 *   - Calls come one at a time, on one mapper at a time. Between two calls pagetck may change anything that the host
 *     holds, as a processor or boot code would: set ACCESSED and DIRTY, plant entries, refill or empty the stock of
 *     frames. So read the memory afresh in each call, and do not remember counts.
 *   - Before each call `event_count` is set to 0. `out` is never null. After a refusal its contents do not matter.
 *   - Privileged instructions (INVLPG, a load of CR3) would trap here. Leave them out, or replace them with
 *     `pagetck_flush`.
 *   - The library runs in a process of its own. If the mapper crashes or never returns, that is a finding about the
 *     mapper and not the end of the run. A mapper that can panic should have its panics caught and answered as
 *     PAGETCK_PANIC; that is quicker than a dead process and reads better.
 *
 * Addresses are 64-bit numbers of bytes, virtual and physical alike. Page sizes other than the three below do not come.
 *
 * Flags are the bits of an x86-64 entry in their hardware places: 0 PRESENT, 1 WRITABLE, 2 USER, 3 WRITE_THROUGH,
 * 4 NO_CACHE, 5 ACCESSED, 6 DIRTY, 8 GLOBAL, 9 to 11 free, 52 to 62 free, 63 NO_EXECUTE. Two bits need care:
 *   - PAT is bit 12 at this interface, whatever the page size. In memory it is bit 12 of a 2 MiB or 1 GiB leaf, but
 *     bit 7 of a 4 KiB one: move it when you encode and when you decode.
 *   - HUGE_PAGE is bit 7. Never return it: the size of the page says it. It may be passed to you, to see it refused.
 */
#ifndef PAGETCK_H
#define PAGETCK_H

#include <stdint.h>

/* Puts the functions of the interface on view, also in a library built with -fvisibility=hidden. */
#if defined(__GNUC__)
#define PAGETCK_API __attribute__((visibility("default")))
#else
#define PAGETCK_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define PAGETCK_VERSION 1u

/* Stands for an address that is not there: no frame left, no table flags given. */
#define PAGETCK_NO_ADDRESS UINT64_MAX

/* ------------------------------------------------------------------------------------------- sizes and answers --- */

enum { PAGETCK_4K = 0, PAGETCK_2M = 1, PAGETCK_1G = 2 };

/* What a call returns. Arguments are tested before anything else, then the entries from the top table down, then the
 * page's own entry, and last whether there are frames enough. The first test that fails names the answer. */
enum {
  PAGETCK_OK = 0,
  PAGETCK_ALREADY_MAPPED = 1,        /* map: the page's entry is not empty */
  PAGETCK_PARENT_HUGE_PAGE = 2,      /* the page lies inside a larger page, or above it is an entry that no walk can use */
  PAGETCK_PARENT_RESERVED = 3,       /* map: above the page is an entry without PRESENT that is not 0 */
  PAGETCK_TABLE_ENTRY = 4,           /* the entry of this 2 MiB or 1 GiB page points at a table */
  PAGETCK_NOT_MAPPED = 5,            /* nothing is mapped there */
  PAGETCK_NO_FRAME = 6,              /* a table is missing and the stock of frames is empty */
  PAGETCK_INVALID_FRAME_ADDRESS = 7, /* the entry that is there holds an address which it must not hold */
  PAGETCK_INVALID_FLAGS = 8,         /* HUGE_PAGE was passed, or the entry would become 0 */
  PAGETCK_NON_CANONICAL = 9,         /* the virtual address is not sign-extended */
  PAGETCK_MISALIGNED = 10,           /* page or frame is not a multiple of the page size */
  PAGETCK_OUT_OF_RANGE = 11,         /* the frame is past the physical width, or there is no such level */
  PAGETCK_REFUSED = 12,              /* refused, and the mapper does not say why */

  PAGETCK_UNSUPPORTED = 100,         /* your adapter has no way to ask the mapper this; no verdict comes of it */
  PAGETCK_PANIC = 101,               /* the mapper panicked and the adapter caught it */
  PAGETCK_WILD = 102                 /* the mapper followed an address outside the memory that it was given */
};

/* What the caller has to flush after the call, for `pagetck_result.flush`. */
enum {
  PAGETCK_FLUSH_UNKNOWN = 0, /* the mapper does not say */
  PAGETCK_FLUSH_NONE = 1,    /* nothing */
  PAGETCK_FLUSH_PAGE = 2,    /* the page that the call was about, the whole of it */
  PAGETCK_FLUSH_ALL = 3      /* everything */
};

/* --------------------------------------------------------------------------------------------------- the event log */

/* What happens during a call, in the order in which it happens. The functions below write these for you. */
enum {
  PAGETCK_TAKE = 1,      /* a: the frame */
  PAGETCK_GIVE_BACK = 2, /* a: the frame */
  PAGETCK_STORE = 3,     /* a: physical address of the entry, b: its new value */
  PAGETCK_FLUSH = 4,     /* a: first virtual address, b: bytes, 0 for everything. Works like an INVLPG of each page that
                            the range touches: it drops every translation, of any size, that holds one of those
                            addresses, and all that is cached of links. */
  PAGETCK_ZERO = 5,      /* a: a frame whose 512 entries were set to 0, by one aligned store each */
  PAGETCK_EXCHANGE = 6   /* a: physical address of the entry, b: its new value. An atomic exchange, or a
                            compare-and-exchange that succeeded. */
};

typedef struct {
  uint64_t kind;
  uint64_t a;
  uint64_t b;
} pagetck_event;

/* ------------------------------------------------------------------------------------------------------- the host */

/* What a mapper is given to work with. */
typedef struct {
  uint32_t version; /* PAGETCK_VERSION. Refuse to open if it is another. */
  uint32_t levels;  /* of the page tables: 4 or 5 */

  /* The physical memory that holds the tables: physical address p is at memory[p - memory_start]. It starts at a
   * multiple of 4 KiB and not at physical address 0. The frames that pages are mapped to are numbers only and may lie
   * anywhere; every table lies in here. */
  uint8_t *memory;
  uint64_t memory_start;
  uint64_t memory_bytes;

  /* Physical address of the top table. It may be all zeros, or hold a tree already. */
  uint64_t root;

  /* The stock of frames for new tables, each 4 KiB and FULL OF OLD BYTES: zero them before you link them. The next one
   * is frames[frames_left - 1]. With frames_left at 0 a call that needs a frame answers PAGETCK_NO_FRAME. */
  const uint64_t *frames;
  uint64_t frames_left;

  /* The log, with room for event_capacity events (65,536 at the least). Events beyond that are counted and lost, and
   * the call is not judged. */
  pagetck_event *events;
  uint64_t event_count;
  uint64_t event_capacity;
} pagetck_host;

/* Appends an event to the log. */
static inline void pagetck_log(pagetck_host *host, uint64_t kind, uint64_t a, uint64_t b) {
  if (host->event_count < host->event_capacity) {
    pagetck_event *event = &host->events[host->event_count];
    event->kind = kind;
    event->a = a;
    event->b = b;
  }
  host->event_count++;
}

/* Takes a frame for a table; PAGETCK_NO_ADDRESS when there is none. */
static inline uint64_t pagetck_take_frame(pagetck_host *host) {
  if (host->frames_left == 0) {
    return PAGETCK_NO_ADDRESS;
  }
  uint64_t frame = host->frames[--host->frames_left];
  pagetck_log(host, PAGETCK_TAKE, frame, 0);
  return frame;
}

/* Gives back the frame of a table that nothing points at any more. The caller may not touch it again. */
static inline void pagetck_give_back_frame(pagetck_host *host, uint64_t frame) {
  pagetck_log(host, PAGETCK_GIVE_BACK, frame, 0);
}

/* Stores one entry. A mapper that makes all its stores through this function and pagetck_zero is judged on their order
 * as well (effects = stores). A mapper that stores by itself calls neither, and declares effects = diff. */
static inline void pagetck_store(pagetck_host *host, uint64_t address, uint64_t value) {
  *(volatile uint64_t *)(host->memory + (address - host->memory_start)) = value;
  pagetck_log(host, PAGETCK_STORE, address, value);
}

/* Zeroes a frame: 512 stores, one event. */
static inline void pagetck_zero(pagetck_host *host, uint64_t frame) {
  volatile uint64_t *entry = (volatile uint64_t *)(host->memory + (frame - host->memory_start));
  for (int i = 0; i < 512; i++) {
    entry[i] = 0;
  }
  pagetck_log(host, PAGETCK_ZERO, frame, 0);
}

/* Flushes `bytes` from `address` on, or everything if `bytes` is 0. For mappers that flush by themselves within the
 * call, instead of telling the caller what to flush. */
static inline void pagetck_flush(pagetck_host *host, uint64_t address, uint64_t bytes) {
  pagetck_log(host, PAGETCK_FLUSH, address, bytes);
}

/* ------------------------------------------------------------------------------------- the functions to implement */

/* What a successful call tells besides PAGETCK_OK. Each function names the members that it fills. */
typedef struct {
  uint64_t frame;  /* physical address of the first byte of the 4 KiB, 2 MiB or 1 GiB frame */
  uint64_t flags;  /* as above: PAT at bit 12, never HUGE_PAGE */
  uint64_t offset; /* translate: from the frame's first byte */
  uint32_t size;   /* translate: PAGETCK_4K, PAGETCK_2M or PAGETCK_1G */
  uint32_t flush;  /* PAGETCK_FLUSH_... */
} pagetck_result;

/* The declaration: who the mapper is and how it decides where good mappers differ. "key = value" lines in storage that
 * stays valid. An example is enough for a start:
 *
 *     name = acme
 *     version = 0.3
 *     contract = x86_64-0.15
 *     sizes = 4K 2M
 *     effects = diff
 *
 * A `contract` sets every other key: `strict` (what this file describes; arguments checked, all reasons told),
 * `x86_64-0.15` and `x86_64-2019` (as the Rust crate x86_64 decides). Keys that you give besides it override it.
 * Lists are separated by blanks or commas. The values, those of `strict` first:
 *
 *   name version url          text
 *   levels                    4 | 5 | 4 5
 *   physical-width            52, or fewer bits
 *   no-execute                yes | no
 *   virtual-range             all | lower | upper: addresses outside are not passed
 *   sizes                     4K 2M 1G, or some of them
 *   operations                map unmap update-flags translate-page translate, then as far as supported
 *                             map-with-table-flags clear set-table-flags clean-up
 *   flags                     all | all -PAT -GLOBAL ... | names: which flags may be passed. With HUGE_PAGE among them it
 *                             is passed too, and has to be refused
 *   returns-flags             unmap translate-page translate, some of them, or none: whose answers carry flags
 *   adds-flags, link-adds     none | flags that the mapper sets in leaves, in links, by itself (such as ACCESSED)
 *   parent-flags              from-leaf: links gain the WRITABLE and USER of the leaves below | fixed | permissive |
 *                             explicit
 *   update-parents            widen: update_flags widens links as map does | leave
 *   absent-page               refused | ok: unmapping nothing succeeds
 *   cause                     contract: the reason is the first in the order of tests | any
 *   give-back                 after-flush: frames that come back are not used before the flush that the call asks for |
 *                             immediate
 *   allocation                exact: only frames that become tables are taken | reserved
 *   flush-all                 global: a flush of everything reaches GLOBAL pages | non-global
 *   occupied-slot             refused | identical-accepted | replaced
 *   non-present               reserved: a page may be mapped without PRESENT, and is stored so | refused | forced
 *   allocation-failure        tables-kept: tables made before the frames ran out stay | tables-kept-widened |
 *                             rolled-back
 *   table-retention           retained: empty tables stay until clean_up | freed-when-empty
 *   huge-over-empty-table     refused | replaced
 *   huge-part                 refused | split | whole: what a call on a part of a larger page does
 *   accessed-dirty            replaced, like any flag, by update_flags | preserved
 *   clean-up-range            contained: a table goes if the range holds all that it could map | touched
 *   new-mapping-flush         none | page
 *   effects                   stores: every store is in the log | diff: pagetck compares bytes | none: answers only
 *   merge                     A>B: where the contract says A this mapper says B; unmap:A>B for one operation;
 *                             *>REFUSED for a mapper that gives no reasons
 *   arguments                 checked | unchecked: whether misaligned, non-canonical and out-of-range ones may be passed
 *   planted                   all | some of RESERVED LINK MALFORMED PAT | none: entries that the host may write
 */
PAGETCK_API const char *pagetck_describe(void);

/* A mapper over `host`, which outlives it; null if that cannot be (another version, a number of levels that the mapper
 * does not have). What is returned comes back as `mapper` in every call. */
PAGETCK_API void *pagetck_open(pagetck_host *host);

/* The end of a mapper. The tables stay as they are. */
PAGETCK_API void pagetck_close(void *mapper);

/* Maps `page` to `frame` with `flags`. Tables that are missing are made: take a frame, zero it, link it. `table_flags`
 * are the flags for links, or PAGETCK_NO_ADDRESS: derive them from `flags`. A refused call leaves no trace, but for the
 * tables that were made before the frames ran out. Fills: flush. */
PAGETCK_API int32_t pagetck_map(void *mapper, uint64_t page, uint32_t size, uint64_t frame, uint64_t flags,
                                uint64_t table_flags, pagetck_result *out);

/* Removes `page`. Fills: frame and flags, as they were, and flush. */
PAGETCK_API int32_t pagetck_unmap(void *mapper, uint64_t page, uint32_t size, pagetck_result *out);

/* Gives `page` the flags `flags` in place of those that it has; the frame stays. Fills: flush. */
PAGETCK_API int32_t pagetck_update_flags(void *mapper, uint64_t page, uint32_t size, uint64_t flags,
                                         pagetck_result *out);

/* Looks `page` up as a page of `size`. Stores nothing. Fills: frame, flags. */
PAGETCK_API int32_t pagetck_translate_page(void *mapper, uint64_t page, uint32_t size, pagetck_result *out);

/* Looks up the page of any size that holds `address`. Stores nothing. Fills: frame, flags, offset, size. */
PAGETCK_API int32_t pagetck_translate(void *mapper, uint64_t address, pagetck_result *out);

/* The functions from here on are optional: one that the library does not have is an operation that it does not
 * support. */

/* Removes whatever stands in the entry of `page`, a mapped page or an entry without PRESENT.
 * A mapped page fills: frame, flags, flush. An entry without PRESENT fills: `offset` with the whole word, `flags` with
 * flags that lack PRESENT (this is how the two are told apart), and flush. */
PAGETCK_API int32_t pagetck_clear(void *mapper, uint64_t page, uint32_t size, pagetck_result *out);

/* Replaces the flags of the link at `level` (2 up to the number of levels) on the way to the address `page`, which need
 * not be aligned. PRESENT stays set. Fills: flush. */
PAGETCK_API int32_t pagetck_set_table_flags(void *mapper, uint64_t page, uint32_t level, uint64_t flags,
                                            pagetck_result *out);

/* Gives back the tables without an entry between the virtual addresses `first` and `last`, both inclusive: first the
 * lower tables, then those that became empty by it; never the top one. Unlink a table, flush, and only then give its
 * frame back. Fills: flush. */
PAGETCK_API int32_t pagetck_clean_up(void *mapper, uint64_t first, uint64_t last, pagetck_result *out);

#ifdef __cplusplus
}
#endif

#endif
