package org.pagetck.properties.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.TraceCheck;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.worker.IsolatedSubject;

/// The mapper in C conforms; each faulty copy of it is caught for the reason of its namesake in
/// Java. All of them run in workers.
final class NativeGateTest {
  private static final long SEED = 0xfa17;
  private static final long TRACES_MAX = 2_000;
  private static final long SAMPLE_TRACES = 400;
  private static final int OPERATIONS_MAX = 4;

  static final List<String> FAULTS =
      List.of("F01", "F02", "F03", "F06", "F12", "F14", "F16", "F25", "F32", "F34", "F41", "F44");

  @ParameterizedTest
  @FieldSource("FAULTS")
  void itIsCaughtForItsReasonByAFewOperations(String id) {
    var library = NativeParts.library("libfault-%s.so".formatted(id)).toAbsolutePath();
    try (var subject = IsolatedSubject.ofLibrary("native:" + id, library)) {
      var caught = new Hunt(FaultCatalogue.of(id).blame(), TRACES_MAX).on(subject, SEED);

      assertThat(caught).isPresent();
      var finding = caught.get().finding();
      assertThat(finding.verdict()).as(finding.title()).isEqualTo(Verdict.VIOLATED);
      assertThat(caught.get().operations()).as(finding.title()).isBetween(1, OPERATIONS_MAX);
    }
  }

  @Test
  void everyFaultInCIsTried() {
    var library = NativeParts.library("libfault-F01.so").toAbsolutePath().toFile();
    var built = library.getParentFile().list((_, name) -> name.startsWith("libfault-"));

    assertThat(built)
        .containsExactlyInAnyOrderElementsOf(
            FAULTS.stream().map("libfault-%s.so"::formatted).toList());
  }

  @Test
  void theSampleInCConforms() {
    try (var subject = IsolatedSubject.ofLibrary("sample", NativeParts.sample().toAbsolutePath())) {
      var declaration = DeclarationText.parseLines(subject.describe()).orThrow();
      try (var check = new TraceCheck(subject, new Contracts(declaration, Optional.empty()))) {
        for (var trace = 0L; trace < SAMPLE_TRACES; trace++) {
          assertThat(check.check(Seeds.mix(SEED, trace))).isEmpty();
        }
        assertThat(check.steps()).isGreaterThan(SAMPLE_TRACES);
        assertThat(check.exercised(Requirement.MAP_01)).isGreaterThan(100);
        assertThat(check.exercised(Requirement.CLN_01)).isGreaterThan(100);
      }
    }
  }
}
