package org.pagetck.model.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.entry.EntryFlags.GLOBAL;
import static org.pagetck.model.entry.EntryFlags.NO_CACHE;
import static org.pagetck.model.entry.EntryFlags.NO_EXECUTE;
import static org.pagetck.model.entry.EntryFlags.USER;
import static org.pagetck.model.entry.EntryFlags.WRITABLE;
import static org.pagetck.model.entry.EntryFlags.WRITE_THROUGH;
import static org.pagetck.model.paging.Tables.PAGE;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;

class WalkWordTest {
  private final PageWalk walk = new PageWalk(PagingMode.FOUR_LEVELS);

  @Test
  void the_word_of_an_absent_page_tells_the_level_where_it_ended_and_grants_nothing() {
    var tables = Tables.linked(4, 1).put(2, 0);

    var word = walk.walk(tables, tables.root(), PAGE);

    assertThat(WalkWord.isAbsent(word)).isTrue();
    assertThat(WalkWord.isLeaf(word)).isFalse();
    assertThat(WalkWord.level(word)).isEqualTo(2);
    assertThat(WalkWord.rights(word)).isZero();
  }

  @Test
  void the_word_of_an_address_that_is_not_canonical_says_so() {
    var word = walk.walk(address -> -1, 0, 1L << 47);

    assertThat(WalkWord.isNotCanonical(word)).isTrue();
    assertThat(WalkWord.level(word)).isZero();
    assertThat(WalkWord.rights(word)).isZero();
  }

  @Test
  void flags_are_those_of_all_entries_together() {
    var tables = Tables.linked(4, 1).clear(4, WRITABLE).set(2, NO_EXECUTE);

    var word = walk.walk(tables, tables.root(), PAGE);

    assertThat(WalkWord.flags(word)).isEqualTo(USER | NO_EXECUTE);
    assertThat(WalkWord.rights(word)).isEqualTo(Rights.bitsOf(USER | NO_EXECUTE));
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "2, 12", "3, 12"})
  void the_memory_type_is_the_leafs_pwt_pcd_and_pat(int leafLevel, int patBit) {
    var tables = Tables.linked(4, leafLevel);
    assertThat(WalkWord.memoryType(walk.walk(tables, tables.root(), PAGE))).isZero();

    tables.set(4, WRITE_THROUGH | NO_CACHE);
    assertThat(WalkWord.memoryType(walk.walk(tables, tables.root(), PAGE))).isZero();

    tables.set(leafLevel, WRITE_THROUGH | 1L << patBit);
    assertThat(WalkWord.memoryType(walk.walk(tables, tables.root(), PAGE))).isEqualTo(5);
  }

  @Test
  void global_is_that_of_the_leaf() {
    var tables = Tables.linked(4, 2).set(4, GLOBAL).set(3, GLOBAL);
    assertThat(WalkWord.isGlobal(walk.walk(tables, tables.root(), PAGE))).isFalse();

    tables.set(2, GLOBAL);
    assertThat(WalkWord.isGlobal(walk.walk(tables, tables.root(), PAGE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void the_word_and_the_single_accesses_agree_over_arbitrary_tables(int levels) {
    var random = new SplittableRandom(0x5eed);
    var mode = new PagingMode(levels, 40, true);
    var any = new PageWalk(mode);
    var leaves = 0;
    for (var table = 0; table < 2_000; table++) {
      var words = arbitrary(random, levels);
      var address = Levels.signExtend(random.nextLong(), levels);
      var word = any.walk(words, 0, address);
      leaves += WalkWord.isLeaf(word) ? 1 : 0;
      for (var access : Access.all()) {
        for (var protection : Protection.distinct()) {
          agree(
              word, any.access(words, 0, address, access, protection), address, access, protection);
        }
      }
    }
    assertThat(leaves).as("tables with a leaf on the path").isGreaterThan(200);
  }

  private static void agree(
      long word, WalkResult result, long address, Access access, Protection protection) {
    var allowed = new Rights(WalkWord.rights(word)).allows(access, protection);
    switch (result) {
      case WalkResult.Translated translated -> {
        assertThat(allowed).isTrue();
        assertThat(WalkWord.physicalAddress(word, address)).isEqualTo(translated.address().bits());
        assertThat(PageSize.byLeafLevel(WalkWord.level(word))).contains(translated.size());
        assertThat(WalkWord.rights(word)).isEqualTo(translated.rights().bits());
      }
      case WalkResult.PageFault fault -> {
        assertThat(allowed).isFalse();
        assertThat(WalkWord.isAbsent(word)).isEqualTo(fault.reason() == FaultReason.NOT_PRESENT);
        assertThat(WalkWord.isReserved(word)).isEqualTo(fault.reason() == FaultReason.RESERVED_BIT);
      }
      case WalkResult.NotCanonical() -> assertThat(WalkWord.isNotCanonical(word)).isTrue();
    }
  }

  /// Returns memory whose words depend on the table's level, mostly present and well formed.
  private static WordReader arbitrary(SplittableRandom random, int levels) {
    var seed = random.nextLong();
    return address -> {
      var local = new SplittableRandom(seed ^ address * 0x9e37_79b9_7f4a_7c15L);
      var depth = (int) (address >>> 12);
      var link = (depth + 1L) << 12;
      var flags = local.nextLong() & 0xfff0_0000_0000_0f7fL;
      var present = local.nextInt(8) == 0 ? 0 : 1;
      var huge = local.nextInt(4) == 0 && depth >= levels - 3 ? 1L << 7 : 0;
      var target = huge != 0 || depth == levels - 1 ? local.nextLong() & 0xff_c000_0000L : link;
      var broken = local.nextInt(12) == 0 ? 1L << local.nextInt(52) : 0;
      return target | (flags & ~1L) | present | huge | broken;
    };
  }
}
