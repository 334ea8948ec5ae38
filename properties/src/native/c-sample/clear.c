#include "sample.h"

int32_t pagetck_clear(void *mapper, uint64_t page, uint32_t size, pagetck_result *out) {
  pagetck_host *host = mapper;
  path way;
  int32_t answer = check_page(host, page, size);
  if (answer == PAGETCK_OK) {
    answer = find_slot(host, page, size, &way);
  }
  if (answer != PAGETCK_OK) {
    return answer;
  }
  if (way.state != SLOT_RESERVED) {
    return pagetck_unmap(mapper, page, size, out);
  }
  const slot marker = way.slots[way.level];
  pagetck_store(host, marker.address, 0);
  *out = (pagetck_result){
      .offset = marker.word,
      .flags = entry_flags(way.level, marker.word),
      .flush = PAGETCK_FLUSH_NONE,
  };
  return PAGETCK_OK;
}
