package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.pagetck.impl.frame.LimitedFrames;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageRange;
import org.pagetck.model.address.PageRangeInclusive;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.PagingMode;

/// Ranges as a user of the library names them, and what he is told of them.
final class RangeOperationsTest {
  private static final long BASE = 0x80_4000_0000L;
  private static final EntryFlags PW = new EntryFlags(3);
  private static final PhysFrame FRAME = new PhysFrame(new PhysAddr(0x10_0000), PageSize.SIZE_4K);

  private final Machine machine = new Machine(4);
  private final MappedPageTable mapper =
      new MappedPageTable(
          machine.memory(),
          new PhysAddr(machine.root()),
          PagingMode.FOUR_LEVELS,
          machine.flushes());
  private final RangeOperations ranges = mapper.ranges();

  private static Page page(long start) {
    return new Page(new VirtAddr(start), PageSize.SIZE_4K);
  }

  private static PageRange pages(int count) {
    return new PageRange(page(BASE), page(BASE + count * 0x1000L));
  }

  @Test
  void aRangeIsMappedUpdatedAndRemovedAndItsFlushCoversIt() {
    assertThat(ranges.map(pages(8), FRAME, PW, machine.frames()).isDone()).isTrue();
    assertThat(mapper.translateAddr(new VirtAddr(BASE + 0x7123))).contains(new PhysAddr(0x10_7123));
    machine.forgetEvents();

    var updated = ranges.update(pages(8), new EntryFlags(1));
    assertThat(updated.flush().owed()).isEqualTo(Flush.PAGE);
    updated.flush().flush();
    assertThat(machine.events()).endsWith(new Event.FlushRange(BASE, 0x8000));

    var removed = new ArrayList<Page>();
    var answer = ranges.unmap(pages(8), Holes.REFUSED, (page, _) -> removed.add(page));
    assertThat(answer.doneBytes()).isEqualTo(0x8000);
    assertThat(removed).containsExactlyElementsOf(pages(8));
    answer.flush().flush();
    assertThat(machine.events()).endsWith(new Event.FlushRange(BASE, 0x8000));
  }

  @Test
  void pagesToTheEndOfTheSpaceAreARange() {
    var last = new PageRangeInclusive(page(-0x2000), page(-0x1000));

    assertThat(ranges.map(last, FRAME, PW, machine.frames()).doneBytes()).isEqualTo(0x2000);

    assertThat(mapper.translateAddr(new VirtAddr(-1))).contains(new PhysAddr(0x10_1fff));
  }

  @Test
  void whatWasRefusedHalfWayIsUndoneWhereThatIsWanted() {
    mapper.mapTo(page(BASE + 0x5000), FRAME, PW, machine.frames());

    var undone = ranges.mapOrUndo(pages(8), FRAME, PW, machine.frames());

    assertThat(undone.doneBytes()).isZero();
    assertThat(undone.refusal()).contains(Refusal.ALREADY_MAPPED);
    assertThat(undone.flush().owed()).isEqualTo(Flush.PAGE);
    assertThat(mapper.translateAddr(new VirtAddr(BASE))).isEmpty();
    assertThat(mapper.translateAddr(new VirtAddr(BASE + 0x4fff))).isEmpty();
    assertThat(mapper.translateAddr(new VirtAddr(BASE + 0x5000))).isPresent();
    machine.forgetEvents();
    undone.flush().flush();
    assertThat(machine.events()).containsExactly(new Event.FlushRange(BASE, 0x5000));
  }

  @Test
  void whatIsDoneOrBeginsWithARefusalIsNotUndone() {
    var none = new LimitedFrames(machine.frames(), 0);
    var refused = ranges.mapOrUndo(pages(8), FRAME, PW, none);
    assertThat(refused.refusal()).contains(Refusal.NO_FRAME);
    assertThat(refused.flush().owed()).isEqualTo(Flush.NONE);

    assertThat(ranges.mapOrUndo(pages(8), FRAME, PW, machine.frames()).isDone()).isTrue();
    assertThat(mapper.translateAddr(new VirtAddr(BASE + 0x7000))).isPresent();
  }

  @Test
  void holesStopARemovalOrAreSkipped() {
    mapper.mapTo(page(BASE), FRAME, PW, machine.frames());
    mapper.mapTo(page(BASE + 0x3000), FRAME, PW, machine.frames());

    var stopped = ranges.unmap(pages(8), Holes.REFUSED, (_, _) -> {});
    assertThat(stopped.doneBytes()).isEqualTo(0x1000);
    assertThat(stopped.refusal()).contains(Refusal.NOT_MAPPED);

    var mappings = new ArrayList<Mapping>();
    var skipped = ranges.unmap(pages(8), Holes.SKIPPED, (_, mapping) -> mappings.add(mapping));
    assertThat(skipped.isDone()).isTrue();
    assertThat(mappings).containsExactly(new Mapping(FRAME, PW));
  }
}
