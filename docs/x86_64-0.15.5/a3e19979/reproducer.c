/* update-flags of a 2M page that meets a LINK entry answers ok where TABLE_ENTRY is owed.
 *
 * Ends with 1 while the defect is there, with 0 when it is gone. Needs pagetck.h and nothing else:
 *
 *     cc -I FOLDER-OF-PAGETCK.H reproducer.c -ldl -o reproducer
 *     ./reproducer path/to/library.so
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pagetck.h"

#define LEVELS 4
#define START UINT64_C(0x100000000)
#define BYTES UINT64_C(67108864)
#define OLD_WORD(index) ((uint64_t)(0x100000007u + index * 4096))
#define EVENTS 65536
#define ADDRESS UINT64_C(0x000ffffffffff000)
/* The function of the library with the type that the header gives it. */
#define CALL(name) (*(__typeof__(&pagetck_##name))function("pagetck_" #name))

/* Frames for tables, full of old bytes; the last one is handed out first. */
static uint64_t stock[4096] = {
    0x10000c000u,
    0x10000b000u,
    0x10000a000u,
    0x100009000u,
    0x100008000u,
    0x100007000u,
    0x100006000u,
    0x100005000u,
    0x100004000u,
    0x100003000u,
    0x100002000u,
    0x100001000u,
};
static pagetck_host host;
static pagetck_event events[EVENTS];
static void *library;
static void *mapper;
static pagetck_result out;
static int32_t answer;
static int failures;

static const char *const ANSWERS[] = {
    "ok", "ALREADY_MAPPED", "PARENT_HUGE_PAGE", "PARENT_RESERVED", "TABLE_ENTRY", "NOT_MAPPED", "NO_FRAME",
    "INVALID_FRAME_ADDRESS", "INVALID_FLAGS", "NON_CANONICAL", "MISALIGNED", "OUT_OF_RANGE", "REFUSED",
};

static const char *name_of(int32_t code) {
  if (code >= 0 && code <= PAGETCK_REFUSED) {
    return ANSWERS[code];
  }
  return code == PAGETCK_PANIC ? "panic" : code == PAGETCK_WILD ? "an access outside the memory" : "unsupported";
}

static void *function(const char *name) {
  void *found = dlsym(library, name);
  if (found == NULL) {
    fprintf(stderr, "the library has no %s\n", name);
    exit(3);
  }
  return found;
}

/* Memory with an empty top table at its start, and a mapper over it. */
static void begin(int count, char **arguments) {
  library = count == 2 ? dlopen(arguments[1], RTLD_NOW) : NULL;
  if (library == NULL) {
    fprintf(stderr, "%s\n", count == 2 ? dlerror() : "usage: reproducer path/to/library.so");
    exit(3);
  }
  host = (pagetck_host){.version = PAGETCK_VERSION, .levels = LEVELS, .memory = aligned_alloc(4096, BYTES),
                        .memory_start = START, .memory_bytes = BYTES, .root = START, .frames = stock,
                        .events = events, .event_capacity = EVENTS};
  memset(host.memory, 0, 4096);
  while (stock[host.frames_left] != 0) {
    uint64_t *words = (uint64_t *)(host.memory + (stock[host.frames_left++] - START));
    for (uint64_t index = 0; index < 512; index++) {
      words[index] = OLD_WORD(index);
    }
  }
  mapper = CALL(open)(&host);
  if (mapper == NULL) {
    fprintf(stderr, "the library does not open\n");
    exit(3);
  }
  alarm(20); /* a call that never returns */
}

static void before(const char *line, const char *owed) {
  printf("%s\n    owed   %s\n", line, owed);
  fflush(stdout);
  memset(&out, 0, sizeof out);
  host.event_count = 0;
}

/* Says what was answered; frames that were given back can be had again. */
static void after(void) {
  printf("    given  %s frame=0x%" PRIx64 " flags=0x%" PRIx64 " flush=%u\n", name_of(answer), out.frame, out.flags,
         out.flush);
  for (uint64_t i = 0; i < host.event_count && i < EVENTS; i++) {
    if (events[i].kind == PAGETCK_GIVE_BACK) {
      stock[(uint64_t)(host.frames - stock) + host.frames_left++] = events[i].a;
    }
  }
}

/* At most so many more frames are to be had. */
static inline void limit(uint64_t frames) {
  uint64_t there = (uint64_t)(host.frames - stock) + host.frames_left;
  host.frames_left = frames < there ? frames : there;
  host.frames = stock + (there - host.frames_left);
}

/* The entry at `level` on the way to `address`, null where the way ends above it. */
static inline uint64_t *entry(int level, uint64_t address) {
  uint64_t table = START;
  for (int here = LEVELS;; here--) {
    uint64_t *at = (uint64_t *)(host.memory + (table - START)) + (address >> (12 + 9 * (here - 1)) & 511);
    if (here == level) {
      return at;
    }
    table = *at & ADDRESS;
    bool is_link = (*at & 0x81) == 1 && table >= START && table < START + BYTES;
    if (!is_link) {
      return NULL;
    }
  }
}

/* The host changes an entry. */
static inline void set(int level, uint64_t address, uint64_t keep, uint64_t word) {
  uint64_t *at = entry(level, address);
  if (at == NULL) {
    printf("there is no entry at level %d for 0x%" PRIx64 "\n", level, address);
    exit(1);
  }
  *at = (*at & keep) | word;
}

static inline void owe(const char *what, uint64_t given, uint64_t owed) {
  if (given != owed) {
    printf("%s: owed 0x%" PRIx64 ", given 0x%" PRIx64 "\n", what, owed, given);
    failures++;
  }
}

static inline void owe_answer(bool is_owed) {
  if (!is_owed) {
    printf("the answer %s is not the owed one\n", name_of(answer));
    failures++;
  }
}

/* Compares the bits of `mask`: a link's address is the mapper's choice. */
static inline void owe_word(int level, uint64_t address, uint64_t mask, uint64_t owed) {
  uint64_t *at = entry(level, address);
  uint64_t given = at == NULL ? 0 : *at & mask;
  if (given != owed) {
    printf("entry at level %d for 0x%" PRIx64 ": owed 0x%" PRIx64 ", given 0x%" PRIx64 "\n", level, address, owed,
           given);
    failures++;
  }
}

static int finish(void) {
  CALL(close)(mapper);
  printf(failures > 0 ? "the defect is there\n" : "the defect is gone\n");
  return failures > 0;
}

int main(int count, char **arguments) {
  begin(count, arguments);

  /* map 4K 0x0 0x0 PRESENT */
  before("map 4K 0x0 0x0 PRESENT", "ok flush=none");
  answer = CALL(map)(mapper, 0x0u, PAGETCK_4K, 0x0u, 0x1u, PAGETCK_NO_ADDRESS, &out);
  after();

  /* update-flags 2M 0x0 PRESENT */
  before("update-flags 2M 0x0 PRESENT", "refused TABLE_ENTRY");
  answer = CALL(update_flags)(mapper, 0x0u, PAGETCK_2M, 0x1u, &out);
  after();

  /* What is owed now: refused TABLE_ENTRY */
  owe_answer(answer == PAGETCK_PARENT_HUGE_PAGE || answer == PAGETCK_PARENT_RESERVED || answer == PAGETCK_TABLE_ENTRY);
  owe_word(2, 0x0u, 0xfff0000000000fffu, 0x1u);
  owe_word(1, 0x0u, 0xffffffffffffffffu, 0x1u);
  return finish();
}
