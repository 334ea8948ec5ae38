#include "sample.h"

/* Bits 0 to 12 and 52 to 63: all that has a name. */
#define NAMED_FLAGS (~ADDRESS_BITS | FLAG_PAT)

uint64_t canonical(const pagetck_host *host, uint64_t address) {
  uint64_t sign = BIT(12 + 9 * host->levels - 1);
  return ((address & (2 * sign - 1)) ^ sign) - sign;
}

int32_t check_address(const pagetck_host *host, uint64_t address) {
  return canonical(host, address) == address ? PAGETCK_OK : PAGETCK_NON_CANONICAL;
}

int32_t check_page(const pagetck_host *host, uint64_t page, uint32_t size) {
  if (size > PAGETCK_1G) {
    return PAGETCK_UNSUPPORTED;
  }
  int32_t answer = check_address(host, page);
  if (answer != PAGETCK_OK) {
    return answer;
  }
  return page % entry_span(leaf_level(size)) == 0 ? PAGETCK_OK : PAGETCK_MISALIGNED;
}

int32_t check_frame(uint64_t frame, uint32_t size) {
  if (frame % entry_span(leaf_level(size)) != 0) {
    return PAGETCK_MISALIGNED;
  }
  return frame < BIT(PHYSICAL_WIDTH) ? PAGETCK_OK : PAGETCK_OUT_OF_RANGE;
}

int32_t check_leaf_flags(uint64_t flags) {
  return flags & (FLAG_HUGE_PAGE | ~NAMED_FLAGS) ? PAGETCK_INVALID_FLAGS : PAGETCK_OK;
}

int32_t check_link_flags(uint64_t flags) {
  return flags & (FLAG_HUGE_PAGE | FLAG_PAT | FLAG_GLOBAL | ~NAMED_FLAGS) ? PAGETCK_INVALID_FLAGS : PAGETCK_OK;
}
