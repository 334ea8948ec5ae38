package org.pagetck.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.space.Spaces.P;
import static org.pagetck.model.space.Spaces.PAGE;
import static org.pagetck.model.space.Spaces.PW;
import static org.pagetck.model.space.Spaces.STRICT;
import static org.pagetck.model.space.Spaces.after;
import static org.pagetck.model.space.Spaces.map;
import static org.pagetck.model.space.Spaces.under;

import org.junit.jupiter.api.Test;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AccessedDirty;
import org.pagetck.model.contract.Allocation;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.OccupiedSlot;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// Where a contract leaves something to the mapper.
class ChoicesOfMappersTest {
  private static final EntryFlags ACCESSED = new EntryFlags(EntryFlags.ACCESSED);

  @Test
  void aMapperThatTakesFramesAheadMaySayThatItCouldNotBeforeAnythingElse() {
    var space =
        after(
            under(STRICT.with(Setting.ALLOCATION, Allocation.RESERVED), 4),
            map(PageSize.SIZE_4K, P));
    var again = map(PageSize.SIZE_4K, P);
    var step = space.apply(again, 2);

    assertThat(step.owed()).isEqualTo(Outcome.refused(Refusal.ALREADY_MAPPED));
    assertThat(space.withoutFramesAhead(again, step, 2))
        .hasValueSatisfying(other -> {
          assertThat(other.owed()).isEqualTo(Outcome.refused(Refusal.NO_FRAME));
          assertThat(other.next()).isEqualTo(space);
          assertThat(other.framesTaken()).isZero();
        });
    assertThat(space.withoutFramesAhead(again, step, 3)).isEmpty();
  }

  @Test
  void onlyCallsThatMayTakeFramesMaySaySo() {
    var reserved = under(STRICT.with(Setting.ALLOCATION, Allocation.RESERVED), 4);
    var unmap = new Operation.Unmap(PAGE, PageSize.SIZE_4K);
    var map = map(PageSize.SIZE_4K, P);

    assertThat(reserved.withoutFramesAhead(unmap, reserved.apply(unmap, 0), 0)).isEmpty();
    assertThat(under(STRICT, 4).withoutFramesAhead(map, under(STRICT, 4).apply(map, 0), 0))
        .isEmpty();
  }

  @Test
  void flagsThatTheMapperSetsByItselfAreTakenOverAndDoNotMakeAMapAnother() {
    var contract =
        STRICT
            .with(Setting.ADDS_FLAGS, ACCESSED)
            .with(Setting.OCCUPIED_SLOT, OccupiedSlot.IDENTICAL_ACCEPTED);
    var found =
        after(under(contract, 4), map(PageSize.SIZE_4K, PW))
            .adoptLeafFlags(1, PAGE, PW.with(EntryFlags.ACCESSED).bits(), EntryFlags.ACCESSED);

    assertThat(found.slotAt(1, PAGE))
        .isEqualTo(new Slot.Leaf(0x1000, PW.with(EntryFlags.ACCESSED).bits()));
    assertThat(found.apply(map(PageSize.SIZE_4K, PW), 0).owed()).isEqualTo(Outcome.DONE);
    assertThat(found.apply(map(PageSize.SIZE_4K, PW), 0).next()).isEqualTo(found);
    assertThat(found.apply(map(PageSize.SIZE_4K, P), 0).owed())
        .isEqualTo(Outcome.refused(Refusal.ALREADY_MAPPED));
    assertThat(found.adoptLeafFlags(1, PAGE + 0x1000, 0, EntryFlags.ACCESSED)).isSameAs(found);
  }

  @Test
  void whatAnUnseenFlagDecidesIsNotKnown() {
    var contract =
        STRICT
            .with(Setting.ADDS_FLAGS, ACCESSED)
            .with(Setting.ACCESSED_DIRTY, AccessedDirty.PRESERVED);
    var zero = new Operation.UpdateFlags(PAGE, PageSize.SIZE_4K, EntryFlags.NONE);
    var atZero = new Operation.Map(PAGE, PageSize.SIZE_4K, 0, P);
    var unseen = after(under(contract.with(Setting.EFFECTS, Effects.NONE), 4), atZero);

    assertThat(unseen.isKnown(zero)).isFalse();
    assertThat(unseen.isKnown(new Operation.UpdateFlags(PAGE, PageSize.SIZE_4K, PW))).isTrue();
    assertThat(after(under(contract, 4), atZero).isKnown(zero)).isTrue();
  }
}
