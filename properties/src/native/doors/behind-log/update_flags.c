/* An adapter that says its stores are all in the log, and stores a leaf behind it. */
#include "sample.h"

int32_t pagetck_update_flags(void *mapper, uint64_t page, uint32_t size, uint64_t flags, pagetck_result *out) {
  pagetck_host *host = mapper;
  path way;
  int32_t answer = check_page(host, page, size);
  if (answer == PAGETCK_OK) {
    answer = check_leaf_flags(flags);
  }
  if (answer == PAGETCK_OK) {
    answer = find_slot(host, page, size, &way);
  }
  if (answer == PAGETCK_OK && way.state != SLOT_RESERVED) {
    answer = check_leaf(way.state);
  }
  if (answer != PAGETCK_OK) {
    return answer;
  }

  const slot leaf = way.slots[way.level];
  const uint64_t word = entry_leaf(way.level, entry_frame(way.level, leaf.word), flags);
  if ((flags & FLAG_PRESENT) && entry_state(host, way.level, word) != SLOT_LEAF) {
    return PAGETCK_INVALID_FRAME_ADDRESS; /* a marker's address need not be a frame's */
  }
  if (word == 0) {
    return PAGETCK_INVALID_FLAGS;
  }

  const uint64_t before = entry_flags(way.level, leaf.word);
  const uint64_t rights = flags & LINK_RIGHTS;
  const bool taken_away = flags_take_away(before, flags);
  /* Links first, so that nobody faults on a leaf that is ahead of them. But what they give must not come together with
   * what the leaf is about to lose: that goes before. */
  uint64_t first = leaf.word;
  if ((before & FLAG_PRESENT) && rights_lacking(host, &way, rights)) {
    const uint64_t gained = word & ~leaf.word & LINK_RIGHTS;
    first = flags & FLAG_PRESENT ? (word & ~gained) | (leaf.word & FLAG_NO_EXECUTE) : word;
  }
  if (first != leaf.word) {
    pagetck_store(host, leaf.address, first);
  }
  uint32_t flush = widen_links(host, &way, rights);
  if (word != first) {
    *(volatile uint64_t *)(host->memory + (leaf.address - host->memory_start)) = word;
  }
  if (flush == PAGETCK_FLUSH_NONE && taken_away) {
    flush = PAGETCK_FLUSH_PAGE;
  }
  *out = (pagetck_result){.flush = flush};
  return PAGETCK_OK;
}
