package org.pagetck.properties.jqwik;

import net.jqwik.api.ForAll;
import net.jqwik.api.Tag;

/// What the built-in mapper does with frames, and what its refusals leave behind.
class FramesAndFailuresProperties {
  @Tag("ALC-01")
  @TraceProperty
  void aMapTakesAsManyFramesAsLevelsAreMissing(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALC-02")
  @TraceProperty
  void framesTakenLessThoseGivenBackAreTheTablesBelowTheRoot(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ALC-05")
  @TraceProperty
  void oldBytesInFramesMakeNoDifference(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("FAL-01")
  @TraceProperty
  void aRefusalLeavesEveryTranslationAndRightAsItWas(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("FAL-02")
  @TraceProperty
  void withoutAFrameTheTablesMadeSoFarStayLinkedAndEmpty(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("FAL-03")
  @TraceProperty
  void whicheverAllocationFailsTheAnswerIsNoFrameAndTheNextTrySucceeds(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("FAL-04")
  @TraceProperty
  void afterARefusalEveryFrameTakenIsLinkedOrGivenBack(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("FAL-05")
  @TraceProperty
  void aRefusalForArgumentsOrForWhatWasFoundStoresNothingAndTakesNoFrame(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }
}
