/* Where the mapper works: the suite's memory, or the program's own with frames and a budget of its own. */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>

#include "pagetck.h"

/* Makes an empty address space in memory of the program's own. */
bool place_open(uint32_t levels);

/* The same in the suite's memory: the file at `path` holds `bytes` bytes of it and the words of the host. */
bool place_open_file(uint32_t levels, const char *path, uint64_t start, uint64_t bytes, uint64_t root);

/* What the mapper is opened over. */
pagetck_host *place_host(void);

/* To be called before and after each call of the mapper: what is in the file and what is in the host become the same. */
void place_before_call(void);
void place_after_call(void);

/* At most `frames` more frames may be had; PAGETCK_NO_ADDRESS for all there are. */
void place_limit(uint64_t frames);

#endif
