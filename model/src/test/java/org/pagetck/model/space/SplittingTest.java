package org.pagetck.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.space.Spaces.P;
import static org.pagetck.model.space.Spaces.PAGE;
import static org.pagetck.model.space.Spaces.PLENTY;
import static org.pagetck.model.space.Spaces.PW;
import static org.pagetck.model.space.Spaces.PWU;
import static org.pagetck.model.space.Spaces.STRICT;
import static org.pagetck.model.space.Spaces.after;
import static org.pagetck.model.space.Spaces.map;
import static org.pagetck.model.space.Spaces.under;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.OccupiedSlot;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

class SplittingTest {
  private static final Contract SPLIT = STRICT.with(Setting.HUGE_PART, HugePart.SPLIT);
  private static final long GIB = 1L << 30;
  private static final long INSIDE = PAGE + 0x60_3000;
  private static final Operation UNMAP = new Operation.Unmap(INSIDE, PageSize.SIZE_4K);

  private static AddressSpace huge(Contract contract, EntryFlags flags) {
    return after(under(contract, 4), new Operation.Map(PAGE, PageSize.SIZE_1G, 7 * GIB, flags));
  }

  @Test
  void aPieceOfAHugePageIsUnmappedAndTheOthersStayWhatTheyWere() {
    var flags = PWU.with(EntryFlags.PAT).with(EntryFlags.GLOBAL);
    var step = huge(SPLIT, flags).apply(UNMAP, 2);

    assertThat(step.owed())
        .isEqualTo(new Outcome.Removed(7 * GIB + 0x60_3000, flags, Flush.UNKNOWN));
    assertThat(step.framesTaken()).isEqualTo(2);
    assertThat(step.next().tableCount()).isEqualTo(3);
    assertThat(step.next().translate(INSIDE)).isEqualTo(Outcome.refused(Refusal.NOT_MAPPED));
    for (var offset : List.of(0L, 0x60_2fffL, 0x60_4000L, GIB - 1)) {
      assertThat(step.next().translate(PAGE + offset))
          .isInstanceOfSatisfying(
              Outcome.Translated.class,
              found -> {
                assertThat(found.frame() + found.offset()).isEqualTo(7 * GIB + offset);
                assertThat(found.flags()).isEqualTo(flags);
              });
    }
  }

  @Test
  void theLinkOfTheNewTableHasTheRightsOfThePage() {
    assertThat(huge(SPLIT, PWU.with(EntryFlags.GLOBAL)).apply(UNMAP, 2).next().slotAt(3, PAGE))
        .extracting("flags")
        .isEqualTo(PWU.bits());
  }

  @Test
  void updateFlagsSplitsAndChangesOnePiece() {
    var update = new Operation.UpdateFlags(INSIDE, PageSize.SIZE_2M, PW);
    var aligned = new Operation.UpdateFlags(PAGE + 0x60_0000, PageSize.SIZE_2M, PW);
    var space = huge(SPLIT, P);

    assertThat(space.apply(update, PLENTY).owed()).isEqualTo(Outcome.refused(Refusal.MISALIGNED));
    assertThat(after(space, aligned).slotAt(2, PAGE + 0x60_0000))
        .isEqualTo(new Slot.Leaf(7 * GIB + 0x60_0000, PW.bits()));
    assertThat(after(space, aligned).slotAt(2, PAGE)).isEqualTo(new Slot.Leaf(7 * GIB, P.bits()));
  }

  @Test
  void aWordOfZeroIsRefusedBeforeAnythingIsSplit() {
    var atZero = after(under(SPLIT, 4), new Operation.Map(PAGE, PageSize.SIZE_2M, 0, P));
    var step =
        atZero.apply(new Operation.UpdateFlags(PAGE, PageSize.SIZE_4K, EntryFlags.NONE), PLENTY);

    assertThat(step.owed()).isEqualTo(Outcome.refused(Refusal.INVALID_FLAGS));
    assertThat(step.next()).isEqualTo(atZero);
    assertThat(step.framesTaken()).isZero();
  }

  @Test
  void whereFramesAreLackingThePolicyOfAllocationFailuresCounts() {
    var rolledBack = SPLIT.with(Setting.ALLOCATION_FAILURE, AllocationFailure.ROLLED_BACK);
    var kept = huge(SPLIT, PW).apply(UNMAP, 1);
    var undone = huge(rolledBack, PW).apply(UNMAP, 1);

    assertThat(kept.owed()).isEqualTo(Outcome.refused(Refusal.NO_FRAME));
    assertThat(kept.framesTaken()).isEqualTo(1);
    assertThat(kept.next().slotAt(2, INSIDE))
        .isEqualTo(new Slot.Leaf(7 * GIB + 0x60_0000, PW.bits()));
    assertThat(undone.owed()).isEqualTo(Outcome.refused(Refusal.NO_FRAME));
    assertThat(undone.framesTaken()).isZero();
    assertThat(undone.next()).isEqualTo(huge(rolledBack, PW));
  }

  @Test
  void aMapIntoAHugePageSplitsItOnlyWhereItMayReplace() {
    var map = new Operation.Map(INSIDE, PageSize.SIZE_4K, 0x5000, PWU);
    var replacing = SPLIT.with(Setting.OCCUPIED_SLOT, OccupiedSlot.REPLACED);

    assertThat(huge(SPLIT, P).apply(map, PLENTY).owed())
        .isEqualTo(Outcome.refused(Refusal.PARENT_HUGE_PAGE));
    var next = after(huge(replacing, P), map);
    assertThat(next.slotAt(1, INSIDE)).isEqualTo(new Slot.Leaf(0x5000, PWU.bits()));
    assertThat(next.slotAt(1, INSIDE + 0x1000))
        .isEqualTo(new Slot.Leaf(7 * GIB + 0x60_4000, P.bits()));
    assertThat(next.slotAt(2, INSIDE)).extracting("flags").isEqualTo(PWU.bits());
  }

  @Test
  void translatePageNeverSplits() {
    assertThat(
            huge(SPLIT, P)
                .apply(new Operation.TranslatePage(INSIDE, PageSize.SIZE_4K), PLENTY)
                .owed())
        .isEqualTo(Outcome.refused(Refusal.PARENT_HUGE_PAGE));
  }

  @Test
  void aTableThatBecameOfAPageCanBeEmptiedAgain() {
    var half = map(PageSize.SIZE_2M, P);
    var space = after(under(SPLIT, 4), half);
    for (var page = PAGE; page < PAGE + PageSize.SIZE_2M.bytes(); page += 0x1000) {
      space = after(space, new Operation.Unmap(page, PageSize.SIZE_4K));
    }

    assertThat(space.apply(new Operation.CleanUp(0, -1), 0).next()).isEqualTo(under(SPLIT, 4));
  }
}
