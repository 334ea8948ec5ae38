package org.pagetck.properties.jqwik;

import net.jqwik.api.ForAll;
import net.jqwik.api.Tag;

/// What the built-in mapper answers, whatever it is called with.
class AnswersProperties {
  @Tag("MAP-01")
  @TraceProperty
  void aMapThatAnsweredOkAddsItsPageAndNothingElse(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("MAP-02")
  @TraceProperty
  void aMapOfAnOccupiedSlotOrBelowALargerLeafIsRefused(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("MAP-03")
  @TraceProperty
  void aRefusalNamesTheFirstTrueCause(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("MAP-04")
  @TraceProperty
  void aMapOfTheSamePageToTheSameFrameIsRefusedLikeAnyOther(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("MAP-05")
  @TraceProperty
  void aHugeMapOverAnEmptyTableIsRefusedAndLeavesTheTableLinked(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("UNM-01")
  @TraceProperty
  void anUnmapRemovesItsPageAloneAndReturnsWhatThePageHad(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("UNM-02")
  @TraceProperty
  void anUnmapOfAnAbsentPageIsRefusedAndStoresNothing(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("UNM-03")
  @TraceProperty
  void anUnmapOfAPartOrOfATableIsRefusedAndReadsNoPageAsATable(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("UPD-01")
  @TraceProperty
  void anUpdateGivesExactlyTheNewFlagsAndKeepsFrameAndSize(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("UPD-02")
  @TraceProperty
  void anUpdateOfAPageThatIsNotMappedAtThatSizeIsRefused(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("UPD-03")
  @TraceProperty
  void flagsThatCannotBeStoredAreRefusedByMapAndUpdateAlike(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TRN-01")
  @TraceProperty
  void translateAnswersRightlyAtAndAroundBothEndsOfEachPage(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TRN-02")
  @TraceProperty
  void translateAnswersWhatAHardwareWalkFinds(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TRN-03")
  @TraceProperty
  void nothingFindsOrReturnsAPageWhoseEntryLacksPresent(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TRN-04")
  @TraceProperty
  void lookupsStoreNothingAndTakeNoFrame(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("CLR-01")
  @TraceProperty
  void clearEmptiesALeafSlotAndReturnsWhatStoodThere(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TFL-01")
  @TraceProperty
  void setTableFlagsChangesTheFlagsOfOneLinkAndNotItsTable(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("CLN-01")
  @TraceProperty
  void cleanUpGivesBackTheEmptyTablesOfItsRangeChildrenFirst(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }
}
