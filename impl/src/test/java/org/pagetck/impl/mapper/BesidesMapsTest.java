package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.contract.CleanUpRange;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.PagingMode;

/// Markers, rights over all levels, marks of the processor, and clean-up of what a range touches.
final class BesidesMapsTest {
  private static final long BASE = 0x80_4000_0000L;
  private static final EntryFlags PW = new EntryFlags(3);
  private static final EntryFlags MARKS = new EntryFlags(EntryFlags.ACCESSED | EntryFlags.DIRTY);

  private final Machine machine = new Machine(4);
  private final MappedPageTable mapper =
      new MappedPageTable(
          machine.memory(),
          new PhysAddr(machine.root()),
          PagingMode.FOUR_LEVELS,
          machine.flushes());

  private static Page page(PageSize size) {
    return new Page(new VirtAddr(BASE), size);
  }

  private void map(PageSize size, EntryFlags flags) {
    var frame = new PhysFrame(new PhysAddr(size.bytes()), size);
    assertThat(mapper.mapTo(page(size), frame, flags, machine.frames()).done()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(PageSize.class)
  void aMarkerComesBackAndIsNoMapping(PageSize size) {
    var marker = new Marker(7, (1L << (52 - size.shift())) - 1);

    assertThat(mapper.mark(page(size), marker, machine.frames()).done()).isPresent();

    assertThat(mapper.markerAt(page(size))).contains(marker);
    assertThat(mapper.translateAddr(new VirtAddr(BASE))).isEmpty();
    assertThat(mapper.mark(page(size), marker, machine.frames()).refusal())
        .contains(Refusal.ALREADY_MAPPED);
    assertThat(mapper.clear(page(size)).done()).containsInstanceOf(Cleared.Reserved.class);
    assertThat(mapper.markerAt(page(size))).isEmpty();
  }

  @Test
  void aMarkerMustFitThePage() {
    var large = new Marker(1, 1L << 22);
    assertThat(mapper.mark(page(PageSize.SIZE_1G), large, machine.frames()).refusal())
        .contains(Refusal.OUT_OF_RANGE);
    assertThat(mapper.mark(page(PageSize.SIZE_2M), large, machine.frames()).done()).isPresent();
    assertThatIllegalArgumentException().isThrownBy(() -> new Marker(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Marker(8, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Marker(1, 1L << 40));
    assertThatIllegalArgumentException().isThrownBy(() -> new Marker(1, -1));
  }

  @Test
  void otherEntriesAreNoMarkers() {
    map(PageSize.SIZE_4K, PW);
    assertThat(mapper.markerAt(page(PageSize.SIZE_4K))).isEmpty();
    assertThat(mapper.markerAt(page(PageSize.SIZE_2M))).isEmpty();
    machine.plant(BASE, 1, 0x2);
    assertThat(mapper.markerAt(page(PageSize.SIZE_4K))).isEmpty();
    machine.plant(BASE, 1, 0x202);
    assertThat(mapper.markerAt(page(PageSize.SIZE_4K))).isEmpty();
    var beyond = new Page(new VirtAddr(1L << 47), PageSize.SIZE_4K);
    assertThat(mapper.markerAt(beyond)).isEmpty();
  }

  @Test
  void rightsAreWhatAllLevelsLeave() {
    map(PageSize.SIZE_4K, new EntryFlags(7));
    var address = new VirtAddr(BASE + 0x123);
    assertThat(mapper.effectiveFlags(address).done()).contains(new EntryFlags(7));

    mapper.setFlagsP4Entry(page(PageSize.SIZE_4K), new EntryFlags(5));
    mapper.setFlagsP2Entry(page(PageSize.SIZE_4K), new EntryFlags(7 | EntryFlags.NO_EXECUTE));

    assertThat(mapper.effectiveFlags(address).done())
        .contains(new EntryFlags(5 | EntryFlags.NO_EXECUTE));
    assertThat(mapper.effectiveFlags(new VirtAddr(0)).refusal()).contains(Refusal.NOT_MAPPED);
  }

  @Test
  void marksAreKeptByAnUpdateAndTakenWhenAsked() {
    map(PageSize.SIZE_2M, PW.with(MARKS.bits()));

    var updated = mapper.updateFlagsKeepingMarks(page(PageSize.SIZE_2M), new EntryFlags(1)).done();
    assertThat(updated.orElseThrow().owed()).isEqualTo(Flush.PAGE);
    var taken = mapper.takeMarks(page(PageSize.SIZE_2M), MARKS).done().orElseThrow();
    assertThat(taken.mapping().flags()).isEqualTo(new EntryFlags(1).with(MARKS.bits()));
    assertThat(mapper.translatePage(page(PageSize.SIZE_2M)).done().orElseThrow().flags())
        .isEqualTo(new EntryFlags(1));
    assertThat(mapper.updateFlagsKeepingMarks(page(PageSize.SIZE_4K), PW).refusal())
        .contains(Refusal.PARENT_HUGE_PAGE);
    assertThat(mapper.takeMarks(page(PageSize.SIZE_4K), MARKS).refusal())
        .contains(Refusal.PARENT_HUGE_PAGE);
  }

  @Test
  void aRangeCleansUpWhatItContainsOrWhatItTouches() {
    map(PageSize.SIZE_4K, PW);
    mapper.unmap(page(PageSize.SIZE_4K));
    var address = new VirtAddr(BASE + 0x123);

    assertThat(mapper.cleanUpAddrRange(address, address, machine.frames()).done()).contains(0);
    assertThat(
            mapper
                .cleanUpAddrRange(address, address, CleanUpRange.TOUCHED, machine.frames())
                .done())
        .contains(3);
    assertThat(machine.takenCount()).isZero();
    var beyond = new VirtAddr(1L << 47);
    assertThat(
            mapper
                .cleanUpAddrRange(address, beyond, CleanUpRange.TOUCHED, machine.frames())
                .refusal())
        .contains(Refusal.NON_CANONICAL);
  }
}
