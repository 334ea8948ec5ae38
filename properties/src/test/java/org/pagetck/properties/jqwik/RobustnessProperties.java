package org.pagetck.properties.jqwik;

import net.jqwik.api.ForAll;
import net.jqwik.api.Tag;

/// What the built-in mapper makes of arguments and tables that nobody should give it.
class RobustnessProperties {
  @Tag("ROB-01")
  @TraceProperty
  void addressesThatAreNotCanonicalAreRefusedAndTheEndsOfBothHalvesAreNot(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ROB-02")
  @TraceProperty
  void pagesAndFramesThatAreNotAlignedAreRefused(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ROB-03")
  @TraceProperty
  void framesPastThePhysicalWidthAreRefused(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ROB-04")
  @TraceProperty
  void theEndOfTheSpaceIsHandledLikeAnyOtherPlace(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ROB-05")
  @TraceProperty
  void eachSetOfFlagsHasTheOneResultThatTheContractGivesIt(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ROB-06")
  @TraceProperty
  void overArbitraryBytesEveryCallEndsAndStaysInTheMemory(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("ROB-07")
  @TraceProperty
  void fiveLevelsFailNowhereWhereFourDoNot(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }
}
