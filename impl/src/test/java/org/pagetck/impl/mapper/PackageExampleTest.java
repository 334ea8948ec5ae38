package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.pagetck.impl.frame.FramePool;
import org.pagetck.impl.memory.SegmentMemory;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.trace.FrameOrder;

/// The example in the package's documentation, line by line.
final class PackageExampleTest {
  @Test
  void theExampleDoesWhatItsCommentSays() {
    try (var arena = Arena.ofConfined()) {
      var memory = SegmentMemory.allocate(arena, 0x1_0000_0000L, 64 << 20);
      var frames = FramePool.over(memory, FrameOrder.ASCENDING);
      var mapper =
          MappedPageTable.create(memory, frames, PagingMode.FOUR_LEVELS, new NoTlb()).orElseThrow();

      var page = new Page(new VirtAddr(0xffff_8000_0020_0000L), PageSize.SIZE_2M);
      var frame = new PhysFrame(new PhysAddr(0x4000_0000L), PageSize.SIZE_2M);
      var flags = new EntryFlags(EntryFlags.PRESENT | EntryFlags.WRITABLE);

      switch (mapper.mapTo(page, frame, flags, frames)) {
        case Answer.Done<MapperFlush>(var flush) -> flush.flush();
        case Answer.Refused<MapperFlush> refused -> System.err.println(refused);
      }
      assertThat(mapper.translateAddr(new VirtAddr(0xffff_8000_0020_1234L)))
          .contains(new PhysAddr(0x4000_1234L));
    }
  }
}
