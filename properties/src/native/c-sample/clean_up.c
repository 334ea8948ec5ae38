#include "sample.h"

typedef struct {
  pagetck_host *host;
  uint64_t first;
  uint64_t last;
  uint64_t tables_left; /* as many as the memory has room for: with more, the links go round in a circle */
} sweep;

static bool is_empty(const pagetck_host *host, uint64_t table) {
  for (unsigned index = 0; index < ENTRIES; index++) {
    if (load_entry(host, table + index * sizeof(uint64_t)) != 0) {
      return false;
    }
  }
  return true;
}

/* Frees the empty tables below `table`, whose own part of the address space begins at `base`. */
static void free_below(sweep *all, uint64_t table, unsigned level, uint64_t base) {
  pagetck_host *host = all->host;
  for (unsigned index = 0; index < ENTRIES; index++) {
    const uint64_t first = canonical(host, base + index * entry_span(level));
    const uint64_t last = first + (entry_span(level) - 1);
    if (last < all->first || first > all->last) {
      continue;
    }
    const uint64_t address = table + index * sizeof(uint64_t);
    const uint64_t word = load_entry(host, address);
    const uint64_t child = word & ADDRESS_BITS;
    if (entry_state(host, level, word) != SLOT_LINK || child == host->root) {
      continue; /* a link to the top table is a recursive slot, not an owner */
    }
    if (all->tables_left == 0) {
      return;
    }
    all->tables_left--;
    if (level > 2) {
      free_below(all, child, level - 1, first);
    }
    if (all->first <= first && last <= all->last && is_empty(host, child)) {
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
    sweep whole = {.host = host, .first = first, .last = last, .tables_left = host->memory_bytes / TABLE_BYTES};
    free_below(&whole, host->root, host->levels, 0);
  }
  *out = (pagetck_result){.flush = PAGETCK_FLUSH_NONE};
  return PAGETCK_OK;
}
