package org.pagetck.properties.jqwik;

import net.jqwik.api.ForAll;
import net.jqwik.api.Tag;

/// What no operation of the built-in mapper changes, and what shape its tables keep.
class FrameConditionsAndStructureProperties {
  @Tag("FRM-01")
  @TraceProperty
  void noOperationChangesAPageThatItDoesNotName(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("FRM-02")
  @TraceProperty
  void everyChangedEntryLiesOnThePathOrInATableTakenOrGivenBack(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("FRM-03")
  @TraceProperty
  void nothingIsStoredOutsideTheTablesThatTheMapperOwns(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("FRM-05")
  @TraceProperty
  void accessedAndDirtyStayUntilAnOperationIsMeantToResetThem(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("STR-01")
  @TraceProperty
  void theTablesFormATree(@ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("STR-02")
  @TraceProperty
  void everyLinkNamesAFrameThatWasTakenAndNotGivenBack(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("STR-03")
  @TraceProperty
  void anEntryThatIsNotPresentIsZeroUnlessItWasAskedFor(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("STR-04")
  @TraceProperty
  void noPresentEntryHasAReservedBit(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("STR-05")
  @TraceProperty
  void thePageSizeBitStandsInHugeLeavesAndNowhereElse(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("STR-06")
  @TraceProperty
  void everyFrameIsAlignedToItsSizeAndBelowThePhysicalWidth(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("STR-07")
  @TraceProperty
  void linksCarryTheRightsOfTheLeavesBelowAndNoMore(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("STR-10")
  @TraceProperty
  void aTableIsZeroOrJustFilledWhenItBecomesReachable(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("LOG-01")
  @TraceProperty
  void whatWasStoredIsWhatStandsInMemory(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }
}
