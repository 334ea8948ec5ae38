package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.subject.JavaSubject;

/// Whatever seed shows a kind of failure, its smallest trace has one form.
final class CanonicalFormTest {
  private static final int SEED_COUNT = 5;
  private static final int TRACE_COUNT = 60;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"F02", "F18", "F31", "F47", "F53", "R03", "R07", "R19"})
  void fiveSeedsEndInOneForm(String id) {
    var forms = new LinkedHashMap<String, Set<String>>();
    for (var seed = 0; seed < SEED_COUNT; seed++) {
      forms(id, seed)
          .forEach(
              (kind, form) -> forms.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(form));
    }

    assertThat(forms).isNotEmpty();
    assertThat(forms).allSatisfy((_, all) -> assertThat(all).hasSize(1));
  }

  private static MapperProvider provider(String id) {
    CanonicalFormTest.class.getModule().addUses(FaultProvider.class);
    return ServiceLoader.load(FaultProvider.class).stream()
        .flatMap(provider -> provider.get().faults().stream())
        .filter(fault -> fault.id().equals(id))
        .findFirst()
        .orElseThrow()
        .provider();
  }

  /// Returns the name of the smallest trace of each kind of failure that `seed` shows, by its kind.
  private static Map<String, String> forms(String id, long seed) {
    var provider = provider(id);
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var contracts = new Contracts(declaration, Optional.empty());
    var forms = new LinkedHashMap<String, String>();
    try (var runner =
        new TraceRunner(new JavaSubject("fault:" + id, provider), contracts, MmuPanel.none())) {
      for (var number = 0L; number < TRACE_COUNT; number++) {
        var tally = Tally.withoutClasses();
        var violation =
            runner.generate(Seeds.mix(Seeds.mix(0xf0f0, seed), number), new BitSet(), tally);
        var failures = new ArrayList<Failure>(violation.stream().toList());
        tally.sightings().values().forEach(sighting -> failures.add(sighting.first()));
        for (var failure : failures) {
          // What needs no arbitrary bytes in the end is of another kind.
          if (!failure.isOverArbitraryBytes() && !forms.containsKey(failure.signature())) {
            new Investigator(runner)
                .investigate(failure, 0, 1)
                .ifPresent(found -> forms.put(failure.signature(), found.fingerprint()));
          }
        }
      }
    }
    return forms;
  }
}
