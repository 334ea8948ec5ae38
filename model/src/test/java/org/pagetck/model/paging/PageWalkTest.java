package org.pagetck.model.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.entry.EntryFlags.ACCESSED;
import static org.pagetck.model.entry.EntryFlags.DIRTY;
import static org.pagetck.model.entry.EntryFlags.GLOBAL;
import static org.pagetck.model.entry.EntryFlags.HUGE_PAGE;
import static org.pagetck.model.entry.EntryFlags.NO_EXECUTE;
import static org.pagetck.model.entry.EntryFlags.PRESENT;
import static org.pagetck.model.entry.EntryFlags.SOFTWARE;
import static org.pagetck.model.entry.EntryFlags.USER;
import static org.pagetck.model.entry.EntryFlags.WRITABLE;
import static org.pagetck.model.paging.Access.SUPERVISOR_FETCH;
import static org.pagetck.model.paging.Access.SUPERVISOR_READ;
import static org.pagetck.model.paging.Access.SUPERVISOR_WRITE;
import static org.pagetck.model.paging.Access.USER_FETCH;
import static org.pagetck.model.paging.Access.USER_READ;
import static org.pagetck.model.paging.Access.USER_WRITE;
import static org.pagetck.model.paging.Protection.WRITE_PROTECT;
import static org.pagetck.model.paging.Tables.FRAME;
import static org.pagetck.model.paging.Tables.PAGE;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.address.PageSize;

class PageWalkTest {
  private static final Protection NONE = new Protection(false, false, false, false);
  private static final Protection SMEP = new Protection(true, true, false, false);
  private static final Protection SMAP = new Protection(true, false, true, false);
  private static final Protection SMAP_LIFTED = new Protection(true, false, true, true);

  private final PageWalk walk = new PageWalk(new PagingMode(4, 46, true));
  private final Tables small = Tables.linked(4, 1);

  private WalkResult ask(Tables tables, Access access, Protection protection) {
    return walk.access(tables, tables.root(), PAGE + 0x123, access, protection);
  }

  private static WalkResult fault(String code, int level, FaultReason reason) {
    var bits = IntStream.range(0, 32).filter(c -> ErrorCode.toText(c).equals(code)).findFirst();
    return new WalkResult.PageFault(bits.orElseThrow(), level, reason);
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "4, 2", "4, 3", "5, 1", "5, 2", "5, 3"})
  void a_leaf_of_each_size_gives_its_frame_and_the_offset_in_it(int levels, int leafLevel) {
    var tables = Tables.linked(levels, leafLevel);
    var size = PageSize.byLeafLevel(leafLevel).orElseThrow();

    var result =
        new PageWalk(new PagingMode(levels, 52, true))
            .access(tables, tables.root(), PAGE + 0x123, USER_READ, WRITE_PROTECT);

    assertThat(result).isInstanceOf(WalkResult.Translated.class);
    var translated = (WalkResult.Translated) result;
    assertThat(translated.size()).isEqualTo(size);
    assertThat(translated.frame().start().bits()).isEqualTo(size.alignDown(FRAME));
    assertThat(translated.offset()).isEqualTo(PAGE + 0x123 & size.offsetMask());
    assertThat(translated.address().bits()).isEqualTo(size.alignDown(FRAME) + translated.offset());
    assertThat(translated.leaf()).isEqualTo(tables.get(leafLevel));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void an_entry_that_is_not_present_ends_the_walk_whatever_its_other_bits(int level) {
    small.put(level, ~PRESENT);

    assertThat(ask(small, SUPERVISOR_READ, WRITE_PROTECT))
        .isEqualTo(fault("-", level, FaultReason.NOT_PRESENT));
    assertThat(ask(small, USER_WRITE, WRITE_PROTECT))
        .isEqualTo(fault("W/R|U/S", level, FaultReason.NOT_PRESENT));
    assertThat(ask(small, USER_FETCH, WRITE_PROTECT))
        .isEqualTo(fault("U/S|I/D", level, FaultReason.NOT_PRESENT));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void user_accesses_need_user_in_every_entry(int level) {
    small.clear(level, USER);

    assertThat(ask(small, USER_READ, WRITE_PROTECT))
        .isEqualTo(fault("P|U/S", level, FaultReason.SUPERVISOR_ONLY));
    assertThat(ask(small, SUPERVISOR_READ, WRITE_PROTECT))
        .isInstanceOf(WalkResult.Translated.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void writes_need_writable_in_every_entry_and_without_wp_only_those_of_users_do(int level) {
    small.clear(level, WRITABLE);

    assertThat(ask(small, USER_WRITE, NONE))
        .isEqualTo(fault("P|W/R|U/S", level, FaultReason.READ_ONLY));
    assertThat(ask(small, SUPERVISOR_WRITE, WRITE_PROTECT))
        .isEqualTo(fault("P|W/R", level, FaultReason.READ_ONLY));
    assertThat(ask(small, SUPERVISOR_WRITE, NONE)).isInstanceOf(WalkResult.Translated.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void no_execute_in_any_entry_forbids_fetches_and_nothing_else(int level) {
    small.set(level, NO_EXECUTE);

    assertThat(ask(small, USER_FETCH, WRITE_PROTECT))
        .isEqualTo(fault("P|U/S|I/D", level, FaultReason.NO_EXECUTE));
    assertThat(ask(small, SUPERVISOR_FETCH, NONE))
        .isEqualTo(fault("P|I/D", level, FaultReason.NO_EXECUTE));
    assertThat(ask(small, USER_WRITE, WRITE_PROTECT)).isInstanceOf(WalkResult.Translated.class);
  }

  @Test
  void the_highest_of_several_forbidding_entries_is_named() {
    small.clear(3, USER).clear(1, USER | WRITABLE);

    assertThat(ask(small, USER_WRITE, WRITE_PROTECT))
        .isEqualTo(fault("P|W/R|U/S", 3, FaultReason.SUPERVISOR_ONLY))
        .hasToString("#PF(P|W/R|U/S) at level 3: the entry lacks USER");
  }

  @Test
  void smep_keeps_the_supervisor_from_fetching_from_user_pages() {
    assertThat(ask(small, SUPERVISOR_FETCH, SMEP)).isEqualTo(fault("P|I/D", 1, FaultReason.SMEP));
    assertThat(ask(small, USER_FETCH, SMEP)).isInstanceOf(WalkResult.Translated.class);

    small.clear(4, USER);
    assertThat(ask(small, SUPERVISOR_FETCH, SMEP)).isInstanceOf(WalkResult.Translated.class);
  }

  @Test
  void smap_keeps_the_supervisor_from_user_data_until_ac_lifts_it() {
    assertThat(ask(small, SUPERVISOR_READ, SMAP)).isEqualTo(fault("P", 1, FaultReason.SMAP));
    assertThat(ask(small, SUPERVISOR_WRITE, SMAP)).isEqualTo(fault("P|W/R", 1, FaultReason.SMAP));
    assertThat(ask(small, SUPERVISOR_FETCH, SMAP)).isInstanceOf(WalkResult.Translated.class);
    assertThat(ask(small, SUPERVISOR_WRITE, SMAP_LIFTED)).isInstanceOf(WalkResult.Translated.class);
  }

  @Test
  void without_nxe_bit_63_is_reserved_and_only_smep_makes_the_error_code_tell_fetches() {
    var without = new PageWalk(new PagingMode(4, 46, false));
    small.set(2, NO_EXECUTE);

    assertThat(without.access(small, small.root(), PAGE, SUPERVISOR_FETCH, WRITE_PROTECT))
        .isEqualTo(fault("P|RSVD", 2, FaultReason.RESERVED_BIT));
    assertThat(without.access(small, small.root(), PAGE, SUPERVISOR_FETCH, SMEP))
        .isEqualTo(fault("P|RSVD|I/D", 2, FaultReason.RESERVED_BIT));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 46",
    "1, 1, 51",
    "1, 2, 46",
    "1, 3, 51",
    "1, 4, 46",
    "1, 4, 7",
    "2, 2, 13",
    "2, 2, 20",
    "2, 2, 46",
    "3, 3, 13",
    "3, 3, 21",
    "3, 3, 29",
    "3, 3, 51"
  })
  void a_reserved_bit_in_a_present_entry_faults(int leafLevel, int level, int bit) {
    var tables = Tables.linked(4, leafLevel).set(level, 1L << bit);

    assertThat(ask(tables, USER_READ, WRITE_PROTECT))
        .isEqualTo(fault("P|U/S|RSVD", level, FaultReason.RESERVED_BIT));
    assertThat(WalkWord.isReserved(walk.walk(tables, tables.root(), PAGE))).isTrue();
  }

  @Test
  void the_page_size_bit_is_reserved_at_level_5_too() {
    var tables = Tables.linked(5, 1).set(5, HUGE_PAGE);
    var five = new PageWalk(new PagingMode(5, 52, true));

    assertThat(five.access(tables, tables.root(), PAGE, SUPERVISOR_WRITE, WRITE_PROTECT))
        .isEqualTo(fault("P|W/R|RSVD", 5, FaultReason.RESERVED_BIT));
  }

  @Test
  void a_reserved_bit_decides_before_rights_and_before_entries_below() {
    small.set(3, 1L << 50).clear(3, USER).clear(4, USER).put(1, 0);

    assertThat(ask(small, USER_READ, WRITE_PROTECT))
        .isEqualTo(fault("P|U/S|RSVD", 3, FaultReason.RESERVED_BIT));
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "2, 12", "3, 12"})
  void pat_is_neither_address_nor_reserved(int leafLevel, int bit) {
    var tables = Tables.linked(4, leafLevel);
    var before = (WalkResult.Translated) ask(tables, USER_READ, WRITE_PROTECT);

    var after = ask(tables.set(leafLevel, 1L << bit), USER_READ, WRITE_PROTECT);

    assertThat(after).isInstanceOf(WalkResult.Translated.class);
    assertThat(((WalkResult.Translated) after).address()).isEqualTo(before.address());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void software_bits_are_ignored_in_every_entry_and_global_and_dirty_in_links(int level) {
    var ignored = SOFTWARE | (level > 1 ? GLOBAL | DIRTY : 0);
    var before = walk.walk(small, small.root(), PAGE);

    assertThat(walk.walk(small.set(level, ignored), small.root(), PAGE)).isEqualTo(before);
  }

  @Test
  void an_access_sets_accessed_on_the_path_and_a_write_sets_dirty_in_the_leaf() {
    small.set(3, ACCESSED);

    var read = (WalkResult.Translated) ask(small, USER_READ, WRITE_PROTECT);
    var write = (WalkResult.Translated) ask(small, USER_WRITE, WRITE_PROTECT);

    assertThat(read.updates())
        .containsExactly(
            new EntryUpdate(Tables.entry(4), small.get(4) | ACCESSED),
            new EntryUpdate(Tables.entry(2), small.get(2) | ACCESSED),
            new EntryUpdate(Tables.entry(1), small.get(1) | ACCESSED));
    assertThat(write.updates().getLast())
        .isEqualTo(new EntryUpdate(Tables.entry(1), small.get(1) | ACCESSED | DIRTY));
  }

  @Test
  void nothing_is_updated_where_accessed_and_dirty_are_set() {
    IntStream.rangeClosed(1, 4).forEach(level -> small.set(level, ACCESSED | DIRTY));

    var write = (WalkResult.Translated) ask(small, SUPERVISOR_WRITE, NONE);

    assertThat(write.updates()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, 0x0000800000000000", "4, 0xffff7fffffffffff", "5, 0x0100000000000000"})
  void an_address_that_is_not_canonical_is_refused_before_any_entry_is_read(int levels, String at) {
    var result =
        new PageWalk(new PagingMode(levels, 52, true))
            .access(
                address -> {
                  throw new AssertionError("read");
                },
                0x1000,
                Long.parseUnsignedLong(at.substring(2), 16),
                USER_READ,
                WRITE_PROTECT);

    assertThat(result).isEqualTo(new WalkResult.NotCanonical());
  }

  @Test
  void a_recursive_slot_leads_to_the_tables_themselves() {
    var recursive = small.root() + 8 * 511;
    WordReader words =
        address -> address == recursive ? small.root() | Tables.ALL_RIGHTS : small.load(address);

    var result = walk.access(words, small.root(), -4096, SUPERVISOR_WRITE, WRITE_PROTECT);

    var translated = (WalkResult.Translated) result;
    assertThat(translated.address().bits()).isEqualTo(small.root());
    assertThat(translated.updates()).extracting(EntryUpdate::address).containsOnly(recursive);
    assertThat(translated.updates().getLast().word() & (ACCESSED | DIRTY))
        .isEqualTo(ACCESSED | DIRTY);
  }
}
