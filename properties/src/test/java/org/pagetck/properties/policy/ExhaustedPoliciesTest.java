package org.pagetck.properties.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.exhaust.ExhaustPlan;
import org.pagetck.properties.exhaust.ExhaustResult;
import org.pagetck.properties.exhaust.Exhaustion;
import org.pagetck.properties.exhaust.Universes;
import org.pagetck.properties.subject.JavaSubject;

/// Right mappers of every policy are right in every state of a small universe.
final class ExhaustedPoliciesTest {
  /// Those whose bytes are not seen have no states to merge.
  static List<String> declarations() {
    return PolicyValues.single().stream().filter(it -> !it.startsWith("effects = none")).toList();
  }

  private static ExhaustResult search(MapperProvider provider, Universes universe, int depth) {
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var contracts = new Contracts(declaration, Optional.empty());
    var plan = ExhaustPlan.toTheEnd(universe.under(declaration.contract()), 1).withDepth(depth);
    var subject = new JavaSubject("right", provider);
    return new Exhaustion(subject, contracts, plan, (_, _, _, _, _) -> {}).run();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("declarations")
  void aRightMapperViolatesNothingInAnyState(String declares) {
    var result = search(PolicyMappers.keeping(declares), Universes.SMALL, Integer.MAX_VALUE);

    assertThat(result.closed()).isTrue();
    assertThat(result.findings()).isEmpty();
    assertThat(result.errors()).isEmpty();
  }

  /// An entry that leads back to the top table stays where it is when states are restored.
  @ParameterizedTest
  @ValueSource(strings = {"mapped", "offset", "recursive"})
  void aMapperThatComesWithTheSuiteIsRightWhateverTheHostDoes(String name) {
    var provider =
        ServiceLoader.load(MapperProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    var result = search(provider, Universes.DEFAULT, 3);

    assertThat(result.findings()).isEmpty();
    assertThat(result.errors()).isEmpty();
    assertThat(result.states()).isGreaterThan(1_000);
  }
}
