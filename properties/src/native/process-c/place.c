#include "place.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define FRAME_BYTES UINT64_C(4096)
#define START UINT64_C(0x100000000)
#define MEMORY_BYTES (UINT64_C(64) << 20)
#define FRAME_COUNT (MEMORY_BYTES / FRAME_BYTES - 1) /* all but the root */
#define EVENT_CAPACITY 65536

/* The words behind the memory in the suite's file. */
enum { FRAMES_LEFT = 0, FRAME_CAPACITY = 1, EVENT_COUNT = 2, EVENT_CAPACITY_WORD = 3, FRAMES = 4 };

static pagetck_host host;
static uint64_t *file_words; /* null in memory of our own */
static void *mapped;
static uint64_t mapped_bytes;

static uint8_t *memory;
static uint64_t frames[FRAME_COUNT]; /* the next one last; `host.frames` starts where the budget begins */
static uint64_t returned[FRAME_COUNT], returned_count; /* given back, to be had again when the budget is lifted */
static pagetck_event events[EVENT_CAPACITY];

pagetck_host *place_host(void) { return &host; }

bool place_open(uint32_t levels) {
  if (memory == NULL) {
    memory = aligned_alloc(FRAME_BYTES, MEMORY_BYTES);
    if (memory == NULL) {
      return false;
    }
  }
  memset(memory, 0, FRAME_BYTES);
  for (uint64_t i = 0; i < FRAME_COUNT; i++) {
    frames[i] = START + (FRAME_COUNT - i) * FRAME_BYTES;
  }
  returned_count = 0;
  file_words = NULL;
  host = (pagetck_host){.version = PAGETCK_VERSION, .levels = levels, .memory = memory, .memory_start = START,
                        .memory_bytes = MEMORY_BYTES, .root = START, .frames = frames, .frames_left = FRAME_COUNT,
                        .events = events, .event_capacity = EVENT_CAPACITY};
  return true;
}

bool place_open_file(uint32_t levels, const char *path, uint64_t start, uint64_t bytes, uint64_t root) {
  if (mapped != NULL) {
    munmap(mapped, mapped_bytes);
    mapped = NULL;
  }
  const int file = open(path, O_RDWR | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0 || (uint64_t)status.st_size < bytes + FRAMES * sizeof(uint64_t)) {
    return false;
  }
  mapped_bytes = status.st_size;
  mapped = mmap(NULL, mapped_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (mapped == MAP_FAILED) {
    mapped = NULL;
    return false;
  }
  file_words = (uint64_t *)((uint8_t *)mapped + bytes);
  host = (pagetck_host){.version = PAGETCK_VERSION, .levels = levels, .memory = mapped, .memory_start = start,
                        .memory_bytes = bytes, .root = root, .frames = file_words + FRAMES,
                        .events = (pagetck_event *)(file_words + FRAMES + file_words[FRAME_CAPACITY]),
                        .event_capacity = file_words[EVENT_CAPACITY_WORD]};
  return true;
}

void place_before_call(void) {
  host.event_count = 0;
  if (file_words != NULL) {
    host.frames_left = file_words[FRAMES_LEFT];
  }
}

/* Whether this call took `frame` before it gave it back; then it counts for nothing in the budget. */
static bool was_taken(uint64_t frame) {
  for (uint64_t i = 0; i < host.event_count && i < EVENT_CAPACITY; i++) {
    if (events[i].kind == PAGETCK_TAKE && events[i].a == frame) {
      return true;
    }
  }
  return false;
}

void place_after_call(void) {
  if (file_words != NULL) {
    file_words[FRAMES_LEFT] = host.frames_left;
    file_words[EVENT_COUNT] = host.event_count;
    return;
  }
  for (uint64_t i = 0; i < host.event_count && i < EVENT_CAPACITY; i++) {
    if (events[i].kind == PAGETCK_GIVE_BACK && was_taken(events[i].a)) {
      frames[host.frames - frames + host.frames_left++] = events[i].a;
    } else if (events[i].kind == PAGETCK_GIVE_BACK) {
      returned[returned_count++] = events[i].a;
    }
  }
}

void place_limit(uint64_t limit) {
  uint64_t all = host.frames - frames + host.frames_left;
  while (returned_count > 0) {
    frames[all++] = returned[--returned_count];
  }
  host.frames_left = limit < all ? limit : all;
  host.frames = frames + all - host.frames_left;
}
