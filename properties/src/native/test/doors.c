/* What it takes to make the subjects in the folder doors do what they are for. Each of these scenarios ends the process,
 * or never ends. */
#include "world.h"

#define PAGE UINT64_C(0xffff800000000000)

static void crash(world *in) {
  do_map(in, PAGE, PAGETCK_1G, 0, P | GLOBAL, NO_TABLE_FLAGS);
  do_unmap(in, PAGE, PAGETCK_1G);
}

static void hang(world *in) {
  do_map(in, PAGE, PAGETCK_4K, 0, P | BIT(6), NO_TABLE_FLAGS);
  do_unmap(in, PAGE, PAGETCK_4K);
}

static void write_after(world *in) {
  do_map(in, PAGE + 511 * MIB2, PAGETCK_2M, 0, P, NO_TABLE_FLAGS);
}

static void write_before(world *in) {
  do_map(in, PAGE, PAGETCK_4K, 0, P, NO_TABLE_FLAGS);
  do_unmap(in, PAGE, PAGETCK_4K);
}

static void leave(world *in) {
  do_map(in, PAGE, PAGETCK_1G, 0, P, NO_TABLE_FLAGS);
  do_translate(in, PAGE);
}

const scenario DOORS[] = {
    {"crash", "", crash},
    {"hang", "", hang},
    {"write-after", "", write_after},
    {"write-before", "", write_before},
    {"exit", "", leave},
};
const size_t DOORS_COUNT = sizeof DOORS / sizeof DOORS[0];
