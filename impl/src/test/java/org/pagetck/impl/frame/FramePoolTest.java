package org.pagetck.impl.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pagetck.impl.memory.SegmentMemory;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;

/// Stocks of frames: every frame once, in the order asked for, holding what was asked for.
final class FramePoolTest {
  private static final long START = 0x1_0000_0000L;
  private static final int FRAME_COUNT = 2048;
  private static final long LAST = START + (FRAME_COUNT - 1) * 4096L;

  private final SegmentMemory memory =
      SegmentMemory.allocate(Arena.ofAuto(), START, FRAME_COUNT * 4096L);

  private FramePool pool(FrameOrder order, FrameContents contents, long seed) {
    return new FramePool(memory, START, FRAME_COUNT, order, contents, seed);
  }

  private static List<Long> takeAll(FrameAllocator frames) {
    var taken = new ArrayList<Long>();
    for (var frame = frames.allocate();
        frame != FrameAllocator.NO_FRAME;
        frame = frames.allocate()) {
      taken.add(frame);
    }
    return taken;
  }

  private List<Long> wordsOf(long frame) {
    return LongStream.range(0, 512).map(i -> memory.load(frame + 8 * i)).boxed().toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyFrameComesOnceAndThenNone(FrameOrder order) {
    var pool = pool(order, FrameContents.ZEROED, 1);

    assertThat(takeAll(pool)).hasSize(FRAME_COUNT).doesNotHaveDuplicates();

    assertThat(pool.available()).isZero();
    assertThat(pool.takenCount()).isEqualTo(FRAME_COUNT);
  }

  @Test
  void ascendingBeginsWithTheLowestAndDescendingWithTheHighest() {
    var ascending = takeAll(pool(FrameOrder.ASCENDING, FrameContents.ZEROED, 1));

    assertThat(ascending).isSorted().startsWith(START).endsWith(LAST);
    assertThat(takeAll(pool(FrameOrder.DESCENDING, FrameContents.ZEROED, 1)))
        .isEqualTo(ascending.reversed());
  }

  @Test
  void scatteredFollowsItsSeed() {
    var order = takeAll(pool(FrameOrder.SCATTERED, FrameContents.ZEROED, 1));

    assertThat(takeAll(pool(FrameOrder.SCATTERED, FrameContents.ZEROED, 1))).isEqualTo(order);
    assertThat(takeAll(pool(FrameOrder.SCATTERED, FrameContents.ZEROED, 2))).isNotEqualTo(order);
    assertThat(order).isNotEqualTo(order.stream().sorted().toList());
  }

  @Test
  void alignedFramesComeBeforeAllOthers() {
    var order = takeAll(pool(FrameOrder.ALIGNED_2M, FrameContents.ZEROED, 1));

    assertThat(order.subList(0, 4)).allMatch(frame -> frame % (2 << 20) == 0);
    assertThat(order.subList(4, FRAME_COUNT)).noneMatch(frame -> frame % (2 << 20) == 0);
  }

  @Test
  void framesHoldZerosOrOnesWhereThatWasAskedFor() {
    assertThat(wordsOf(pool(FrameOrder.ASCENDING, FrameContents.ONES, 1).allocate()))
        .containsOnly(-1L);
    assertThat(wordsOf(pool(FrameOrder.ASCENDING, FrameContents.ZEROED, 1).allocate()))
        .containsOnly(0L);
  }

  @ParameterizedTest
  @EnumSource(names = {"EMPTY", "RESERVED", "LINK", "LEAF"})
  void dirtyFramesHoldWhatReadsAsAnEntryOfEachKind(SlotState state) {
    var frame = pool(FrameOrder.ASCENDING, FrameContents.DIRTY, 1).allocate();
    var format = new EntryFormat(52, true, START, FRAME_COUNT * 4096L);

    assertThat(wordsOf(frame)).anyMatch(word -> format.stateOf(2, word) == state);
    assertThat(wordsOf(frame)).anyMatch(word -> (word & EntryFlags.PRESENT) != 0);
  }

  @Test
  void aFrameGivenBackComesFirstAndIsFullOfOldBytesAgain() {
    var pool = pool(FrameOrder.ASCENDING, FrameContents.ONES, 1);
    var frame = pool.allocate();
    memory.zero(frame);

    pool.deallocate(frame);

    assertThat(pool.takenCount()).isZero();
    assertThat(pool.available()).isEqualTo(FRAME_COUNT);
    assertThat(pool.allocate()).isEqualTo(frame);
    assertThat(wordsOf(frame)).containsOnly(-1L);
  }

  @Test
  void whatIsNotInUseCannotBeGivenBack() {
    var pool = pool(FrameOrder.ASCENDING, FrameContents.ZEROED, 1);
    var frame = pool.allocate();
    pool.deallocate(frame);

    for (var wrong : new long[] {frame, LAST, START - 4096, LAST + 4096, START + 8, 0, -4096}) {
      assertThatIllegalArgumentException().isThrownBy(() -> pool.deallocate(wrong));
    }
  }

  @Test
  void aPoolLiesInsideItsMemory() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FramePool(memory, LAST, 2, FrameOrder.ASCENDING, FrameContents.ZEROED, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new FramePool(memory, START - 4096, 2, FrameOrder.ASCENDING, FrameContents.ZEROED, 1));
  }

  @Test
  void aPoolOverAMemoryLeavesTheFirstFrameForTheRoot() {
    assertThat(takeAll(FramePool.over(memory, FrameOrder.ASCENDING)))
        .hasSize(FRAME_COUNT - 1)
        .doesNotContain(START);
  }

  @Test
  void limitedFramesEndAfterTheirCountAndGivingBackLiftsNothing() {
    var pool = pool(FrameOrder.ASCENDING, FrameContents.ZEROED, 1);
    var limited = new LimitedFrames(pool, 2);

    var first = limited.allocate();
    limited.deallocate(first);

    assertThat(limited.allocate()).isEqualTo(first);
    assertThat(limited.allocate()).isEqualTo(FrameAllocator.NO_FRAME);
    assertThat(pool.takenCount()).isEqualTo(1);
  }

  @Test
  void aFrameThatTheSourceRefusesDoesNotCount() {
    var source = new FramePool(memory, START, 1, FrameOrder.ASCENDING, FrameContents.ZEROED, 1);
    var limited = new LimitedFrames(source, 2);
    var only = limited.allocate();
    assertThat(limited.allocate()).isEqualTo(FrameAllocator.NO_FRAME);

    source.deallocate(only);

    assertThat(limited.allocate()).isEqualTo(only);
  }
}
