#include "sample.h"

/* Bit 7 of a 4 KiB leaf, where larger leaves have HUGE_PAGE. */
#define LEVEL_1_PAT BIT(7)

static bool is_table_frame(const pagetck_host *host, uint64_t address) {
  return address >= host->memory_start && address - host->memory_start <= host->memory_bytes - TABLE_BYTES;
}

slot_state entry_state(const pagetck_host *host, unsigned level, uint64_t word) {
  if (word == 0) {
    return SLOT_EMPTY;
  }
  if (!(word & FLAG_PRESENT)) {
    return SLOT_RESERVED;
  }
  if (level == 1) {
    return SLOT_LEAF;
  }
  if (!(word & FLAG_HUGE_PAGE)) {
    return is_table_frame(host, word & ADDRESS_BITS) ? SLOT_LINK : SLOT_MALFORMED;
  }
  if (level > HUGE_LEVEL_MAX) {
    return SLOT_MALFORMED;
  }
  return entry_frame(level, word) % entry_span(level) == 0 ? SLOT_LEAF : SLOT_MALFORMED;
}

uint64_t entry_leaf(unsigned level, uint64_t frame, uint64_t flags) {
  if (level > 1) {
    return frame | flags | FLAG_HUGE_PAGE;
  }
  return frame | (flags & ~FLAG_PAT) | (flags & FLAG_PAT ? LEVEL_1_PAT : 0);
}

uint64_t entry_frame(unsigned level, uint64_t word) {
  return word & ADDRESS_BITS & (level > 1 ? ~FLAG_PAT : ~UINT64_C(0));
}

uint64_t entry_flags(unsigned level, uint64_t word) {
  uint64_t flags = word & ~(ADDRESS_BITS | FLAG_HUGE_PAGE);
  uint64_t pat = word & (level > 1 ? FLAG_PAT : LEVEL_1_PAT);
  return pat ? flags | FLAG_PAT : flags;
}

bool flags_take_away(uint64_t before, uint64_t after) {
  if (!(before & FLAG_PRESENT)) {
    return false; /* nothing is cached of an absent entry */
  }
  uint64_t lost = before & ~after;
  uint64_t gained = after & ~before;
  /* USER counts both ways: with SMEP and SMAP the kernel may not do to a user page what it may do to its own. */
  uint64_t either_way = FLAG_USER | FLAG_WRITE_THROUGH | FLAG_NO_CACHE | FLAG_PAT;
  return (lost & (FLAG_PRESENT | FLAG_WRITABLE)) || (gained & FLAG_NO_EXECUTE) || ((lost | gained) & either_way);
}
