package org.pagetck.properties.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Parsed;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.TraceCheck;
import org.pagetck.properties.subject.JavaSubject;

/// What the built-in mapper owes under contract strict, whatever it is called with.
class MappedProperties {
  private static final MapperProvider MAPPED =
      ServiceLoader.load(MapperProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.name().equals("mapped"))
          .findFirst()
          .orElseThrow();
  private static final Declaration DECLARATION = declaration();
  private static final TraceCheck FOUR_LEVELS = check(List.of(4));
  private static final TraceCheck FIVE_LEVELS = check(List.of(5));

  private static Declaration declaration() {
    return switch (DeclarationText.parseLines(MAPPED.describe())) {
      case Parsed.Read<Declaration>(Declaration declaration) -> declaration;
      case Parsed.Malformed<Declaration> malformed ->
          throw new IllegalStateException(malformed.toString());
    };
  }

  private static TraceCheck check(List<Integer> levels) {
    var contracts = new Contracts(DECLARATION.with(Setting.LEVELS, levels), Optional.empty());
    return new TraceCheck(new JavaSubject("mapped", MAPPED), contracts);
  }

  @Provide
  Arbitrary<Long> seeds() {
    return TraceSeeds.any();
  }

  @Property(
      tries = 4_000,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      generation = GenerationMode.RANDOMIZED)
  void everyTraceOverFourLevelsHoldsEveryRequirement(@ForAll("seeds") long seed) {
    TraceSeeds.assertHolds(FOUR_LEVELS, seed);
  }

  @Property(
      tries = 2_000,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      generation = GenerationMode.RANDOMIZED)
  void everyTraceOverFiveLevelsHoldsEveryRequirement(@ForAll("seeds") long seed) {
    TraceSeeds.assertHolds(FIVE_LEVELS, seed);
  }

  @AfterContainer
  static void theCoreRequirementsWereExercised() {
    assertThat(
            List.of(Requirement.MAP_01, Requirement.UNM_01, Requirement.UPD_01, Requirement.TRN_01))
        .allSatisfy(
            requirement -> assertThat(FOUR_LEVELS.exercised(requirement)).isGreaterThan(100));
    FOUR_LEVELS.close();
    FIVE_LEVELS.close();
  }
}
