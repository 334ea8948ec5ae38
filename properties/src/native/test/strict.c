/* What the contract `strict` owes, call by call. */
#include "world.h"

#define PAGE UINT64_C(0xffff800040200000) /* slots 256, 1, 1, 0 */
#define FRAME UINT64_C(0x0008765440000000)

enum { K4 = PAGETCK_4K, M2 = PAGETCK_2M, G1 = PAGETCK_1G };

static const uint64_t SPAN[] = {KIB4, MIB2, GIB1};

static void maps_over_old_bytes(world *in) {
  OWED(in, do_map(in, PAGE, K4, FRAME, P | W | NX | PAT, NO_TABLE_FLAGS), PAGETCK_OK);
  OWED(in, word_at(in, PAGE, 1), FRAME | P | W | NX | BIT(7));
  for (unsigned level = 1; level <= 4; level++) {
    OWED(in, entries_used(in, PAGE, level), 1);
  }
  for (unsigned level = 2; level <= 4; level++) {
    OWED(in, word_at(in, PAGE, level) & ~ADDRESS, P | W);
  }
  OWED(in, in->out.flush, PAGETCK_FLUSH_NONE);
  OWED(in, events_of(in, PAGETCK_TAKE), 3);
  OWED(in, do_translate(in, PAGE + 0xabc), PAGETCK_OK);
  OWED(in, in->out.frame, FRAME);
  OWED(in, in->out.offset, 0xabc);
  OWED(in, in->out.size, K4);
  OWED(in, in->out.flags, P | W | NX | PAT);
}

static void maps_huge_pages(world *in) {
  for (uint32_t size = M2; size <= G1; size++) {
    uint64_t page = size * 512 * GIB1;
    OWED(in, do_map(in, page, size, FRAME, P | U | PAT | GLOBAL, NO_TABLE_FLAGS), PAGETCK_OK);
    OWED(in, word_at(in, page, size + 1), FRAME | P | U | PAT | GLOBAL | HUGE_PAGE);
    OWED(in, entries_used(in, page, size + 1), 1);
    OWED(in, word_at(in, page, 4) & ~ADDRESS, P | U);
    OWED(in, do_translate(in, page + SPAN[size] - 1), PAGETCK_OK);
    OWED(in, in->out.frame, FRAME);
    OWED(in, in->out.offset, SPAN[size] - 1);
    OWED(in, in->out.size, size);
    OWED(in, in->out.flags, P | U | PAT | GLOBAL);
    OWED(in, do_translate(in, page + SPAN[size]), PAGETCK_NOT_MAPPED);
    OWED(in, do_unmap(in, page, size), PAGETCK_OK);
    OWED(in, in->out.frame, FRAME);
    OWED(in, in->out.flags, P | U | PAT | GLOBAL);
  }
}

static void unmaps_one_page_only(world *in) {
  do_map(in, PAGE, K4, FRAME, P | W, NO_TABLE_FLAGS);
  do_map(in, PAGE + KIB4, K4, FRAME, P, NO_TABLE_FLAGS);
  OWED(in, do_unmap(in, PAGE, K4), PAGETCK_OK);
  OWED(in, in->out.frame, FRAME);
  OWED(in, in->out.flags, P | W);
  OWED(in, in->out.flush, PAGETCK_FLUSH_PAGE);
  OWED(in, words_changed(in), 1);
  OWED(in, word_at(in, PAGE, 1), 0);
  OWED(in, do_unmap(in, PAGE, K4), PAGETCK_NOT_MAPPED);
  OWED(in, do_translate_page(in, PAGE + KIB4, K4), PAGETCK_OK);
}

static void refuses_what_is_occupied(world *in) {
  for (uint32_t there = K4; there <= G1; there++) {
    uint64_t page = PAGE + there * 512 * GIB1;
    page &= ~(SPAN[there] - 1);
    do_map(in, page, there, FRAME, P, NO_TABLE_FLAGS);
    for (uint32_t size = K4; size <= G1; size++) {
      uint64_t other = page & ~(SPAN[size] - 1);
      uint64_t stock = in->host.frames_left;
      int32_t owed = size < there ? PAGETCK_PARENT_HUGE_PAGE : PAGETCK_ALREADY_MAPPED;
      OWED(in, do_map(in, other, size, FRAME, P | W | U, NO_TABLE_FLAGS), owed);
      OWED(in, words_changed(in), 0);
      OWED(in, in->host.event_count, 0);
      OWED(in, in->host.frames_left, stock);
    }
  }
}

static void refuses_an_entry_of_zero(world *in) {
  OWED(in, do_map(in, PAGE, K4, 0, 0, NO_TABLE_FLAGS), PAGETCK_INVALID_FLAGS);
  OWED(in, in->host.event_count, 0);
  OWED(in, do_map(in, PAGE, M2, 0, 0, NO_TABLE_FLAGS), PAGETCK_OK);
  OWED(in, word_at(in, PAGE, 2), HUGE_PAGE);
  OWED(in, do_translate(in, PAGE), PAGETCK_NOT_MAPPED);
  do_map(in, PAGE + MIB2, K4, 0, P, NO_TABLE_FLAGS);
  OWED(in, do_update(in, PAGE + MIB2, K4, 0), PAGETCK_INVALID_FLAGS);
  OWED(in, word_at(in, PAGE + MIB2, 1), P);
}

static void tests_arguments_in_order(world *in) {
  const uint64_t hole = UINT64_C(0x0000800000000000);
  OWED(in, do_map(in, hole + 1, K4, 1, HUGE_PAGE, NO_TABLE_FLAGS), PAGETCK_NON_CANONICAL);
  OWED(in, do_map(in, PAGE + KIB4, M2, BIT(52), HUGE_PAGE, NO_TABLE_FLAGS), PAGETCK_MISALIGNED);
  OWED(in, do_map(in, PAGE, M2, FRAME + KIB4, HUGE_PAGE, NO_TABLE_FLAGS), PAGETCK_MISALIGNED);
  OWED(in, do_map(in, PAGE & ~(GIB1 - 1), G1, FRAME + MIB2, P, NO_TABLE_FLAGS), PAGETCK_MISALIGNED);
  OWED(in, do_map(in, PAGE, K4, BIT(52), HUGE_PAGE, NO_TABLE_FLAGS), PAGETCK_OUT_OF_RANGE);
  OWED(in, do_map(in, PAGE, K4, FRAME, P | HUGE_PAGE, NO_TABLE_FLAGS), PAGETCK_INVALID_FLAGS);
  OWED(in, do_map(in, PAGE, K4, FRAME, P, P | PAT), PAGETCK_INVALID_FLAGS);
  OWED(in, do_map(in, PAGE, K4, FRAME, P, P | GLOBAL), PAGETCK_INVALID_FLAGS);
  OWED(in, do_update(in, PAGE, K4, P | HUGE_PAGE), PAGETCK_INVALID_FLAGS);
  OWED(in, do_unmap(in, PAGE + 1, K4), PAGETCK_MISALIGNED);
  OWED(in, do_translate(in, hole), PAGETCK_NON_CANONICAL);
  OWED(in, do_translate(in, hole - 1), PAGETCK_NOT_MAPPED);
  OWED(in, do_translate(in, ~UINT64_C(0)), PAGETCK_NOT_MAPPED);
  OWED(in, do_clean_up(in, 0, hole), PAGETCK_NON_CANONICAL);
  OWED(in, do_set_table_flags(in, PAGE, 1, P), PAGETCK_OUT_OF_RANGE);
  OWED(in, do_set_table_flags(in, PAGE, 5, P), PAGETCK_OUT_OF_RANGE);
  OWED(in, entries_used(in, PAGE, 4), 0);
}

static void replaces_flags(world *in) {
  do_map(in, PAGE, K4, FRAME, P | W | U, NO_TABLE_FLAGS);
  OWED(in, do_update(in, PAGE, K4, P | PAT), PAGETCK_OK);
  OWED(in, word_at(in, PAGE, 1), FRAME | P | BIT(7));
  OWED(in, in->out.flush, PAGETCK_FLUSH_PAGE);
  OWED(in, words_changed(in), 1);
  OWED(in, do_update(in, PAGE, K4, P | W | PAT), PAGETCK_OK);
  OWED(in, in->out.flush, PAGETCK_FLUSH_NONE);
  OWED(in, do_update(in, PAGE, K4, W), PAGETCK_OK);
  OWED(in, word_at(in, PAGE, 1), FRAME | W);
  OWED(in, do_update(in, PAGE, K4, P), PAGETCK_OK);
  OWED(in, in->out.flush, PAGETCK_FLUSH_NONE);
  OWED(in, do_update(in, PAGE + KIB4, K4, P), PAGETCK_NOT_MAPPED);
}

static void leaves_tables_alone(world *in) {
  do_map(in, PAGE, K4, FRAME, P | W, NO_TABLE_FLAGS);
  const uint64_t page[] = {0, PAGE, PAGE & ~(GIB1 - 1)};
  for (uint32_t size = M2; size <= G1; size++) {
    OWED(in, do_update(in, page[size], size, P), PAGETCK_TABLE_ENTRY);
    OWED(in, words_changed(in), 0);
    OWED(in, do_unmap(in, page[size], size), PAGETCK_TABLE_ENTRY);
    OWED(in, do_translate_page(in, page[size], size), PAGETCK_TABLE_ENTRY);
    OWED(in, do_clear(in, page[size], size), PAGETCK_TABLE_ENTRY);
    OWED(in, words_changed(in), 0);
  }
}

static void does_not_follow_a_huge_page(world *in) {
  const uint64_t data = MEMORY_START; /* the root's own bytes, as data of a huge page */
  OWED(in, do_map(in, PAGE & ~(GIB1 - 1), G1, data, P, NO_TABLE_FLAGS), PAGETCK_OK);
  OWED(in, do_unmap(in, PAGE, K4), PAGETCK_PARENT_HUGE_PAGE);
  OWED(in, do_unmap(in, PAGE, M2), PAGETCK_PARENT_HUGE_PAGE);
  OWED(in, do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_PARENT_HUGE_PAGE);
  OWED(in, words_changed(in), 0);
  OWED(in, do_translate(in, PAGE), PAGETCK_OK);
  OWED(in, in->out.size, G1);
}

static void widens_links_when_it_maps(world *in) {
  do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS);
  OWED(in, do_map(in, PAGE + KIB4, K4, FRAME, P | W, NO_TABLE_FLAGS), PAGETCK_OK);
  OWED(in, in->out.flush, PAGETCK_FLUSH_NONE);
  OWED(in, word_at(in, PAGE, 3) & ~ADDRESS, P | W);
  OWED(in, do_map(in, PAGE + 2 * KIB4, K4, FRAME, P | U, P | U | NX), PAGETCK_OK);
  OWED(in, in->out.flush, PAGETCK_FLUSH_ALL);
  OWED(in, word_at(in, PAGE, 2) & ~ADDRESS, P | W | U);
  OWED(in, do_map(in, PAGE + MIB2, K4, FRAME, P | W, BIT(9) | NX), PAGETCK_OK);
  OWED(in, word_at(in, PAGE + MIB2, 2) & ~ADDRESS, P | BIT(9) | NX);
  OWED(in, do_update(in, PAGE + MIB2, K4, P | W), PAGETCK_OK);
  OWED(in, word_at(in, PAGE + MIB2, 2) & ~ADDRESS, P | W | BIT(9) | NX);
}

static void keeps_the_order_of_stores(world *in) {
  do_map(in, PAGE, K4, FRAME, P | W, P);
  OWED(in, do_update(in, PAGE, K4, P | U), PAGETCK_OK); /* the leaf loses W before its links give U */
  const uint64_t leaf = in->events[0].a;
  OWED(in, in->host.event_count, 5);
  OWED(in, in->events[0].b, FRAME | P);
  OWED(in, in->events[4].a, leaf);
  OWED(in, in->events[4].b, FRAME | P | U);
  OWED(in, do_set_table_flags(in, PAGE, 3, P | W), PAGETCK_OK);
  OWED(in, in->out.flush, PAGETCK_FLUSH_ALL);
  OWED(in, do_update(in, PAGE, K4, P | W | U), PAGETCK_OK); /* nothing to lose: links first */
  OWED(in, in->events[3].a, leaf);
  OWED(in, do_map(in, PAGE + GIB1, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_OK);
  for (unsigned i = 0; i < 2; i++) { /* take, take; then zero and link, twice */
    OWED(in, in->events[i].kind, PAGETCK_TAKE);
    OWED(in, in->events[2 + 2 * i].kind, PAGETCK_ZERO);
    OWED(in, in->events[2 + 2 * i].a, in->events[i].a);
    OWED(in, in->events[3 + 2 * i].b, in->events[i].a | P);
  }
  OWED(in, in->events[6].b, FRAME | P);
}

static void keeps_tables_when_frames_run_out(world *in) {
  do_map(in, PAGE, M2, FRAME, P, NO_TABLE_FLAGS);
  for (uint64_t count = 0; count < 3; count++) {
    uint64_t page = (count + 1) * 512 * GIB1;
    leave_frames(in, count);
    OWED(in, do_map(in, page, K4, FRAME, P | W, NO_TABLE_FLAGS), PAGETCK_NO_FRAME);
    OWED(in, events_of(in, PAGETCK_TAKE), count);
    OWED(in, events_of(in, PAGETCK_ZERO), count);
    for (uint64_t made = 0; made < count; made++) {
      OWED(in, word_at(in, page, (unsigned)(4 - made)) & ~ADDRESS, P | W);
      OWED(in, entries_used(in, page, (unsigned)(3 - made)), made + 1 < count);
    }
    leave_frames(in, 3 - count);
    OWED(in, do_map(in, page, K4, FRAME, P | W, NO_TABLE_FLAGS), PAGETCK_OK);
    OWED(in, in->host.frames_left, 0);
  }
  leave_frames(in, 0);
  OWED(in, do_map(in, PAGE + GIB1, K4, FRAME, P | W | U, NO_TABLE_FLAGS), PAGETCK_NO_FRAME);
  OWED(in, words_changed(in), 0); /* links that are there are not widened for a page that does not come */
}

static void keeps_the_hosts_markers(world *in) {
  do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS);
  plant(in, PAGE + MIB2, 2, UINT64_C(0x345602)); /* not aligned for 2 MiB */
  plant(in, PAGE + KIB4, 1, W);
  OWED(in, do_map(in, PAGE + MIB2, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_PARENT_RESERVED);
  OWED(in, do_unmap(in, PAGE + MIB2, K4), PAGETCK_NOT_MAPPED);
  OWED(in, do_map(in, PAGE + KIB4, K4, FRAME, P, NO_TABLE_FLAGS), PAGETCK_ALREADY_MAPPED);
  OWED(in, do_translate(in, PAGE + KIB4), PAGETCK_NOT_MAPPED);
  OWED(in, do_translate_page(in, PAGE + MIB2, M2), PAGETCK_NOT_MAPPED);
  OWED(in, do_update(in, PAGE + MIB2, M2, P), PAGETCK_INVALID_FRAME_ADDRESS);
  OWED(in, words_changed(in), 0);
  OWED(in, do_update(in, PAGE + KIB4, K4, P | W), PAGETCK_OK);
  OWED(in, word_at(in, PAGE + KIB4, 1), P | W);
  OWED(in, do_clear(in, PAGE + MIB2, M2), PAGETCK_OK);
  OWED(in, in->out.offset, UINT64_C(0x345602));
  OWED(in, in->out.flags & P, 0);
  OWED(in, in->out.flush, PAGETCK_FLUSH_NONE);
  OWED(in, do_clear(in, PAGE + KIB4, K4), PAGETCK_OK);
  OWED(in, in->out.flags, P | W);
  OWED(in, in->out.flush, PAGETCK_FLUSH_PAGE);
  OWED(in, do_clear(in, PAGE + KIB4, K4), PAGETCK_NOT_MAPPED);
}

static void survives_what_no_walk_can_use(world *in) {
  do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS);
  const struct {
    unsigned level;
    uint64_t word;
  } bad[] = {
      {4, P | HUGE_PAGE},                              /* no page is that large */
      {3, P | HUGE_PAGE | MIB2},                       /* a frame that is not aligned */
      {2, P | HUGE_PAGE | BIT(13)},
      {2, P | (MEMORY_START - KIB4)},                  /* a table just outside the memory */
      {3, P | (MEMORY_START + MEMORY_BYTES)},
  };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    uint64_t page = PAGE & ~(BIT(12 + 9 * (bad[i].level - 1)) - 1);
    uint64_t good = word_at(in, page, bad[i].level);
    plant(in, page, bad[i].level, bad[i].word);
    OWED(in, do_map(in, PAGE, K4, FRAME, P | W, NO_TABLE_FLAGS), PAGETCK_PARENT_HUGE_PAGE);
    OWED(in, do_unmap(in, PAGE, K4), PAGETCK_PARENT_HUGE_PAGE);
    OWED(in, do_translate(in, PAGE), PAGETCK_INVALID_FRAME_ADDRESS);
    OWED(in, do_set_table_flags(in, PAGE, bad[i].level, P), PAGETCK_PARENT_HUGE_PAGE);
    if (bad[i].level < 4) {
      OWED(in, do_unmap(in, page, bad[i].level - 1), PAGETCK_INVALID_FRAME_ADDRESS);
      OWED(in, do_update(in, page, bad[i].level - 1, P), PAGETCK_INVALID_FRAME_ADDRESS);
    }
    OWED(in, do_clean_up(in, 0, ~UINT64_C(0)), PAGETCK_OK);
    OWED(in, words_changed(in), 0);
    plant(in, page, bad[i].level, good);
  }
}

static void cleans_up_what_the_range_holds(world *in) {
  do_map(in, PAGE, K4, FRAME, P, NO_TABLE_FLAGS);
  do_map(in, PAGE + MIB2, K4, FRAME, P, NO_TABLE_FLAGS);
  do_map(in, 0, K4, FRAME, P, NO_TABLE_FLAGS);
  do_unmap(in, PAGE, K4);
  do_unmap(in, PAGE + MIB2, K4);
  OWED(in, do_clean_up(in, PAGE, PAGE + MIB2 - 2), PAGETCK_OK); /* one byte short */
  OWED(in, in->host.event_count, 0);
  OWED(in, do_clean_up(in, PAGE + 1, PAGE), PAGETCK_OK);
  OWED(in, in->host.event_count, 0);
  uint64_t table = word_at(in, PAGE, 2) & ADDRESS;
  OWED(in, do_clean_up(in, PAGE, PAGE + MIB2 - 1), PAGETCK_OK);
  OWED(in, in->host.event_count, 3);
  OWED(in, in->events[0].kind, PAGETCK_STORE);
  OWED(in, in->events[1].kind, PAGETCK_FLUSH);
  OWED(in, in->events[1].a, PAGE);
  OWED(in, in->events[2].kind, PAGETCK_GIVE_BACK);
  OWED(in, in->events[2].a, table);
  plant(in, PAGE + MIB2 + KIB4, 1, NX); /* a marker keeps its table */
  OWED(in, do_clean_up(in, 0, ~UINT64_C(0)), PAGETCK_OK);
  OWED(in, in->host.event_count, 0);
  plant(in, PAGE + MIB2 + KIB4, 1, 0);
  OWED(in, do_clean_up(in, 0, ~UINT64_C(0)), PAGETCK_OK);
  OWED(in, events_of(in, PAGETCK_GIVE_BACK), 3);
  OWED(in, entries_used(in, PAGE, 4), 1);
  OWED(in, do_translate_page(in, 0, K4), PAGETCK_OK);
  plant(in, PAGE, 4, MEMORY_START | P); /* a link to the top table itself */
  OWED(in, do_clean_up(in, 0, ~UINT64_C(0)), PAGETCK_OK);
  OWED(in, in->host.event_count, 0);
}

static void ends_where_links_go_round(world *in) {
  const uint64_t table = MEMORY_START + MEMORY_BYTES - KIB4;
  uint64_t *top = (uint64_t *)in->host.memory;
  uint64_t *entries = (uint64_t *)(in->host.memory + MEMORY_BYTES - KIB4);
  for (unsigned index = 0; index < 512; index++) {
    top[index] = table | P;
    entries[index] = table | P; /* this one table is of levels 3, 2 and 1 */
  }
  OWED(in, do_clean_up(in, 0, ~UINT64_C(0)), PAGETCK_OK);
  OWED(in, words_changed(in), 0);
  OWED(in, do_translate(in, PAGE), PAGETCK_OK);
  OWED(in, in->out.frame, table);
}

static void works_at_the_ends_with_five_levels(world *in) {
  const uint64_t pages[] = {0, BIT(56) - KIB4, ~(BIT(56) - 1), ~(KIB4 - 1), BIT(47)};
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
    OWED(in, do_map(in, pages[i], K4, i * KIB4, P, NO_TABLE_FLAGS), PAGETCK_OK);
  }
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
    OWED(in, word_at(in, pages[i], 1), i * KIB4 | P);
    OWED(in, do_unmap(in, pages[i], K4), PAGETCK_OK);
    OWED(in, in->out.frame, i * KIB4);
  }
  OWED(in, do_map(in, BIT(56), K4, 0, P, NO_TABLE_FLAGS), PAGETCK_NON_CANONICAL);
  OWED(in, do_clean_up(in, 0, ~UINT64_C(0)), PAGETCK_OK);
  OWED(in, entries_used(in, 0, 5), 0);
  plant(in, 0, 5, P | HUGE_PAGE);
  OWED(in, do_translate(in, 0), PAGETCK_INVALID_FRAME_ADDRESS);
}

const scenario STRICT[] = {
    {"map over old bytes", "F14 F41", maps_over_old_bytes},
    {"map, look up and unmap huge pages", "", maps_huge_pages},
    {"unmap one page and no other", "F25", unmaps_one_page_only},
    {"map where something is", "F06 F34", refuses_what_is_occupied},
    {"an entry that would be 0", "F12", refuses_an_entry_of_zero},
    {"arguments, in their order", "F44", tests_arguments_in_order},
    {"update_flags replaces", "F01 behind-log", replaces_flags},
    {"a huge page where a table is", "F02 F03", leaves_tables_alone},
    {"a huge page of bytes that look like a table", "F16", does_not_follow_a_huge_page},
    {"links gain what leaves need", "", widens_links_when_it_maps},
    {"the order of stores", "", keeps_the_order_of_stores},
    {"frames that run out", "F32", keeps_tables_when_frames_run_out},
    {"entries that the host reserved", "", keeps_the_hosts_markers},
    {"entries that no walk can use", "", survives_what_no_walk_can_use},
    {"clean_up", "", cleans_up_what_the_range_holds},
    {"links that go round in a circle", "", ends_where_links_go_round},
    {"five levels, at the ends", "", works_at_the_ends_with_five_levels},
};
const size_t STRICT_COUNT = sizeof STRICT / sizeof STRICT[0];
