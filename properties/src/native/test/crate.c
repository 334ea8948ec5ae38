/* What holds for the x86_64 crate as its documentation has it, and what its adapter has to make of a panic and of an
 * address that leads out of the memory. */
#include "world.h"

#define PAGE UINT64_C(0xffff800040200000)
#define FRAME UINT64_C(0x0008765440000000)

enum { K4 = PAGETCK_4K, M2 = PAGETCK_2M, G1 = PAGETCK_1G };

static void maps_and_unmaps_each_size(world *in) {
  for (uint32_t size = K4; size <= G1; size++) {
    uint64_t page = PAGE + size * 512 * GIB1;
    page &= ~(BIT(12 + 9 * size) - 1);
    uint64_t leaf = FRAME | P | U | NX | (size == K4 ? 0 : HUGE_PAGE);
    OWED(in, do_map(in, page, size, FRAME, P | U | NX, NO_TABLE_FLAGS), PAGETCK_OK);
    OWED(in, in->out.flush, PAGETCK_FLUSH_PAGE);
    OWED(in, word_at(in, page, size + 1), leaf);
    OWED(in, word_at(in, page, 4) & ~ADDRESS, P | U);
    OWED(in, entries_used(in, page, size + 1), 1);
    OWED(in, events_of(in, PAGETCK_TAKE), 3 - size);
    OWED(in, do_translate(in, page + 0x234), PAGETCK_OK);
    OWED(in, in->out.frame, FRAME);
    OWED(in, in->out.offset, 0x234);
    OWED(in, in->out.size, size);
    OWED(in, in->out.flags & ~HUGE_PAGE, P | U | NX);
    OWED(in, do_translate_page(in, page, size), PAGETCK_OK);
    OWED(in, in->out.frame, FRAME);
    OWED(in, do_map(in, page, size, FRAME, P, NO_TABLE_FLAGS), PAGETCK_ALREADY_MAPPED);
    OWED(in, do_update(in, page, size, P | W), PAGETCK_OK);
    OWED(in, word_at(in, page, size + 1), FRAME | P | W | (size == K4 ? 0 : HUGE_PAGE));
    OWED(in, do_unmap(in, page, size), PAGETCK_OK);
    OWED(in, in->out.frame, FRAME);
    OWED(in, in->out.flush, PAGETCK_FLUSH_PAGE);
    OWED(in, do_unmap(in, page, size), PAGETCK_NOT_MAPPED);
    OWED(in, do_update(in, page, size, P), PAGETCK_NOT_MAPPED);
    OWED(in, do_translate_page(in, page, size), PAGETCK_NOT_MAPPED);
    OWED(in, do_translate(in, page), PAGETCK_NOT_MAPPED);
  }
}

static void gives_links_the_flags_asked_for(world *in) {
  OWED(in, do_map(in, PAGE, K4, FRAME, P, P | W | BIT(9)), PAGETCK_OK);
  OWED(in, word_at(in, PAGE, 3) & ~ADDRESS, P | W | BIT(9));
  for (uint32_t level = 2; level <= 4; level++) {
    OWED(in, do_set_table_flags(in, PAGE + 1, level, P | U), PAGETCK_OK);
    OWED(in, in->out.flush, PAGETCK_FLUSH_ALL);
    OWED(in, words_changed(in), 1);
    OWED(in, word_at(in, PAGE, level) & ~ADDRESS, P | U);
  }
  OWED(in, do_set_table_flags(in, 0, 4, P), PAGETCK_NOT_MAPPED);
}

static void runs_out_of_frames(world *in) {
  leave_frames(in, 2);
  OWED(in, do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_NO_FRAME);
  leave_frames(in, 1);
  OWED(in, do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_OK);
}

static void cleans_up(world *in) {
  do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS);
  do_map(in, PAGE + GIB1, K4, FRAME, P, NO_TABLE_FLAGS);
  do_unmap(in, PAGE, K4);
  OWED(in, do_clean_up(in, PAGE + 5, PAGE + 5), PAGETCK_OK); /* touched is enough */
  OWED(in, events_of(in, PAGETCK_GIVE_BACK), 2);
  do_unmap(in, PAGE + GIB1, K4);
  OWED(in, do_clean_up(in, 0, ~UINT64_C(0)), PAGETCK_OK);
  OWED(in, events_of(in, PAGETCK_GIVE_BACK), 3);
  OWED(in, entries_used(in, 0, 4), 0);
}

static void catches_a_panic(world *in) {
  OWED(in, do_map(in, PAGE, K4, FRAME, W, NO_TABLE_FLAGS), PAGETCK_PANIC); /* a link without PRESENT */
  OWED(in, do_translate(in, PAGE), PAGETCK_NOT_MAPPED);
  plant(in, 0, 4, P | HUGE_PAGE);
  OWED(in, do_translate(in, 0), PAGETCK_PANIC);
  OWED(in, do_map(in, PAGE + 512 * GIB1, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_OK);
}

static void notices_a_wild_address(world *in) {
  do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS);
  const uint64_t wild[] = {MEMORY_START - KIB4, MEMORY_START + MEMORY_BYTES, 0, ADDRESS};
  for (size_t i = 0; i < sizeof wild / sizeof wild[0]; i++) {
    plant(in, PAGE, 3, wild[i] | P);
    OWED(in, do_translate(in, PAGE), PAGETCK_WILD);
    OWED(in, do_translate_page(in, PAGE, M2), PAGETCK_WILD);
    OWED(in, do_unmap(in, PAGE, K4), PAGETCK_WILD);
    OWED(in, do_update(in, PAGE, K4, P), PAGETCK_WILD);
    OWED(in, do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_WILD);
    OWED(in, do_set_table_flags(in, PAGE, 2, P), PAGETCK_WILD);
    OWED(in, do_clean_up(in, 0, ~UINT64_C(0)), PAGETCK_WILD);
    OWED(in, do_translate(in, PAGE + GIB1), PAGETCK_NOT_MAPPED);
    OWED(in, do_unmap(in, PAGE & ~(GIB1 - 1), G1), PAGETCK_PARENT_HUGE_PAGE); /* not followed: read only */
  }
  plant(in, PAGE, 3, wild[0]); /* absent, but the crate's map makes it present and follows it */
  OWED(in, do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_WILD);
}

static void says_what_it_cannot_express(world *in) {
  OWED(in, do_map(in, PAGE, M2, FRAME, P | PAT, NO_TABLE_FLAGS), PAGETCK_UNSUPPORTED);
  OWED(in, do_map(in, PAGE + 1, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_UNSUPPORTED);
  OWED(in, do_map(in, BIT(47), K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_UNSUPPORTED);
  OWED(in, do_map(in, PAGE, K4, BIT(52), P, NO_TABLE_FLAGS), PAGETCK_UNSUPPORTED);
  OWED(in, do_translate(in, BIT(63)), PAGETCK_UNSUPPORTED);
  OWED(in, in->subject->clear == NULL, true);
}

static void shows_pat_of_a_small_page(world *in) {
  do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS);
  plant(in, PAGE, 1, FRAME | P | BIT(7));
  OWED(in, do_translate(in, PAGE), PAGETCK_OK);
  OWED(in, in->out.flags, P | PAT);
}

const scenario CRATE[] = {
    {"map and unmap each size", "", maps_and_unmaps_each_size},
    {"flags of links", "", gives_links_the_flags_asked_for},
    {"frames that run out", "", runs_out_of_frames},
    {"clean_up", "", cleans_up},
    {"a panic is caught", "", catches_a_panic},
    {"an address that leads out of the memory", "", notices_a_wild_address},
    {"what the crate's types cannot express", "", says_what_it_cannot_express},
    {"PAT of a 4 KiB page", "", shows_pat_of_a_small_page},
};
const size_t CRATE_COUNT = sizeof CRATE / sizeof CRATE[0];
