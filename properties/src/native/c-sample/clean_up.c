#include "sample.h"

typedef struct {
  uint64_t first;
  uint64_t last;
} span;

static bool is_empty(const pagetck_host *host, uint64_t table) {
  for (unsigned index = 0; index < ENTRIES; index++) {
    if (load_entry(host, table + index * sizeof(uint64_t)) != 0) {
      return false;
    }
  }
  return true;
}

/* Frees the empty tables below `table`, whose own part of the address space begins at `base`. */
static void free_below(pagetck_host *host, uint64_t table, unsigned level, uint64_t base, span range) {
  for (unsigned index = 0; index < ENTRIES; index++) {
    const uint64_t first = canonical(host, base + index * entry_span(level));
    const uint64_t last = first + (entry_span(level) - 1);
    if (last < range.first || first > range.last) {
      continue;
    }
    const uint64_t address = table + index * sizeof(uint64_t);
    const uint64_t word = load_entry(host, address);
    const uint64_t child = word & ADDRESS_BITS;
    if (entry_state(host, level, word) != SLOT_LINK || child == host->root) {
      continue; /* a link to the top table is a recursive slot, not an owner */
    }
    if (level > 2) {
      free_below(host, child, level - 1, first, range);
    }
    if (range.first <= first && last <= range.last && is_empty(host, child)) {
      pagetck_store(host, address, 0);
      pagetck_flush(host, first, TABLE_BYTES); /* one address of a table drops all that is cached of links */
      pagetck_give_back_frame(host, child);
    }
  }
}

int32_t pagetck_clean_up(void *mapper, uint64_t first, uint64_t last, pagetck_result *out) {
  pagetck_host *host = mapper;
  if (check_address(host, first) != PAGETCK_OK || check_address(host, last) != PAGETCK_OK) {
    return PAGETCK_NON_CANONICAL;
  }
  if (first <= last) {
    free_below(host, host->root, host->levels, 0, (span){first, last});
  }
  *out = (pagetck_result){.flush = PAGETCK_FLUSH_NONE};
  return PAGETCK_OK;
}
