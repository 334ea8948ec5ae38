package org.pagetck.properties.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.choice.Seeds;

/// A right mapper is not accused, whatever policies come together in it.
///
/// The system properties `pagetck.policies.combinations` and `pagetck.policies.traces` ask for more
/// combinations and longer checks of each.
final class RandomPoliciesTest {
  private static final int COMBINATIONS = Integer.getInteger("pagetck.policies.combinations", 40);
  private static final long TRACES = Long.getLong("pagetck.policies.traces", 150);

  static List<String> declarations() {
    return LongStream.range(0, COMBINATIONS)
        .mapToObj(number -> PolicyValues.draw(new RandomChoices(Seeds.mix(0x9011c7, number))))
        .toList();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("declarations")
  void aRightMapperIsNotAccusedUnderPoliciesDrawnTogether(String declares) {
    var result = PolicyMappers.check(declares, "", TRACES);

    assertThat(result.errors()).as(declares).isEmpty();
    assertThat(result.findings())
        .as(declares)
        .filteredOn(finding -> !PolicyValues.isAllowedMiss(finding, declares))
        .extracting(Finding::title)
        .isEmpty();
  }
}
