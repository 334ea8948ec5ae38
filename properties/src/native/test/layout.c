/* The layout that every library and every mirror of pagetck.h relies on. Compiled as C11 and as C++17. */
#include <assert.h>
#include <stddef.h>

#include "pagetck.h"

#define AT(type, member, offset) static_assert(offsetof(type, member) == (offset), #type "." #member)

static_assert(sizeof(pagetck_event) == 24, "pagetck_event");
AT(pagetck_event, kind, 0);
AT(pagetck_event, a, 8);
AT(pagetck_event, b, 16);

static_assert(sizeof(pagetck_host) == 80, "pagetck_host");
AT(pagetck_host, version, 0);
AT(pagetck_host, levels, 4);
AT(pagetck_host, memory, 8);
AT(pagetck_host, memory_start, 16);
AT(pagetck_host, memory_bytes, 24);
AT(pagetck_host, root, 32);
AT(pagetck_host, frames, 40);
AT(pagetck_host, frames_left, 48);
AT(pagetck_host, events, 56);
AT(pagetck_host, event_count, 64);
AT(pagetck_host, event_capacity, 72);

static_assert(sizeof(pagetck_result) == 32, "pagetck_result");
AT(pagetck_result, frame, 0);
AT(pagetck_result, flags, 8);
AT(pagetck_result, offset, 16);
AT(pagetck_result, size, 24);
AT(pagetck_result, flush, 28);
