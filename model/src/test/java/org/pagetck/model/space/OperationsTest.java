package org.pagetck.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.space.Spaces.HOST_FRAME;
import static org.pagetck.model.space.Spaces.P;
import static org.pagetck.model.space.Spaces.PAGE;
import static org.pagetck.model.space.Spaces.PLENTY;
import static org.pagetck.model.space.Spaces.PW;
import static org.pagetck.model.space.Spaces.PWU;
import static org.pagetck.model.space.Spaces.STRICT;
import static org.pagetck.model.space.Spaces.after;
import static org.pagetck.model.space.Spaces.empty;
import static org.pagetck.model.space.Spaces.map;
import static org.pagetck.model.space.Spaces.under;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AccessedDirty;
import org.pagetck.model.contract.CleanUpRange;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.contract.TableRetention;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

class OperationsTest {
  private static final Outcome NOT_MAPPED = Outcome.refused(Refusal.NOT_MAPPED);
  private static final long GIB = 1L << 30;

  private static Operation unmap(PageSize size) {
    return new Operation.Unmap(PAGE, size);
  }

  private static Outcome owed(AddressSpace space, Operation operation) {
    return space.apply(operation, PLENTY).owed();
  }

  @ParameterizedTest
  @EnumSource(PageSize.class)
  void unmapRemovesThePageAndKeepsItsTables(PageSize size) {
    var step = after(empty(), map(size, PW)).apply(unmap(size), PLENTY);

    assertThat(step.owed()).isEqualTo(new Outcome.Removed(size.bytes(), PW, Flush.UNKNOWN));
    assertThat(step.next().tableCount()).isEqualTo(4 - size.leafLevel());
    assertThat(owed(step.next(), unmap(size))).isEqualTo(NOT_MAPPED);
  }

  @Test
  void whatIsPartOfAHugePageOrATableIsNotUnmapped() {
    var huge = after(empty(), map(PageSize.SIZE_1G, P));
    var small = after(empty(), map(PageSize.SIZE_4K, P));

    assertThat(owed(huge, unmap(PageSize.SIZE_4K)))
        .isEqualTo(Outcome.refused(Refusal.PARENT_HUGE_PAGE));
    assertThat(owed(small, unmap(PageSize.SIZE_2M)))
        .isEqualTo(Outcome.refused(Refusal.TABLE_ENTRY));
  }

  @Test
  void aReservedEntryIsNotMappedForAnyoneButClear() {
    var space = after(empty(), map(PageSize.SIZE_4K, new EntryFlags(EntryFlags.WRITABLE)));
    var clear = new Operation.Clear(PAGE, PageSize.SIZE_4K);

    assertThat(owed(space, unmap(PageSize.SIZE_4K))).isEqualTo(NOT_MAPPED);
    assertThat(owed(space, new Operation.TranslatePage(PAGE, PageSize.SIZE_4K)))
        .isEqualTo(NOT_MAPPED);
    assertThat(space.translate(PAGE)).isEqualTo(NOT_MAPPED);
    assertThat(owed(space, clear)).isEqualTo(new Outcome.RemovedReserved(0x1002, Flush.UNKNOWN));
    assertThat(after(space, clear).slotAt(1, PAGE)).isEqualTo(Slot.EMPTY);
  }

  @Test
  void updateFlagsReplacesFlagsKeepsTheFrameAndWidensLinks() {
    var update = new Operation.UpdateFlags(PAGE, PageSize.SIZE_4K, PWU.with(EntryFlags.PAT));
    var space = after(empty(), map(PageSize.SIZE_4K, P), update);

    assertThat(space.slotAt(1, PAGE))
        .isEqualTo(new Slot.Leaf(0x1000, PWU.with(EntryFlags.PAT).bits()));
    assertThat(space.slotAt(3, PAGE)).extracting("flags").isEqualTo(PWU.bits());
  }

  @Test
  void updateFlagsToAWordOfZeroIsRefusedLast() {
    var zero = new Operation.UpdateFlags(PAGE, PageSize.SIZE_4K, EntryFlags.NONE);
    var atZero = after(empty(), new Operation.Map(PAGE, PageSize.SIZE_4K, 0, P));

    assertThat(owed(empty(), zero)).isEqualTo(NOT_MAPPED);
    assertThat(owed(atZero, zero)).isEqualTo(Outcome.refused(Refusal.INVALID_FLAGS));
    assertThat(after(after(empty(), map(PageSize.SIZE_4K, P)), zero).slotAt(1, PAGE))
        .isEqualTo(new Slot.Reserved(0x1000));
  }

  @Test
  void aReservedEntryWithAnUnalignedAddressCannotBecomePresent() {
    var space = after(empty(), map(PageSize.SIZE_4K, P)).plant(2, PAGE + (1L << 21), 0x2002);
    var update = new Operation.UpdateFlags(PAGE + (1L << 21), PageSize.SIZE_2M, P);
    var absent = new Operation.UpdateFlags(PAGE + (1L << 21), PageSize.SIZE_2M, EntryFlags.NONE);

    assertThat(owed(space, update)).isEqualTo(Outcome.refused(Refusal.INVALID_FRAME_ADDRESS));
    assertThat(after(space, absent).slotAt(2, PAGE + (1L << 21)))
        .isEqualTo(new Slot.Reserved(0x2080));
  }

  @Test
  void accessedAndDirtyAreReplacedOrPreservedByPolicy() {
    var touched = new HostChanges.Access(PAGE, true, false, false);
    var update = new Operation.UpdateFlags(PAGE, PageSize.SIZE_4K, PW);
    var preserving = under(STRICT.with(Setting.ACCESSED_DIRTY, AccessedDirty.PRESERVED), 4);
    var both = EntryFlags.ACCESSED | EntryFlags.DIRTY;

    assertThat(
            after(after(empty(), map(PageSize.SIZE_4K, PW)).access(touched), update)
                .slotAt(1, PAGE))
        .isEqualTo(new Slot.Leaf(0x1000, PW.bits()));
    assertThat(
            after(after(preserving, map(PageSize.SIZE_4K, PW)).access(touched), update)
                .slotAt(1, PAGE))
        .isEqualTo(new Slot.Leaf(0x1000, PW.bits() | both));
  }

  @Test
  void translateFindsFirstInnerAndLastByteAndNothingBeside() {
    var space = after(empty(), map(PageSize.SIZE_2M, P));

    for (var offset : new long[] {0, 0x12345, 0x1f_ffff}) {
      assertThat(space.translate(PAGE + offset))
          .isEqualTo(new Outcome.Translated(PageSize.SIZE_2M, 0x20_0000, offset, P));
    }
    assertThat(space.translate(PAGE - 1)).isEqualTo(NOT_MAPPED);
    assertThat(space.translate(PAGE + 0x20_0000)).isEqualTo(NOT_MAPPED);
    assertThat(space.translate(0x8000_0000_0000L))
        .isEqualTo(Outcome.refused(Refusal.NON_CANONICAL));
  }

  @Test
  void setTableFlagsReplacesTheFlagsOfOneLinkAndKeepsPresent() {
    var space = after(empty(), map(PageSize.SIZE_4K, PWU));
    var set = new Operation.SetTableFlags(PAGE + 0x123, 3, new EntryFlags(EntryFlags.USER));

    assertThat(after(space, set).slotAt(3, PAGE)).extracting("flags").isEqualTo(5L);
    assertThat(owed(space, new Operation.SetTableFlags(PAGE, 1, P)))
        .isEqualTo(Outcome.refused(Refusal.OUT_OF_RANGE));
    assertThat(owed(space, new Operation.SetTableFlags(PAGE, 5, P)))
        .isEqualTo(Outcome.refused(Refusal.OUT_OF_RANGE));
    assertThat(owed(space, new Operation.SetTableFlags(PAGE + GIB, 2, P))).isEqualTo(NOT_MAPPED);
  }

  @Test
  void cleanUpGivesBackEmptyTablesChildrenFirst() {
    var space = after(empty(), map(PageSize.SIZE_4K, P), unmap(PageSize.SIZE_4K));
    var step = space.apply(new Operation.CleanUp(0, -1), 0);

    assertThat(step.unlinked())
        .containsExactly(
            new Step.Unlinked(2, PAGE), new Step.Unlinked(3, PAGE), new Step.Unlinked(4, 0));
    assertThat(step.next()).isEqualTo(empty());
  }

  @Test
  void aTableThatIsOnlyTouchedStaysOrGoesByPolicy() {
    var call = new Operation.CleanUp(PAGE + 0x1000, PAGE + 0x1000);
    var touching = under(STRICT.with(Setting.CLEAN_UP_RANGE, CleanUpRange.TOUCHED), 4);

    for (var space : List.of(empty(), touching)) {
      var emptied = after(space, map(PageSize.SIZE_4K, P), unmap(PageSize.SIZE_4K));
      assertThat(emptied.apply(call, 0).unlinked()).hasSize(space.equals(empty()) ? 0 : 3);
    }
  }

  @Test
  void reservedEntriesKeepTheirTable() {
    var space = after(empty(), map(PageSize.SIZE_4K, new EntryFlags(EntryFlags.WRITABLE)));

    assertThat(space.apply(new Operation.CleanUp(0, -1), 0).unlinked()).isEmpty();
  }

  @Test
  void aMapperThatFreesEagerlyGivesBackWhatTheCallEmptied() {
    var eager = under(STRICT.with(Setting.TABLE_RETENTION, TableRetention.FREED_WHEN_EMPTY), 4);
    var step = after(eager, map(PageSize.SIZE_4K, P)).apply(unmap(PageSize.SIZE_4K), 0);

    assertThat(step.unlinked()).hasSize(3);
    assertThat(step.next().tableCount()).isZero();
    assertThat(step.next()).isEqualTo(eager);
  }

  @Test
  void theHostPlantsALinkOnceAndOnlyToItsOwnFrames() {
    var planted = empty().plant(4, 0, HOST_FRAME | 3);

    assertThat(planted.plant(4, GIB << 9, HOST_FRAME | 3)).isSameAs(planted);
    assertThat(empty().plant(4, 0, 0x1_0000_1003L).tableCount()).isZero();
    assertThat(planted.plant(4, 0, 0)).isSameAs(planted);
    assertThat(empty().plant(3, 0, 2)).isEqualTo(empty());
  }

  @Test
  void anAccessThatFaultsChangesNothing() {
    var space = after(empty(), map(PageSize.SIZE_4K, P));

    assertThat(space.access(new HostChanges.Access(PAGE, true, false, false))).isSameAs(space);
    assertThat(space.access(new HostChanges.Access(PAGE, false, false, true))).isSameAs(space);
    assertThat(space.access(new HostChanges.Access(PAGE, false, false, false)).slotAt(4, PAGE))
        .extracting("flags")
        .isEqualTo(P.bits() | EntryFlags.ACCESSED);
  }
}
