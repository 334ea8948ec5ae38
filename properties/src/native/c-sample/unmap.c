#include "sample.h"

int32_t pagetck_unmap(void *mapper, uint64_t page, uint32_t size, pagetck_result *out) {
  pagetck_host *host = mapper;
  path way;
  int32_t answer = check_page(host, page, size);
  if (answer == PAGETCK_OK) {
    answer = find_slot(host, page, size, &way);
  }
  if (answer == PAGETCK_OK) {
    answer = check_leaf(way.state);
  }
  if (answer != PAGETCK_OK) {
    return answer;
  }
  const slot leaf = way.slots[way.level];
  pagetck_store(host, leaf.address, 0);
  *out = (pagetck_result){
      .frame = entry_frame(way.level, leaf.word),
      .flags = entry_flags(way.level, leaf.word),
      .flush = PAGETCK_FLUSH_PAGE,
  };
  return PAGETCK_OK;
}
