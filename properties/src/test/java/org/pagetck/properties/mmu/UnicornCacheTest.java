package org.pagetck.properties.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.properties.mmu.CaseTables.SMALL;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.ErrorCode;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuCache;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;

/// What Unicorn keeps of its walks while the tables change under it.
class UnicornCacheTest {
  private static final PagingMode MODE = new PagingMode(4, UnicornMmu.PHYSICAL_WIDTH, true);

  @AutoClose private final Arena arena = Arena.ofShared();
  private final CaseTables tables =
      new CaseTables(CaseTables.memory(arena), 4, UnicornMmu.PHYSICAL_WIDTH);

  @AutoClose private final MmuOracle unicorn = AtHand.unicorn().open(tables.memory(), MODE);

  private final MmuCache cache = unicorn.cache().orElseThrow();

  private MmuQuestion small(Access access) {
    return new MmuQuestion(tables.root(), SMALL, access, Protection.WRITE_PROTECT);
  }

  private static long target(MmuAnswer answer) {
    assertThat(answer).isInstanceOf(MmuAnswer.Allowed.class);
    return ((MmuAnswer.Allowed) answer).address();
  }

  @ParameterizedTest
  @EnumSource(Access.class)
  void a_page_that_is_gone_is_still_translated_until_cr3_is_loaded(Access access) {
    var warm = cache.warm(small(access));
    tables.put(1, 0);

    assertThat(target(cache.again(small(access), false))).isEqualTo(target(warm));
    assertThat(cache.again(small(access), true)).isInstanceOf(MmuAnswer.PageFault.class);
    assertThat(unicorn.ask(small(access))).isInstanceOf(MmuAnswer.PageFault.class);
  }

  @Test
  void a_right_that_a_link_lost_is_still_granted() {
    cache.warm(small(Access.USER_WRITE));
    tables.clear(3, EntryFlags.WRITABLE);

    assertThat(cache.again(small(Access.USER_WRITE), false)).isInstanceOf(MmuAnswer.Allowed.class);
    assertThat(unicorn.ask(small(Access.USER_WRITE)))
        .isEqualTo(new MmuAnswer.PageFault(ErrorCode.PRESENT | ErrorCode.WRITE | ErrorCode.USER));
  }

  @Test
  void an_entry_that_was_absent_is_not_kept() {
    var word = tables.get(1);
    tables.put(1, 0);
    cache.warm(small(Access.USER_READ));
    tables.put(1, word);

    assertThat(target(cache.again(small(Access.USER_READ), false))).isEqualTo(tables.smallTarget());
  }

  @Test
  void a_page_outside_the_memory_is_kept_too_and_leaves_no_memory_behind() {
    var outside = 0x7_0000_0000L;
    tables.put(1, outside | EntryFlags.PRESENT | EntryFlags.USER | EntryFlags.ACCESSED);
    cache.warm(small(Access.USER_READ));
    tables.put(1, 0);

    assertThat(target(cache.again(small(Access.USER_READ), false)) & -4096).isEqualTo(outside);
    assertThat(unicorn.ask(small(Access.USER_READ)))
        .isEqualTo(new MmuAnswer.PageFault(ErrorCode.USER));
    cache.warm(small(Access.USER_READ));
    tables.put(1, outside | EntryFlags.PRESENT | EntryFlags.USER | EntryFlags.ACCESSED);
    assertThat(target(cache.warm(small(Access.USER_READ))) & -4096).isEqualTo(outside);
  }

  @Test
  void what_the_walk_sets_is_taken_back() {
    tables.clear(1, EntryFlags.ACCESSED).clear(4, EntryFlags.ACCESSED);
    var before = tables.memory().bytes().toArray(ValueLayout.JAVA_LONG);

    cache.warm(small(Access.USER_READ));
    cache.again(small(Access.USER_READ), true);

    assertThat(tables.memory().bytes().toArray(ValueLayout.JAVA_LONG)).isEqualTo(before);
  }
}
