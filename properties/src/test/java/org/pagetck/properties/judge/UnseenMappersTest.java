package org.pagetck.properties.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.TraceCheck;
import org.pagetck.properties.judge.UnseenFaults.Unseen;
import org.pagetck.properties.judge.UnseenRightMappers.Right;
import org.pagetck.properties.subject.JavaSubject;

/// The judges on mappers that no catalogue lists: faulty ones are blamed for what is wrong, right
/// ones for nothing.
final class UnseenMappersTest {
  private static final long SEED = 0x0dd;
  private static final int TRACES_MAX = 1_500;
  private static final int RIGHT_TRACES = 400;

  static List<Unseen> faults() {
    return UnseenFaults.all();
  }

  static List<Right> rightOnes() {
    return UnseenRightMappers.all();
  }

  private static TraceCheck check(MapperProvider provider) {
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var subject = new JavaSubject(provider.name(), provider);
    return new TraceCheck(subject, new Contracts(declaration, Optional.empty()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsBlamedForWhatIsWrong(Unseen fault) {
    try (var check = check(fault.provider())) {
      var found =
          Stream.iterate(0L, trace -> trace + 1)
              .limit(TRACES_MAX)
              .flatMap(trace -> check.check(Seeds.mix(SEED, trace)).stream())
              .filter(finding -> isFor(fault, finding))
              .findFirst();

      assertThat(found).isPresent();
      assertThat(found.get().certified()).isTrue();
      assertThat(found.get().trace().callCount()).isLessThanOrEqualTo(4);
    }
  }

  private static boolean isFor(Unseen fault, Finding finding) {
    return Stream.concat(Stream.of(finding.requirement()), finding.also().stream())
        .anyMatch(fault.blame()::contains);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rightOnes")
  void aRightMapperIsBlamedForNothing(Right right) {
    try (var check = check(right.provider())) {
      for (var trace = 0L; trace < RIGHT_TRACES; trace++) {
        assertThat(check.check(Seeds.mix(SEED, trace))).isEmpty();
      }
    }
  }
}
