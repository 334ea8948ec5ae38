package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// Arguments are tested before anything else, in the contract's order, and cost nothing.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class ArgumentsTest {
  private static final EntryFlags PW = new EntryFlags(0x3);
  private static final EntryFlags HUGE = new EntryFlags(0x83);
  private static final long PAST_WIDTH = 1L << 52;

  private final int levels;
  private final Machine machine;
  private final Mapper mapper;

  ArgumentsTest(int levels) {
    this.levels = levels;
    this.machine = new Machine(levels);
    this.mapper = new MappedMapperProvider().open(machine);
  }

  @AfterEach
  void nothingHappened() {
    assertThat(machine.events()).isEmpty();
  }

  private long hole() {
    return 1L << (levels == 4 ? 47 : 56);
  }

  private void assertRefused(Refusal owed, Operation operation) {
    assertThat(mapper.apply(operation)).as("%s", operation).isEqualTo(Outcome.refused(owed));
  }

  private static List<Operation> onPage(long page, PageSize size) {
    return List.of(
        new Operation.Map(page, size, 0, PW),
        new Operation.MapWithTableFlags(page, size, 0, PW, PW),
        new Operation.Unmap(page, size),
        new Operation.UpdateFlags(page, size, PW),
        new Operation.TranslatePage(page, size),
        new Operation.Clear(page, size));
  }

  @ParameterizedTest
  @EnumSource
  void bothEdgesOfTheHoleAndItsMiddleAreNonCanonicalForEveryOperation(PageSize size) {
    for (var page : new long[] {hole(), -hole() - size.bytes(), 1L << 60, Long.MIN_VALUE}) {
      onPage(page, size).forEach(operation -> assertRefused(Refusal.NON_CANONICAL, operation));
      assertRefused(Refusal.NON_CANONICAL, new Operation.Translate(page));
      assertRefused(Refusal.NON_CANONICAL, new Operation.SetTableFlags(page, 2, PW));
      assertRefused(Refusal.NON_CANONICAL, new Operation.CleanUp(page, -1));
      assertRefused(Refusal.NON_CANONICAL, new Operation.CleanUp(0, page));
      assertRefused(Refusal.NON_CANONICAL, new Operation.CleanUp(-1, page));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageThatIsNoMultipleOfItsSizeIsMisaligned(PageSize size) {
    for (var page :
        new long[] {1, size.bytes() / 2, size.bytes() - 1, -1, hole() - 1, -hole() + 1}) {
      onPage(page, size).forEach(operation -> assertRefused(Refusal.MISALIGNED, operation));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFrameThatIsNoMultipleOfItsSizeIsMisalignedNeverCut(PageSize size) {
    for (var frame : new long[] {1, size.bytes() / 2, PAST_WIDTH + 1, -1}) {
      assertRefused(Refusal.MISALIGNED, new Operation.Map(0, size, frame, PW));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFrameAtOrPastThePhysicalWidthIsOutOfRange(PageSize size) {
    for (var frame : new long[] {PAST_WIDTH, PAST_WIDTH + size.bytes(), -size.bytes()}) {
      assertRefused(Refusal.OUT_OF_RANGE, new Operation.Map(0, size, frame, PW));
    }
  }

  @ParameterizedTest
  @EnumSource
  void hugePageMayNotBeAmongTheFlagsWhateverTheSize(PageSize size) {
    assertRefused(Refusal.INVALID_FLAGS, new Operation.Map(0, size, 0, HUGE));
    assertRefused(Refusal.INVALID_FLAGS, new Operation.UpdateFlags(0, size, HUGE));
  }

  @Test
  void nonCanonicalComesBeforeMisalignedBeforeOutOfRangeBeforeInvalidFlags() {
    var size = PageSize.SIZE_4K;
    assertRefused(Refusal.NON_CANONICAL, new Operation.Map(hole() + 1, size, PAST_WIDTH + 1, HUGE));
    assertRefused(Refusal.MISALIGNED, new Operation.Map(1, size, PAST_WIDTH, HUGE));
    assertRefused(Refusal.MISALIGNED, new Operation.Map(0, size, PAST_WIDTH + 1, HUGE));
    assertRefused(Refusal.OUT_OF_RANGE, new Operation.Map(0, size, PAST_WIDTH, HUGE));
    assertRefused(Refusal.NON_CANONICAL, new Operation.UpdateFlags(hole() + 1, size, HUGE));
    assertRefused(Refusal.MISALIGNED, new Operation.UpdateFlags(1, size, HUGE));
    assertRefused(Refusal.NON_CANONICAL, new Operation.SetTableFlags(hole(), 9, HUGE));
    assertRefused(Refusal.OUT_OF_RANGE, new Operation.SetTableFlags(0, 9, HUGE));
  }

  @Test
  void aTableLevelIsFrom2ToTheRoots() {
    for (var level : new int[] {Integer.MIN_VALUE, -1, 0, 1, levels + 1, Integer.MAX_VALUE}) {
      assertRefused(Refusal.OUT_OF_RANGE, new Operation.SetTableFlags(0, level, PW));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {EntryFlags.HUGE_PAGE, EntryFlags.PAT, EntryFlags.GLOBAL})
  void flagsThatNoLinkMayHaveAreInvalid(long flag) {
    assertRefused(
        Refusal.INVALID_FLAGS, new Operation.SetTableFlags(0, 2, new EntryFlags(0x3 | flag)));
  }
}
