#include "sample.h"

int32_t pagetck_translate(void *mapper, uint64_t address, pagetck_result *out) {
  const pagetck_host *host = mapper;
  int32_t answer = check_address(host, address);
  if (answer != PAGETCK_OK) {
    return answer;
  }
  const path way = walk(host, address, 1);
  const uint64_t word = way.slots[way.level].word;
  if (way.state == SLOT_EMPTY || way.state == SLOT_RESERVED) {
    return PAGETCK_NOT_MAPPED;
  }
  if (way.state != SLOT_LEAF) {
    return PAGETCK_INVALID_FRAME_ADDRESS;
  }
  *out = (pagetck_result){
      .frame = entry_frame(way.level, word),
      .flags = entry_flags(way.level, word),
      .offset = address % entry_span(way.level),
      .size = way.level - 1,
      .flush = PAGETCK_FLUSH_NONE,
  };
  return PAGETCK_OK;
}
