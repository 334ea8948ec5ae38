#include "sample.h"

int32_t pagetck_set_table_flags(void *mapper, uint64_t page, uint32_t level, uint64_t flags, pagetck_result *out) {
  pagetck_host *host = mapper;
  int32_t answer = check_address(host, page);
  if (answer == PAGETCK_OK && (level < 2 || level > host->levels)) {
    answer = PAGETCK_OUT_OF_RANGE;
  }
  if (answer == PAGETCK_OK) {
    answer = check_link_flags(flags);
  }
  if (answer != PAGETCK_OK) {
    return answer;
  }

  const path way = walk(host, page, level);
  if (way.state == SLOT_EMPTY || way.state == SLOT_RESERVED) {
    return PAGETCK_NOT_MAPPED;
  }
  if (way.state != SLOT_LINK) {
    return PAGETCK_PARENT_HUGE_PAGE;
  }
  const slot link = way.slots[level];
  const uint64_t before = link.word & ~ADDRESS_BITS;
  const uint64_t after = flags | FLAG_PRESENT;
  pagetck_store(host, link.address, (link.word & ADDRESS_BITS) | after);
  *out = (pagetck_result){.flush = flags_take_away(before, after) ? PAGETCK_FLUSH_ALL : PAGETCK_FLUSH_NONE};
  return PAGETCK_OK;
}
