/* F32. When the frames run out, those that were taken already are lost.
 * Seen in hvisor #274, xv6-riscv #118. To blame: FAL-04, ALC-02. */
#include "sample.h"

/* Why a page cannot be mapped where the walk ended, if it cannot. */
static int32_t check_way(const path *way, unsigned leaf) {
  if (way->level == leaf) {
    return way->state == SLOT_EMPTY ? PAGETCK_OK : PAGETCK_ALREADY_MAPPED;
  }
  switch (way->state) {
    case SLOT_LEAF:
    case SLOT_MALFORMED:
      return PAGETCK_PARENT_HUGE_PAGE;
    case SLOT_RESERVED:
      return PAGETCK_PARENT_RESERVED;
    case SLOT_EMPTY:
    case SLOT_LINK:
      break;
  }
  return PAGETCK_OK;
}

int32_t pagetck_map(void *mapper, uint64_t page, uint32_t size, uint64_t frame, uint64_t flags, uint64_t table_flags,
                    pagetck_result *out) {
  pagetck_host *host = mapper;
  const unsigned leaf = leaf_level(size);
  if (table_flags == PAGETCK_NO_ADDRESS) {
    table_flags = flags & LINK_RIGHTS;
  }

  int32_t answer = check_page(host, page, size);
  if (answer == PAGETCK_OK) {
    answer = check_frame(frame, size);
  }
  if (answer == PAGETCK_OK) {
    answer = check_leaf_flags(flags);
  }
  if (answer == PAGETCK_OK) {
    answer = check_link_flags(table_flags);
  }
  if (answer != PAGETCK_OK) {
    return answer;
  }
  const uint64_t word = entry_leaf(leaf, frame, flags);
  if (word == 0) {
    return PAGETCK_INVALID_FLAGS; /* it would map nothing */
  }

  const path way = walk(host, page, leaf);
  answer = check_way(&way, leaf);
  if (answer != PAGETCK_OK) {
    return answer;
  }

  uint64_t frames[LEVEL_MAX];
  const unsigned missing = way.level - leaf;
  const unsigned taken = take_frames(host, frames, missing);
  if (taken < missing) {
    return PAGETCK_NO_FRAME;
  }
  const uint32_t flush = widen_links(host, &way, table_flags & LINK_RIGHTS);
  const uint64_t address = add_tables(host, &way, page, frames, missing, table_flags | FLAG_PRESENT);
  pagetck_store(host, address, word);
  *out = (pagetck_result){.flush = flush};
  return PAGETCK_OK;
}
