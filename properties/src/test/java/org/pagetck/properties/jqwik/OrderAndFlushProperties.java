package org.pagetck.properties.jqwik;

import net.jqwik.api.ForAll;
import net.jqwik.api.Tag;

/// The order of stores, flushes, and what other processors see in between, one property for each
/// requirement.
final class OrderAndFlushProperties {

  @Tag("ORD-01")
  @TraceProperty
  void eachEntryChangesByOneStoreOfEightBytes(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ORD-02")
  @TraceProperty
  void betweenTwoStoresWalksFindTheOldOrTheNew(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ORD-03")
  @TraceProperty
  void aNewTableIsZeroedBeforeItIsLinked(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ORD-04")
  @TraceProperty
  void aTableIsUnlinkedBeforeItIsGivenBack(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ORD-05")
  @TraceProperty
  void noSingleStoreChangesThePageSizeAndMore(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ORD-06")
  @TraceProperty
  void eachStoreGoesTheWayOfItsOperation(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ORD-07")
  @TraceProperty
  void linksAreWidenedFromTheRootDownBeforeTheLeafAppears(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("CON-02")
  @TraceProperty
  void aReaderBetweenTwoStoresSeesTheOldOrTheNew(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TLB-01")
  @TraceProperty
  void nothingThatMayStayCachedGrantsWhatMemoryDoesNot(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TLB-02")
  @TraceProperty
  void noFlushIsAskedForThatNothingNeeds(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TLB-03")
  @TraceProperty
  void theFlushOfAHugePageNamesItsWholeRange(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TLB-04")
  @TraceProperty
  void aLinkThatLostSomethingIsFlushedWithWhatItTranslated(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TLB-05")
  @TraceProperty
  void globalPagesAreFlushedByWhatReachesThem(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("TLB-08")
  @TraceProperty
  void theFlushComesAfterTheStore(@ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }
}
