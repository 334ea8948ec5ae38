/* The sample mapper's own parts, shared by its files. Nothing in here belongs to the interface.
 *
 *   entry.c      a word of a table: what it says, how it is made
 *   arguments.c  what callers may pass
 *   walk.c       the way from the top table down
 *   table.c      links: new ones, wider ones
 *   map.c, unmap.c, ...  one operation each, as the interface names them
 *
 * The mapper keeps nothing of its own: the host is all it needs, and the `void *mapper` of the interface is the host.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include <stdbool.h>

#include "pagetck.h"

#define BIT(n) (UINT64_C(1) << (n))

#define FLAG_PRESENT BIT(0)
#define FLAG_WRITABLE BIT(1)
#define FLAG_USER BIT(2)
#define FLAG_WRITE_THROUGH BIT(3)
#define FLAG_NO_CACHE BIT(4)
#define FLAG_HUGE_PAGE BIT(7)
#define FLAG_GLOBAL BIT(8)
#define FLAG_PAT BIT(12)
#define FLAG_NO_EXECUTE BIT(63)

/* The rights that a link must have for a leaf below it to have them. */
#define LINK_RIGHTS (FLAG_WRITABLE | FLAG_USER)

/* Bits 12 to 51 of an entry. */
#define ADDRESS_BITS UINT64_C(0x000ffffffffff000)

#define PHYSICAL_WIDTH 52
#define ENTRIES 512u
#define TABLE_BYTES 4096u
#define LEVEL_MAX 5u
#define HUGE_LEVEL_MAX 3u

/* The level of the table that holds the leaves of a page size: 4 KiB 1, 2 MiB 2, 1 GiB 3. */
static inline unsigned leaf_level(uint32_t size) { return size + 1; }

/* The bytes of address space that one entry at `level` stands for. */
static inline uint64_t entry_span(unsigned level) { return BIT(12 + 9 * (level - 1)); }

/* Reads an entry by its physical address. The host may have changed it since the last call, so it is read each time. */
static inline uint64_t load_entry(const pagetck_host *host, uint64_t address) {
  return *(const volatile uint64_t *)(host->memory + (address - host->memory_start));
}

/* ---- entry.c */

typedef enum {
  SLOT_EMPTY,     /* 0 */
  SLOT_RESERVED,  /* PRESENT clear, but not 0: the host's business */
  SLOT_LINK,      /* points at a table in memory */
  SLOT_LEAF,      /* maps a page */
  SLOT_MALFORMED, /* PRESENT, and of no use */
} slot_state;

/* What `word` is, when it stands in a table of `level`. */
slot_state entry_state(const pagetck_host *host, unsigned level, uint64_t word);

/* The leaf of `level` that maps `frame` with `flags`. */
uint64_t entry_leaf(unsigned level, uint64_t frame, uint64_t flags);

/* The frame and the flags of a leaf of `level`, spelled as at the interface. */
uint64_t entry_frame(unsigned level, uint64_t word);
uint64_t entry_flags(unsigned level, uint64_t word);

/* Whether flags `after` allow less than `before`, or select another memory type, so that what a TLB holds must go. */
bool flags_take_away(uint64_t before, uint64_t after);

/* ---- arguments.c: PAGETCK_OK, or the refusal */

/* `address` with the bits above those that the tables translate copied from the highest of these. */
uint64_t canonical(const pagetck_host *host, uint64_t address);

int32_t check_address(const pagetck_host *host, uint64_t address);
int32_t check_page(const pagetck_host *host, uint64_t page, uint32_t size);
int32_t check_frame(uint64_t frame, uint32_t size);
int32_t check_leaf_flags(uint64_t flags);
int32_t check_link_flags(uint64_t flags);

/* ---- walk.c */

typedef struct {
  uint64_t address; /* physical */
  uint64_t word;
} slot;

typedef struct {
  slot slots[LEVEL_MAX + 1]; /* by level, from the top table's down to `level`; all but the last are links */
  unsigned level;            /* where the walk ended */
  slot_state state;          /* and what it found there */
} path;

/* The physical address of the entry for `address` in a table of `level`. */
uint64_t slot_address(uint64_t table, unsigned level, uint64_t address);

/* Walks towards `address`, down to level `lowest` or to the first entry that is not a link. */
path walk(const pagetck_host *host, uint64_t address, unsigned lowest);

/* Walks to the entry of a page that ought to exist. PAGETCK_OK: the walk got there, whatever the entry is. */
int32_t find_slot(const pagetck_host *host, uint64_t page, uint32_t size, path *found);

/* PAGETCK_OK if the page that a walk got to is mapped; else the refusal. */
int32_t check_leaf(slot_state state);

/* ---- table.c */

/* Takes up to `count` frames, and gives how many there were. */
unsigned take_frames(pagetck_host *host, uint64_t *frames, unsigned count);

/* Makes `count` frames tables, each linked below the one before and the first at the end of `way`. Gives the physical
 * address of the entry for `page` in the last of them. */
uint64_t add_tables(pagetck_host *host, const path *way, uint64_t page, const uint64_t *frames, unsigned count,
                    uint64_t flags);

/* Which of `rights` some link of `way` lacks. */
uint64_t rights_lacking(const pagetck_host *host, const path *way, uint64_t rights);

/* Adds `rights` to the links of `way` that lack some, from the top down, and gives the flush that this asks for. */
uint32_t widen_links(pagetck_host *host, const path *way, uint64_t rights);

#endif
