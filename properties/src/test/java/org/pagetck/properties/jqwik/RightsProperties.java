package org.pagetck.properties.jqwik;

import net.jqwik.api.ForAll;
import net.jqwik.api.Tag;

/// What the processor makes of the tables of the built-in mapper.
class RightsProperties {
  @Tag("PRM-01")
  @TraceProperty
  void everyAccessThatTheLeafAsksForIsAllowedByHardware(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("PRM-02")
  @TraceProperty
  void noAccessIsAllowedThatTheLeafDoesNotAskFor(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("PRM-03")
  @TraceProperty
  void rightsThatAnUpdateAddsTakeEffect(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("PRM-04")
  @TraceProperty
  void theMemoryTypeIsTheOneAskedForAtEachSize(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }

  @Tag("PRM-06")
  @TraceProperty
  void anAccessOfTheProcessorChangesNoAnswer(
      @ForAll(supplier = Draws.class) Draw draw, Judgement judgement) {
    judgement.holdsFor(draw);
  }
}
