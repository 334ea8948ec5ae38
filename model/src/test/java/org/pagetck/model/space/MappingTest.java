package org.pagetck.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.space.Spaces.HOST_FRAME;
import static org.pagetck.model.space.Spaces.P;
import static org.pagetck.model.space.Spaces.PAGE;
import static org.pagetck.model.space.Spaces.PLENTY;
import static org.pagetck.model.space.Spaces.PU;
import static org.pagetck.model.space.Spaces.PW;
import static org.pagetck.model.space.Spaces.PWU;
import static org.pagetck.model.space.Spaces.STRICT;
import static org.pagetck.model.space.Spaces.after;
import static org.pagetck.model.space.Spaces.empty;
import static org.pagetck.model.space.Spaces.map;
import static org.pagetck.model.space.Spaces.under;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.NonPresent;
import org.pagetck.model.contract.OccupiedSlot;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

class MappingTest {
  private static long linkFlags(AddressSpace space, int level) {
    return ((Slot.Link) space.slotAt(level, PAGE)).flags();
  }

  @ParameterizedTest
  @EnumSource(PageSize.class)
  void aMapOfAnAbsentPageTakesTheMissingLevelsAndAddsTheLeaf(PageSize size) {
    var step = empty().apply(map(size, PW), PLENTY);

    assertThat(step.owed()).isInstanceOf(Outcome.Done.class);
    assertThat(step.framesTaken()).isEqualTo(4 - size.leafLevel());
    assertThat(step.next().tableCount()).isEqualTo(4 - size.leafLevel());
    assertThat(step.next().slotAt(size.leafLevel(), PAGE))
        .isEqualTo(new Slot.Leaf(size.bytes(), PW.bits()));
  }

  @Test
  void newLinksCarryTheLeafsRightsAndExistingOnesGainThem() {
    var readOnly = after(empty(), map(PageSize.SIZE_4K, P));
    var neighbour = new Operation.Map(PAGE + 0x1000, PageSize.SIZE_4K, 0, PWU);

    assertThat(linkFlags(readOnly, 2)).isEqualTo(P.bits());
    assertThat(linkFlags(after(readOnly, neighbour), 2)).isEqualTo(PWU.bits());
  }

  @ParameterizedTest
  @CsvSource({"FIXED, 3", "PERMISSIVE, 7", "EXPLICIT, 7"})
  void otherPoliciesSayTheFlagsOfNewLinks(ParentFlags policy, long flags) {
    var space = under(STRICT.with(Setting.PARENT_FLAGS, policy), 4);

    assertThat(linkFlags(after(space, map(PageSize.SIZE_4K, P)), 3)).isEqualTo(flags);
  }

  @Test
  void tableFlagsAreExactInNewLinksAndOnlyAddRightsToExistingOnes() {
    var tableFlags = new EntryFlags(EntryFlags.NO_EXECUTE | EntryFlags.USER | 1L << 9);
    var first = new Operation.MapWithTableFlags(PAGE, PageSize.SIZE_4K, 0, P, tableFlags);
    var made = after(empty(), first);
    var widened =
        after(
            empty(),
            map(PageSize.SIZE_2M, P),
            new Operation.MapWithTableFlags(PAGE + (1L << 30), PageSize.SIZE_4K, 0, P, tableFlags));

    assertThat(linkFlags(made, 4)).isEqualTo(tableFlags.bits() | EntryFlags.PRESENT);
    assertThat(linkFlags(widened, 4)).isEqualTo(PU.bits());
  }

  @ParameterizedTest
  @EnumSource(PageSize.class)
  void aMapOverAnyOccupiedSlotIsRefused(PageSize size) {
    var mapped = after(empty(), map(size, P));
    var reserved = after(empty(), map(size, new EntryFlags(EntryFlags.WRITABLE)));

    assertThat(mapped.apply(map(size, P), PLENTY).owed())
        .isEqualTo(Outcome.refused(Refusal.ALREADY_MAPPED));
    assertThat(reserved.apply(map(size, P), PLENTY).owed())
        .isEqualTo(Outcome.refused(Refusal.ALREADY_MAPPED));
  }

  @ParameterizedTest
  @CsvSource({
    "SIZE_4K, SIZE_2M, ALREADY_MAPPED",
    "SIZE_4K, SIZE_1G, ALREADY_MAPPED",
    "SIZE_2M, SIZE_1G, ALREADY_MAPPED",
    "SIZE_2M, SIZE_4K, PARENT_HUGE_PAGE",
    "SIZE_1G, SIZE_4K, PARENT_HUGE_PAGE",
    "SIZE_1G, SIZE_2M, PARENT_HUGE_PAGE"
  })
  void sizesThatContainOneAnotherMeet(PageSize first, PageSize second, Refusal reason) {
    var space = after(empty(), map(first, P));
    var step = space.apply(map(second, P), PLENTY);

    assertThat(step.owed()).isEqualTo(Outcome.refused(reason));
    assertThat(step.next()).isSameAs(space);
    assertThat(step.framesTaken()).isZero();
  }

  @Test
  void aReservedParentAndAMalformedOneAreToldApart() {
    var reserved = empty().plant(4, PAGE, EntryFlags.WRITABLE);
    var malformed = empty().plant(4, PAGE, EntryFlags.PRESENT | EntryFlags.HUGE_PAGE);

    assertThat(reserved.apply(map(PageSize.SIZE_4K, P), PLENTY).owed())
        .isEqualTo(Outcome.refused(Refusal.PARENT_RESERVED));
    var step = malformed.apply(map(PageSize.SIZE_4K, P), PLENTY);
    assertThat(step.owed()).isEqualTo(Outcome.refused(Refusal.PARENT_HUGE_PAGE));
    assertThat(step.free()).isEqualTo(Step.Freedom.SHOULD);
  }

  @Test
  void withoutFramesTheTablesMadeSoFarStayWithTheFlagsTheyWouldHaveHad() {
    var step = empty().apply(map(PageSize.SIZE_4K, PWU), 2);

    assertThat(step.owed()).isEqualTo(Outcome.refused(Refusal.NO_FRAME));
    assertThat(step.framesTaken()).isEqualTo(2);
    assertThat(linkFlags(step.next(), 3)).isEqualTo(PWU.bits());
    assertThat(step.next().slotAt(2, PAGE)).isEqualTo(Slot.EMPTY);
    assertThat(step.next().apply(map(PageSize.SIZE_4K, PWU), 1).owed())
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void withoutFramesExistingLinksAreUnchanged() {
    var space = after(empty(), map(PageSize.SIZE_2M, P));
    var far = new Operation.Map(PAGE + (1L << 30), PageSize.SIZE_4K, 0, PWU);

    assertThat(linkFlags(space.apply(far, 0).next(), 4)).isEqualTo(P.bits());
  }

  @Test
  void aMapperThatRollsBackOwesTheSpaceBefore() {
    var space = under(STRICT.with(Setting.ALLOCATION_FAILURE, AllocationFailure.ROLLED_BACK), 4);
    var step = space.apply(map(PageSize.SIZE_4K, P), 2);

    assertThat(step.next()).isSameAs(space);
    assertThat(step.framesTaken()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0x800000000000, 0x0, NON_CANONICAL",
    "0x1001, 0x0, MISALIGNED",
    "0x1000, 0x1, MISALIGNED",
    "0x1000, 0x10000000000000, OUT_OF_RANGE",
    "0x800000000001, 0x10000000000001, NON_CANONICAL",
    "0x1000, 0x10000000000001, MISALIGNED"
  })
  void badAddressesAreRefusedInTheContractsOrder(String page, String frame, Refusal reason) {
    var call =
        new Operation.Map(Long.decode(page), PageSize.SIZE_4K, Long.decode(frame), EntryFlags.NONE);

    assertThat(empty().apply(call, PLENTY).owed()).isEqualTo(Outcome.refused(reason));
  }

  @Test
  void flagsThatCannotBeStoredAreRefused() {
    var huge = new Operation.Map(PAGE, PageSize.SIZE_2M, 0, P.with(EntryFlags.HUGE_PAGE));
    var nothing = new Operation.Map(PAGE, PageSize.SIZE_4K, 0, EntryFlags.NONE);
    var global =
        new Operation.MapWithTableFlags(PAGE, PageSize.SIZE_4K, 0, P, P.with(EntryFlags.GLOBAL));

    for (var call : new Operation[] {huge, nothing, global}) {
      assertThat(empty().apply(call, PLENTY).owed())
          .isEqualTo(Outcome.refused(Refusal.INVALID_FLAGS));
    }
  }

  @Test
  void flagsWithoutPresentMakeAReservedEntry() {
    var space = after(empty(), map(PageSize.SIZE_2M, EntryFlags.NONE));

    assertThat(space.slotAt(2, PAGE)).isEqualTo(new Slot.Reserved(0x20_0080));
  }

  @Test
  void policiesOnFlagsWithoutPresentRefuseThemOrForceIt() {
    var refusing = under(STRICT.with(Setting.NON_PRESENT, NonPresent.REFUSED), 4);
    var forcing = under(STRICT.with(Setting.NON_PRESENT, NonPresent.FORCED), 4);

    assertThat(refusing.apply(map(PageSize.SIZE_4K, EntryFlags.NONE), PLENTY).owed())
        .isEqualTo(Outcome.refused(Refusal.INVALID_FLAGS));
    assertThat(after(forcing, map(PageSize.SIZE_4K, EntryFlags.NONE)).slotAt(1, PAGE))
        .isEqualTo(new Slot.Leaf(0x1000, EntryFlags.PRESENT));
  }

  @Test
  void policiesOnOccupiedSlotsAcceptTheSameOrReplace() {
    var same = under(STRICT.with(Setting.OCCUPIED_SLOT, OccupiedSlot.IDENTICAL_ACCEPTED), 4);
    var replacing = under(STRICT.with(Setting.OCCUPIED_SLOT, OccupiedSlot.REPLACED), 4);
    var mapped = after(same, map(PageSize.SIZE_4K, P));

    assertThat(mapped.apply(map(PageSize.SIZE_4K, P), 0).owed()).isInstanceOf(Outcome.Done.class);
    assertThat(mapped.apply(map(PageSize.SIZE_4K, PW), 0).owed())
        .isEqualTo(Outcome.refused(Refusal.ALREADY_MAPPED));
    assertThat(
            after(replacing, map(PageSize.SIZE_4K, P), map(PageSize.SIZE_4K, PW)).slotAt(1, PAGE))
        .isEqualTo(new Slot.Leaf(0x1000, PW.bits()));
  }

  @Test
  void aTableThatTheHostPlantedIsUsedLikeAnyOther() {
    var planted = empty().plant(4, PAGE, HOST_FRAME | PW.bits());
    var step = planted.apply(map(PageSize.SIZE_1G, P), 0);

    assertThat(planted.tableCount()).isEqualTo(1);
    assertThat(step.owed()).isInstanceOf(Outcome.Done.class);
  }
}
