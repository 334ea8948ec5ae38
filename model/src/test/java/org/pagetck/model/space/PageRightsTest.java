package org.pagetck.model.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.operation.Operation;

/// What a page is owed of its rights depends on who set the links above it.
class PageRightsTest {
  private static final long P = EntryFlags.PRESENT;
  private static final long W = EntryFlags.WRITABLE;
  private static final long U = EntryFlags.USER;
  private static final long NX = EntryFlags.NO_EXECUTE;
  private static final Contract STRICT = NamedContract.STRICT.contract();
  private static final Contract FIXED = STRICT.with(Setting.PARENT_FLAGS, ParentFlags.FIXED);

  private static AddressSpace space(Contract contract) {
    var format = new EntryFormat(52, true, 0x1_0000_0000L, 64 << 20);
    return AddressSpace.empty(new SpaceRules(contract, 4, format));
  }

  private static AddressSpace apply(AddressSpace space, Operation operation) {
    return space.apply(operation, 100).next();
  }

  private static AddressSpace map(AddressSpace space, long page, long flags) {
    return apply(
        space, new Operation.Map(page, PageSize.SIZE_4K, 0x5000, new EntryFlags(P | flags)));
  }

  private static AddressSpace setLink(AddressSpace space, int level, long flags) {
    return apply(space, new Operation.SetTableFlags(0, level, new EntryFlags(P | flags)));
  }

  private static PageRights at(AddressSpace space, long address) {
    return PageRights.at(space, address).orElseThrow();
  }

  @Test
  void aPolicyThatKeepsRightsBackLimitsNothingThatIsOwed() {
    var page = at(map(space(FIXED), 0, W | U), 0xfff);

    assertThat(page.owed()).isEqualTo(W | U);
    assertThat(page.given()).isEqualTo(W);
  }

  @Test
  void aLinkThatTheCallerSetLimitsWhatIsOwedBelowIt() {
    var page = at(setLink(map(space(STRICT), 0, W | U), 3, U | NX), 0);

    assertThat(page.owed()).isEqualTo(U | NX);
  }

  @Test
  void aLinkThatIsWidenedForAnotherPageGivesRightsBack() {
    var narrowed = setLink(map(space(STRICT), 0, W | U), 3, 0);
    var widened = map(narrowed, 0x1000, W);

    assertThat(at(narrowed, 0).owed()).isZero();
    assertThat(at(widened, 0).owed()).isEqualTo(W);
  }

  @Test
  void tableFlagsOfACallAreTheCallersWordOnNewLinks() {
    var flags = new EntryFlags(P | W | U);
    var call =
        new Operation.MapWithTableFlags(0, PageSize.SIZE_4K, 0x5000, flags, new EntryFlags(P | W));

    assertThat(at(apply(space(STRICT), call), 0).owed()).isEqualTo(W);
  }

  @Test
  void aPageThatIsNotMappedOrNotPresentHasNoRights() {
    var reserved = new Operation.Map(0, PageSize.SIZE_4K, 0x5000, new EntryFlags(W));

    assertThat(PageRights.at(space(STRICT), 0)).isEmpty();
    assertThat(PageRights.at(apply(space(STRICT), reserved), 0)).isEmpty();
    assertThat(PageRights.at(map(space(STRICT), 0, 0), 1L << 47)).isEmpty();
  }

  @Test
  void whatIsLackingIsToldRightByRight() {
    assertThat(PageRights.lacking(W | U, W)).isEqualTo(U);
    assertThat(PageRights.lacking(W, W | U)).isZero();
    assertThat(PageRights.lacking(U, U | NX)).isEqualTo(NX);
    assertThat(PageRights.lacking(U | NX, U)).isZero();
  }
}
