package org.pagetck.properties.jqwik;

import net.jqwik.api.ForAll;
import net.jqwik.api.Tag;

/// What holds between several runs of the built-in mapper, whatever a model says of each.
class LawsProperties {
  @Tag("ALG-01")
  @TraceProperty
  void mapAndUnmapLeaveWhatWasThereBefore(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALG-02")
  @TraceProperty
  void unmapAndMapOfWhatItReturnedRestoreThePage(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALG-03")
  @TraceProperty
  void callsOnDisjointPagesCommute(@ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALG-04")
  @TraceProperty
  void anUpdateOnceMoreChangesNothingAndTheLastOneWins(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALG-05")
  @TraceProperty
  void anyOrderOfTheSameMapsGivesTheSameTables(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALG-06")
  @TraceProperty
  void smallPagesBesideEachOtherTranslateAsOneLargePage(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALG-07")
  @TraceProperty
  void callsAtMovedAddressesDoTheSame(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALG-08")
  @TraceProperty
  void whatAPageWasMappedWithIsWhatIsRead(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALG-09")
  @TraceProperty
  void aMapperOpenedAnewOverTheSameBytesGoesOnAlike(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("CON-03")
  @TraceProperty
  void whatAProcessorSetsBetweenLoadAndStoreIsNotLost(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }
}
