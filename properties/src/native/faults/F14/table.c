/* F14. A new table is not zeroed: what its frame held before is mapped.
 * A classic. To blame: STR-10, ALC-05. */
#include "sample.h"

unsigned take_frames(pagetck_host *host, uint64_t *frames, unsigned count) {
  unsigned taken = 0;
  while (taken < count) {
    uint64_t frame = pagetck_take_frame(host);
    if (frame == PAGETCK_NO_ADDRESS) {
      break;
    }
    frames[taken++] = frame;
  }
  return taken;
}

uint64_t add_tables(pagetck_host *host, const path *way, uint64_t page, const uint64_t *frames, unsigned count,
                    uint64_t flags) {
  uint64_t parent = way->slots[way->level].address;
  for (unsigned i = 0; i < count; i++) {
    pagetck_store(host, parent, frames[i] | flags);
    parent = slot_address(frames[i], way->level - 1 - i, page);
  }
  return parent;
}

uint64_t rights_lacking(const pagetck_host *host, const path *way, uint64_t rights) {
  uint64_t lacking = 0;
  for (unsigned level = host->levels; level > way->level; level--) {
    lacking |= rights & ~way->slots[level].word;
  }
  return lacking;
}

uint32_t widen_links(pagetck_host *host, const path *way, uint64_t rights) {
  const uint64_t lacking = rights_lacking(host, way, rights);
  for (unsigned level = host->levels; level > way->level; level--) {
    const slot *link = &way->slots[level];
    if (rights & ~link->word) {
      pagetck_store(host, link->address, link->word | rights);
    }
  }
  /* WRITABLE takes nothing from anybody. USER does: it turns what was the kernel's own into user memory, for every leaf
   * below that has USER, and SMEP and SMAP then keep the kernel out. */
  return lacking & FLAG_USER ? PAGETCK_FLUSH_ALL : PAGETCK_FLUSH_NONE;
}
