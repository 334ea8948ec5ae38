/* F16. The walk takes a huge leaf for a table.
 * Seen in the x86_64 crate, #529 (reverted). To blame: UNM-03, FRM-03. */
#include "sample.h"

uint64_t slot_address(uint64_t table, unsigned level, uint64_t address) {
  uint64_t index = address / entry_span(level) % ENTRIES;
  return table + index * sizeof(uint64_t);
}

/* Without its HUGE_PAGE, is it a link? */
static bool leads_on(const pagetck_host *host, unsigned level, uint64_t word) {
  return entry_state(host, level, word & ~FLAG_HUGE_PAGE) == SLOT_LINK;
}

path walk(const pagetck_host *host, uint64_t address, unsigned lowest) {
  path way = {.level = host->levels};
  for (uint64_t table = host->root;; way.level--) {
    slot *here = &way.slots[way.level];
    here->address = slot_address(table, way.level, address);
    here->word = load_entry(host, here->address);
    way.state = entry_state(host, way.level, here->word);
    if (way.level == lowest || !leads_on(host, way.level, here->word)) {
      return way;
    }
    table = here->word & ADDRESS_BITS;
  }
}

int32_t find_slot(const pagetck_host *host, uint64_t page, uint32_t size, path *found) {
  *found = walk(host, page, leaf_level(size));
  if (found->level == leaf_level(size)) {
    return PAGETCK_OK;
  }
  bool absent = found->state == SLOT_EMPTY || found->state == SLOT_RESERVED;
  return absent ? PAGETCK_NOT_MAPPED : PAGETCK_PARENT_HUGE_PAGE;
}

int32_t check_leaf(slot_state state) {
  switch (state) {
    case SLOT_EMPTY:
    case SLOT_RESERVED:
      return PAGETCK_NOT_MAPPED;
    case SLOT_LINK:
      return PAGETCK_TABLE_ENTRY;
    case SLOT_MALFORMED:
      return PAGETCK_INVALID_FRAME_ADDRESS;
    case SLOT_LEAF:
      break;
  }
  return PAGETCK_OK;
}
