/* F03. translate_page of a huge page does not look whether the entry is a table: it answers with the table's frame.
 * Seen in the x86_64 crate, all versions. To blame: TRN-01. */
#include "sample.h"

int32_t pagetck_translate_page(void *mapper, uint64_t page, uint32_t size, pagetck_result *out) {
  const pagetck_host *host = mapper;
  path way;
  int32_t answer = check_page(host, page, size);
  if (answer == PAGETCK_OK) {
    answer = find_slot(host, page, size, &way);
  }
  if (answer == PAGETCK_OK && way.state != SLOT_LINK) {
    answer = check_leaf(way.state);
  }
  if (answer != PAGETCK_OK) {
    return answer;
  }
  const uint64_t word = way.slots[way.level].word;
  *out = (pagetck_result){
      .frame = entry_frame(way.level, word),
      .flags = entry_flags(way.level, word),
      .flush = PAGETCK_FLUSH_NONE,
  };
  return PAGETCK_OK;
}
