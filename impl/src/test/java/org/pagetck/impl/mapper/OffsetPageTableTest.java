package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.table.NextTable;
import org.pagetck.impl.table.PhysToVirt;
import org.pagetck.impl.table.WindowMemory;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.paging.PagingMode;

/// A mapper that sees physical memory at an offset, and only there.
final class OffsetPageTableTest {
  private static final long OFFSET = 0xffff_8880_0000_0000L;
  private static final EntryFlags PW = new EntryFlags(3);
  private static final Page PAGE = new Page(new VirtAddr(0x40_c020_3000L), PageSize.SIZE_4K);
  private static final PhysFrame FRAME = new PhysFrame(new PhysAddr(0x5000), PageSize.SIZE_4K);

  private final Machine machine = new Machine(4);
  private final List<Long> seen = new ArrayList<>();
  private final OffsetPageTable mapper =
      new OffsetPageTable(
          virtual(),
          OFFSET,
          new PhysAddr(machine.root()),
          PagingMode.FOUR_LEVELS,
          machine.flushes());

  private PhysMemory virtual() {
    var memory = machine.memory();
    PhysToVirt back =
        address -> {
          seen.add(address);
          return address - OFFSET;
        };
    return new WindowMemory(memory, back, memory.start() + OFFSET, memory.sizeBytes());
  }

  @Test
  void everyTableIsReachedAtItsPhysicalAddressPlusTheOffset() {
    mapper.mapTo(PAGE, FRAME, PW, machine.frames());

    assertThat(machine.wordAt(PAGE.start().bits(), 1)).isEqualTo(0x5003);
    assertThat(seen)
        .isNotEmpty()
        .allSatisfy(address ->
            assertThat(address - OFFSET)
                .isBetween(Machine.START, Machine.START + Machine.BYTES - 8));
    assertThat(mapper.translateAddr(new VirtAddr(0x40_c020_3123L))).contains(new PhysAddr(0x5123));
    assertThat(mapper.unmap(PAGE).done()).isPresent();
    assertThat(mapper.cleanUp(machine.frames())).isEqualTo(3);
    assertThat(machine.takenCount()).isZero();
  }

  @Test
  void itSaysWhereItsTablesAre() {
    assertThat(mapper.physOffset()).isEqualTo(OFFSET);
    assertThat(mapper.root()).isEqualTo(new PhysAddr(machine.root()));
    mapper.mapTo(PAGE, FRAME, PW, machine.frames());
    var walker = mapper.walker();
    assertThat(walker.path(PAGE.start())).hasSize(4);
    assertThat(walker.next(walker.path(PAGE.start()).getFirst()))
        .isInstanceOf(NextTable.Table.class);
  }

  @Test
  void aRootOutsideWhatIsSeenIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new OffsetPageTable(
                virtual(),
                OFFSET - 0x1000_0000L,
                new PhysAddr(machine.root()),
                PagingMode.FOUR_LEVELS,
                machine.flushes()));
  }
}
