#include "mapper.h"

#define PRESENT UINT64_C(1)
#define WRITABLE (UINT64_C(1) << 1)
#define USER (UINT64_C(1) << 2)
#define HUGE_PAGE (UINT64_C(1) << 7)
#define PAT (UINT64_C(1) << 12)
#define TYPE (UINT64_C(3) << 3 | PAT)
#define NO_EXECUTE (UINT64_C(1) << 63)
#define ADDRESS UINT64_C(0x000ffffffffff000)
#define SPAN(level) (UINT64_C(1) << (12 + 9 * ((level) - 1)))

typedef enum { EMPTY, RESERVED, LINK, LEAF, MALFORMED } state;

/* Where a walk ended. */
typedef struct {
  unsigned level;
  uint64_t entry, word;
  state state;
} end;

static state state_of(const pagetck_host *host, unsigned level, uint64_t word) {
  if (!(word & PRESENT)) {
    return word == 0 ? EMPTY : RESERVED;
  }
  if (level > 1 && !(word & HUGE_PAGE)) {
    return (word & ADDRESS) - host->memory_start < host->memory_bytes ? LINK : MALFORMED;
  }
  const uint64_t inside = level == 1 ? 0 : (SPAN(level) - 1) & ADDRESS & ~PAT;
  return level > 3 || (word & inside) ? MALFORMED : LEAF;
}

/* Walks towards `address`, to the first entry that is not a link. */
static end walk(const pagetck_host *host, uint64_t address) {
  end here = {.level = 4};
  for (uint64_t table = host->root;; here.level--, table = here.word & ADDRESS) {
    here.entry = table + address / SPAN(here.level) % 512 * 8;
    here.word = *(const volatile uint64_t *)(host->memory + (here.entry - host->memory_start));
    here.state = state_of(host, here.level, here.word);
    if (here.state != LINK) {
      return here;
    }
  }
}

static uint64_t frame_of(unsigned level, uint64_t word) { return word & ADDRESS & ~(level == 1 ? 0 : PAT); }

static uint64_t flags_of(unsigned level, uint64_t word) {
  return level == 1 ? (word & ~ADDRESS & ~HUGE_PAGE) | (word & HUGE_PAGE ? PAT : 0) : word & (~ADDRESS | PAT) & ~HUGE_PAGE;
}

static uint64_t leaf(uint64_t frame, uint64_t flags) { return frame | (flags & ~PAT) | (flags & PAT ? HUGE_PAGE : 0); }

static int32_t check(uint64_t page, uint64_t frame, uint64_t flags) {
  if ((uint64_t)((int64_t)(page << 16) >> 16) != page) {
    return PAGETCK_NON_CANONICAL;
  }
  if (page % 4096 != 0 || frame % 4096 != 0) {
    return PAGETCK_MISALIGNED;
  }
  if (frame >> 52 != 0) {
    return PAGETCK_OUT_OF_RANGE;
  }
  return flags & HUGE_PAGE ? PAGETCK_INVALID_FLAGS : PAGETCK_OK;
}

/* Why a page that ought to be there is not. A RESERVED entry is there for who changes its flags. */
static int32_t check_there(const end *at, bool or_reserved) {
  switch (at->state) {
    case LEAF:
      return at->level == 1 ? PAGETCK_OK : PAGETCK_PARENT_HUGE_PAGE;
    case RESERVED:
      return at->level == 1 && or_reserved ? PAGETCK_OK : PAGETCK_NOT_MAPPED;
    case MALFORMED:
      return at->level == 1 ? PAGETCK_INVALID_FRAME_ADDRESS : PAGETCK_PARENT_HUGE_PAGE;
    case EMPTY:
    case LINK:
      break;
  }
  return PAGETCK_NOT_MAPPED;
}

int32_t mapper_map(pagetck_host *host, uint64_t page, uint64_t frame, uint64_t flags) {
  const int32_t refused = check(page, frame, flags);
  if (refused != PAGETCK_OK) {
    return refused;
  }
  const uint64_t word = leaf(frame, flags);
  if (word == 0) {
    return PAGETCK_INVALID_FLAGS; /* it would map nothing */
  }
  end at = walk(host, page);
  if (at.state != EMPTY) {
    return at.level == 1 ? PAGETCK_ALREADY_MAPPED : at.state == RESERVED ? PAGETCK_PARENT_RESERVED : PAGETCK_PARENT_HUGE_PAGE;
  }
  while (at.level > 1) {
    const uint64_t table = pagetck_take_frame(host);
    if (table == PAGETCK_NO_ADDRESS) {
      return PAGETCK_NO_FRAME; /* the tables that there are stay, for the next call */
    }
    pagetck_zero(host, table);
    pagetck_store(host, at.entry, table | PRESENT | WRITABLE | USER);
    at.level--;
    at.entry = table + page / SPAN(at.level) % 512 * 8;
  }
  pagetck_store(host, at.entry, word);
  return PAGETCK_OK;
}

int32_t mapper_unmap(pagetck_host *host, uint64_t page, uint64_t *frame, uint64_t *flags) {
  const int32_t answer = mapper_page(host, page, frame, flags);
  if (answer == PAGETCK_OK) {
    pagetck_store(host, walk(host, page).entry, 0);
  }
  return answer;
}

int32_t mapper_update(pagetck_host *host, uint64_t page, uint64_t flags, bool *narrowed) {
  int32_t answer = check(page, 0, flags);
  if (answer != PAGETCK_OK) {
    return answer;
  }
  const end at = walk(host, page);
  answer = check_there(&at, true);
  if (answer != PAGETCK_OK) {
    return answer;
  }
  const uint64_t word = leaf(frame_of(1, at.word), flags);
  if (word == 0) {
    return PAGETCK_INVALID_FLAGS; /* it would remove the page */
  }
  const uint64_t before = flags_of(1, at.word);
  *narrowed = before & PRESENT && (before & ~flags & (PRESENT | WRITABLE) || (before ^ flags) & (USER | TYPE) ||
                                   flags & ~before & NO_EXECUTE);
  pagetck_store(host, at.entry, word);
  return PAGETCK_OK;
}

int32_t mapper_page(pagetck_host *host, uint64_t page, uint64_t *frame, uint64_t *flags) {
  int32_t answer = check(page, 0, 0);
  if (answer != PAGETCK_OK) {
    return answer;
  }
  const end at = walk(host, page);
  answer = check_there(&at, false);
  *frame = frame_of(1, at.word);
  *flags = flags_of(1, at.word);
  return answer;
}

/* The host may have mapped larger pages. */
int32_t mapper_translate(pagetck_host *host, uint64_t address, uint32_t *size, uint64_t *frame, uint64_t *offset,
                         uint64_t *flags) {
  const int32_t answer = check(address & ~UINT64_C(4095), 0, 0);
  if (answer != PAGETCK_OK) {
    return answer;
  }
  const end at = walk(host, address);
  if (at.state != LEAF) {
    return at.state == MALFORMED ? PAGETCK_INVALID_FRAME_ADDRESS : PAGETCK_NOT_MAPPED;
  }
  *size = at.level - 1;
  *frame = frame_of(at.level, at.word);
  *offset = address % SPAN(at.level);
  *flags = flags_of(at.level, at.word);
  return PAGETCK_OK;
}
