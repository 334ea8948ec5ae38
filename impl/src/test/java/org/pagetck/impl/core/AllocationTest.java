package org.pagetck.impl.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.pagetck.impl.frame.FramePool;
import org.pagetck.impl.memory.SegmentMemory;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.trace.FrameOrder;

/// The core allocates nothing per operation.
final class AllocationTest {
  private static final int ROUND_COUNT = 20_000;
  private static final long PRESENT = 1;
  private static final long OPEN = 7;

  @Test
  void tenThousandsOfOperationsAllocateLessThanAByteEach() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var arena = Arena.ofConfined()) {
      var memory = SegmentMemory.allocate(arena, 1L << 32, 4 << 20);
      var frames = FramePool.over(memory, FrameOrder.ASCENDING);
      var core = new MapCore(TableSpace.of(memory, memory.start(), PagingMode.FOUR_LEVELS));
      operate(core, frames);

      var before = threads.getCurrentThreadAllocatedBytes();
      var doneCount = operate(core, frames);
      var allocated = threads.getCurrentThreadAllocatedBytes() - before;

      assertThat(doneCount).isEqualTo(5 * ROUND_COUNT);
      assertThat(allocated).isLessThan(ROUND_COUNT);
    }
  }

  private static int operate(MapCore core, FrameAllocator frames) {
    var doneCount = 0;
    for (var i = 0; i < ROUND_COUNT; i++) {
      var page = (long) (i & 0xffff) << 12;
      doneCount += core.map(page, PageSize.SIZE_4K, page, PRESENT, frames) ? 1 : 0;
      doneCount += core.map(page, PageSize.SIZE_4K, page, PRESENT, frames) ? 1 : 0;
      doneCount += core.updateFlags(page, PageSize.SIZE_4K, OPEN) ? 1 : 0;
      doneCount += core.translatePage(page, PageSize.SIZE_4K) ? 1 : 0;
      doneCount += core.translate(page + 5) ? 1 : 0;
      doneCount += core.unmap(page, PageSize.SIZE_4K) ? 1 : 0;
    }
    return doneCount;
  }
}
