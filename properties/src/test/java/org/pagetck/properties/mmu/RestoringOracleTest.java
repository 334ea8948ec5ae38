package org.pagetck.properties.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.pagetck.properties.mmu.CaseTables.SMALL;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.EntryUpdate;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;

class RestoringOracleTest {
  private static final long ACCESSED_DIRTY = EntryFlags.ACCESSED | EntryFlags.DIRTY;

  @AutoClose private final Arena arena = Arena.ofConfined();
  private final CaseTables tables = new CaseTables(CaseTables.memory(arena), 4, 52);
  private final MmuQuestion write =
      new MmuQuestion(tables.root(), SMALL, Access.USER_WRITE, Protection.WRITE_PROTECT);

  private MmuAnswer ask(PagingMode mode) {
    try (var oracle = WalkMmu.honest().open(tables.memory(), mode)) {
      return oracle.ask(write);
    }
  }

  @Test
  void what_an_access_sets_is_told_and_taken_back() {
    tables.clear(1, ACCESSED_DIRTY).clear(3, EntryFlags.ACCESSED);
    var before = tables.memory().bytes().toArray(ValueLayout.JAVA_LONG);

    var answer = ask(PagingMode.FOUR_LEVELS);

    assertThat(answer)
        .isEqualTo(
            new MmuAnswer.Allowed(
                tables.smallTarget(),
                List.of(
                    new EntryUpdate(tables.entry(1), tables.get(1) | ACCESSED_DIRTY),
                    new EntryUpdate(tables.entry(3), tables.get(3) | EntryFlags.ACCESSED))));
    assertThat(tables.memory().bytes().toArray(ValueLayout.JAVA_LONG)).isEqualTo(before);
  }

  @Test
  void an_entry_between_the_two_widths_is_unanswerable_and_others_are_not() {
    var narrow = new PagingMode(4, 46, true);
    try (var oracle = WalkMmu.honest().open(tables.memory(), narrow)) {
      assertThat(oracle.unanswerable(write)).isEmpty();

      tables.set(2, 1L << 46);
      assertThat(oracle.unanswerable(write)).isPresent();
      assertThatIllegalArgumentException().isThrownBy(() -> oracle.ask(write));
    }
  }

  @Test
  void a_walk_that_leaves_the_memory_is_unanswerable() {
    tables.put(2, 0x7fff_f000L | EntryFlags.PRESENT);
    try (var oracle = WalkMmu.honest().open(tables.memory(), PagingMode.FOUR_LEVELS)) {
      assertThat(oracle.unanswerable(write))
          .contains("a table of the walk lies outside the memory");
    }
  }
}
