package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.CoverageCount;
import org.pagetck.model.verdict.Discovery;

class NoveltiesTest {
  private final Tally total = new Tally();
  private final Novelties novelties = new Novelties();

  /// Runs a round of as many traces as there are classes, one step of each.
  private void round(int... classes) {
    var round = new Tally(novelties.known());
    for (var stepClass : classes) {
      round.beginTrace();
      round.addStep(stepClass);
    }
    total.add(round);
    novelties.endRound(total);
  }

  @Test
  void tracesWithAClassThatHadNotOccurredWhenThatWasNotedAreCounted() {
    round(1, 2);
    round(1, 3);
    assertThat(novelties.discovery(total)).isEqualTo(new Discovery(2, 2, 1));

    round(3, 1);
    round(4, 4);
    assertThat(novelties.discovery(total)).isEqualTo(new Discovery(4, 4, 2));
  }

  @Test
  void shortlyAfterTheClassesWereNotedTheCountBeforeStands() {
    round(1, 2, 3, 4);
    round(1, 2, 3, 5);
    round(1);

    assertThat(novelties.discovery(total)).isEqualTo(new Discovery(4, 4, 1));
  }

  @Test
  void ofTheFirstRoundEveryTraceIsNew() {
    round(1, 1, 1);

    assertThat(novelties.discovery(total)).isEqualTo(new Discovery(0, 3, 3));
  }

  @Test
  void aClassCountsOnceInEachTraceAndEveryTimeItOccurs() {
    var tally = new Tally();
    tally.beginTrace();
    tally.addStep(7);
    tally.addStep(7);
    tally.beginTrace();
    tally.addStep(7);
    tally.addStep(8);

    assertThat(tally.coverage())
        .extracting(CoverageCount::count, CoverageCount::traces)
        .containsExactly(tuple(3L, 2L), tuple(1L, 1L));
  }
}
