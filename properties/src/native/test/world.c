#define _GNU_SOURCE
#include "world.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define GUARD KIB4
#define STOCK (sizeof(((world *)0)->frames) / sizeof(uint64_t))

/* Fills a function pointer from a symbol, in the way that POSIX wants it. */
#define SYMBOL(into, name) (*(void **)&(into)->name = dlsym((into)->handle, "pagetck_" #name))

bool library_load(library *into, const char *path) {
  memset(into, 0, sizeof *into);
  into->handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (into->handle == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    return false;
  }
  SYMBOL(into, describe);
  SYMBOL(into, open);
  SYMBOL(into, close);
  SYMBOL(into, map);
  SYMBOL(into, unmap);
  SYMBOL(into, update_flags);
  SYMBOL(into, translate_page);
  SYMBOL(into, translate);
  SYMBOL(into, clear);
  SYMBOL(into, set_table_flags);
  SYMBOL(into, clean_up);
  return true;
}

static void *pages(size_t bytes) {
  void *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED) {
    perror("mmap");
    exit(3);
  }
  return at;
}

void world_open(world *in, const library *subject, unsigned levels, bool quiet) {
  memset(in, 0, sizeof *in);
  in->subject = subject;
  in->quiet = quiet;
  in->logged = strstr(subject->describe(), "effects = stores") != NULL;
  in->mapping = pages(MEMORY_BYTES + 2 * GUARD);
  in->before = pages(MEMORY_BYTES);
  in->events = pages(EVENT_MAX * sizeof(pagetck_event));
  uint8_t *memory = in->mapping + GUARD;
  mprotect(in->mapping, GUARD, PROT_NONE);
  mprotect(memory + MEMORY_BYTES, GUARD, PROT_NONE);

  /* Old bytes that could be entries: present, with addresses inside the memory and outside. */
  for (uint64_t i = 0; i < MEMORY_BYTES / 8; i++) {
    uint64_t word = (MEMORY_START + i * 7 % 300 * KIB4) | (i * 37 % 4096) | (i % 3 == 0 ? P : 0);
    memcpy(memory + i * 8, &word, 8);
  }
  memset(memory, 0, KIB4); /* the root */
  for (uint64_t i = 0; i < STOCK; i++) {
    in->frames[i] = MEMORY_START + (1 + i * 5 % STOCK) * KIB4;
  }
  in->host = (pagetck_host){
      .version = PAGETCK_VERSION,
      .levels = levels,
      .memory = memory,
      .memory_start = MEMORY_START,
      .memory_bytes = MEMORY_BYTES,
      .root = MEMORY_START,
      .frames = in->frames,
      .frames_left = STOCK,
      .events = in->events,
      .event_capacity = EVENT_MAX,
  };
  in->mapper = subject->open(&in->host);
}

void world_close(world *in) {
  if (in->mapper != NULL) {
    in->subject->close(in->mapper);
  }
  munmap(in->mapping, MEMORY_BYTES + 2 * GUARD);
  munmap(in->before, MEMORY_BYTES);
  munmap(in->events, EVENT_MAX * sizeof(pagetck_event));
}

void owe(world *in, const char *file, int line, const char *what, uint64_t given, uint64_t owed) {
  if (given == owed) {
    return;
  }
  in->failures++;
  if (!in->quiet) {
    const char *name = strrchr(file, '/');
    printf("    %s:%d: %s: given 0x%llx, owed 0x%llx\n", name ? name + 1 : file, line, what,
           (unsigned long long)given, (unsigned long long)owed);
  }
}

static void begin(world *in) {
  memcpy(in->before, in->host.memory, MEMORY_BYTES);
  memset(&in->out, 0xa5, sizeof in->out); /* a member that is not filled shows */
  in->host.event_count = 0;
}

/* Plays the log over the bytes of before: it must give the bytes of after. */
static int32_t end(world *in, int32_t answer) {
  if (!in->logged) {
    return answer;
  }
  uint8_t *replayed = pages(MEMORY_BYTES);
  memcpy(replayed, in->before, MEMORY_BYTES);
  for (uint64_t i = 0; i < in->host.event_count && i < EVENT_MAX; i++) {
    const pagetck_event *event = &in->events[i];
    if (event->kind == PAGETCK_STORE || event->kind == PAGETCK_EXCHANGE) {
      memcpy(replayed + (event->a - MEMORY_START), &event->b, 8);
    } else if (event->kind == PAGETCK_ZERO) {
      memset(replayed + (event->a - MEMORY_START), 0, KIB4);
    }
  }
  OWED(in, memcmp(replayed, in->host.memory, MEMORY_BYTES), 0);
  munmap(replayed, MEMORY_BYTES);
  return answer;
}

int32_t do_map(world *in, uint64_t page, uint32_t size, uint64_t frame, uint64_t flags, uint64_t table_flags) {
  begin(in);
  return end(in, in->subject->map(in->mapper, page, size, frame, flags, table_flags, &in->out));
}

int32_t do_unmap(world *in, uint64_t page, uint32_t size) {
  begin(in);
  return end(in, in->subject->unmap(in->mapper, page, size, &in->out));
}

int32_t do_update(world *in, uint64_t page, uint32_t size, uint64_t flags) {
  begin(in);
  return end(in, in->subject->update_flags(in->mapper, page, size, flags, &in->out));
}

int32_t do_translate_page(world *in, uint64_t page, uint32_t size) {
  begin(in);
  return end(in, in->subject->translate_page(in->mapper, page, size, &in->out));
}

int32_t do_translate(world *in, uint64_t address) {
  begin(in);
  return end(in, in->subject->translate(in->mapper, address, &in->out));
}

int32_t do_clear(world *in, uint64_t page, uint32_t size) {
  begin(in);
  return end(in, in->subject->clear(in->mapper, page, size, &in->out));
}

int32_t do_set_table_flags(world *in, uint64_t page, uint32_t level, uint64_t flags) {
  begin(in);
  return end(in, in->subject->set_table_flags(in->mapper, page, level, flags, &in->out));
}

int32_t do_clean_up(world *in, uint64_t first, uint64_t last) {
  begin(in);
  return end(in, in->subject->clean_up(in->mapper, first, last, &in->out));
}

/* The entry in place; null where the way ends before. */
static uint64_t *find(const world *in, uint64_t address, unsigned level) {
  uint64_t table = in->host.root;
  for (unsigned here = in->host.levels;; here--) {
    uint64_t index = (address >> (12 + 9 * (here - 1))) & 511;
    uint64_t *entry = (uint64_t *)(in->host.memory + (table - MEMORY_START)) + index;
    if (here == level) {
      return entry;
    }
    table = *entry & ADDRESS;
    if (!(*entry & P) || (*entry & HUGE_PAGE) || table < MEMORY_START || table >= MEMORY_START + MEMORY_BYTES) {
      return NULL;
    }
  }
}

uint64_t word_at(const world *in, uint64_t address, unsigned level) {
  const uint64_t *entry = find(in, address, level);
  return entry == NULL ? NO_TABLE : *entry;
}

void plant(world *in, uint64_t address, unsigned level, uint64_t word) {
  uint64_t *entry = find(in, address, level);
  OWED(in, entry != NULL, true);
  if (entry != NULL) {
    *entry = word;
  }
}

unsigned entries_used(const world *in, uint64_t address, unsigned level) {
  const uint64_t *entry = find(in, address, level);
  if (entry == NULL) {
    return 0;
  }
  const uint64_t *table = (const uint64_t *)((uintptr_t)entry & ~(uintptr_t)(KIB4 - 1));
  unsigned used = 0;
  for (unsigned i = 0; i < 512; i++) {
    used += table[i] != 0;
  }
  return used;
}

unsigned words_changed(const world *in) {
  const uint64_t *before = (const uint64_t *)in->before;
  const uint64_t *now = (const uint64_t *)in->host.memory;
  unsigned changed = 0;
  for (uint64_t i = 0; i < MEMORY_BYTES / 8; i++) {
    changed += before[i] != now[i];
  }
  return changed;
}

unsigned events_of(const world *in, uint64_t kind) {
  unsigned count = 0;
  for (uint64_t i = 0; i < in->host.event_count && i < EVENT_MAX; i++) {
    count += in->events[i].kind == kind;
  }
  return count;
}

void leave_frames(world *in, uint64_t count) { in->host.frames_left = count; }
