/* A small world for one mapper: memory full of old bytes between two pages that may not be touched, a stock of frames,
 * a log. Each call is checked for what holds whatever the call: the log tells of every byte that changed. */
#ifndef WORLD_H
#define WORLD_H

#include <stdbool.h>
#include <stddef.h>

#include "pagetck.h"

#define BIT(n) (UINT64_C(1) << (n))
#define P BIT(0)
#define W BIT(1)
#define U BIT(2)
#define HUGE_PAGE BIT(7)
#define GLOBAL BIT(8)
#define PAT BIT(12)
#define NX BIT(63)
#define ADDRESS UINT64_C(0x000ffffffffff000)
#define KIB4 UINT64_C(0x1000)
#define MIB2 UINT64_C(0x200000)
#define GIB1 UINT64_C(0x40000000)
#define NO_TABLE_FLAGS PAGETCK_NO_ADDRESS
#define NO_TABLE UINT64_C(0xdead) /* what word_at gives where no table is */

#define MEMORY_START UINT64_C(0x100000000)
#define MEMORY_BYTES (UINT64_C(256) * KIB4)
#define EVENT_MAX 65536u

typedef struct {
  void *handle;
  const char *(*describe)(void);
  void *(*open)(pagetck_host *);
  void (*close)(void *);
  int32_t (*map)(void *, uint64_t, uint32_t, uint64_t, uint64_t, uint64_t, pagetck_result *);
  int32_t (*unmap)(void *, uint64_t, uint32_t, pagetck_result *);
  int32_t (*update_flags)(void *, uint64_t, uint32_t, uint64_t, pagetck_result *);
  int32_t (*translate_page)(void *, uint64_t, uint32_t, pagetck_result *);
  int32_t (*translate)(void *, uint64_t, pagetck_result *);
  int32_t (*clear)(void *, uint64_t, uint32_t, pagetck_result *);
  int32_t (*set_table_flags)(void *, uint64_t, uint32_t, uint64_t, pagetck_result *);
  int32_t (*clean_up)(void *, uint64_t, uint64_t, pagetck_result *);
} library;

typedef struct {
  const library *subject;
  bool logged; /* the subject says that its stores are in the log */
  pagetck_host host;
  void *mapper;
  uint64_t frames[192];
  pagetck_event *events;
  uint8_t *mapping;
  uint8_t *before; /* the memory as it was before the last call */
  pagetck_result out;
  unsigned failures;
  bool quiet; /* failures are counted and not printed */
} world;

/* Loads a library; the functions that it lacks are null. False: it cannot be loaded. */
bool library_load(library *into, const char *path);

/* A fresh world with an empty tree of `levels`, and a mapper over it if the subject takes it. */
void world_open(world *in, const library *subject, unsigned levels, bool quiet);
void world_close(world *in);

/* Compares what a check is about with what is owed, and notes a failure where they differ. */
void owe(world *in, const char *file, int line, const char *what, uint64_t given, uint64_t owed);
#define OWED(in, given, owed) owe(in, __FILE__, __LINE__, #given, (uint64_t)(given), (uint64_t)(owed))

/* The calls: each keeps the memory of before and clears the log, as pagetck does. */
int32_t do_map(world *in, uint64_t page, uint32_t size, uint64_t frame, uint64_t flags, uint64_t table_flags);
int32_t do_unmap(world *in, uint64_t page, uint32_t size);
int32_t do_update(world *in, uint64_t page, uint32_t size, uint64_t flags);
int32_t do_translate_page(world *in, uint64_t page, uint32_t size);
int32_t do_translate(world *in, uint64_t address);
int32_t do_clear(world *in, uint64_t page, uint32_t size);
int32_t do_set_table_flags(world *in, uint64_t page, uint32_t level, uint64_t flags);
int32_t do_clean_up(world *in, uint64_t first, uint64_t last);

/* The entry of `level` on the way to `address`, found by a walk of our own; NO_TABLE where the way ends before. */
uint64_t word_at(const world *in, uint64_t address, unsigned level);

/* Writes that entry, as a host may. */
void plant(world *in, uint64_t address, unsigned level, uint64_t word);

/* How many entries of the table that holds the entry of `level` for `address` are not 0. */
unsigned entries_used(const world *in, uint64_t address, unsigned level);

/* How many words of the memory differ from before the last call. */
unsigned words_changed(const world *in);

/* How many events of a kind the last call logged. */
unsigned events_of(const world *in, uint64_t kind);

/* Leaves `count` frames in the stock. */
void leave_frames(world *in, uint64_t count);

typedef struct {
  const char *name;
  const char *faults; /* those that this scenario finds out */
  void (*play)(world *);
} scenario;

extern const scenario STRICT[];
extern const size_t STRICT_COUNT;
extern const scenario CRATE[];
extern const size_t CRATE_COUNT;
extern const scenario DOORS[];
extern const size_t DOORS_COUNT;

#endif
