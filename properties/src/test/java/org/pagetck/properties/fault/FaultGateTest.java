package org.pagetck.properties.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.Strength;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.subject.JavaSubject;

/// Each faulty mapper is caught, for its reason, by a trace that was made as small as it gets.
///
/// The system property `pagetck.faults.seeds` asks for more than one seed each, to measure how many
/// traces it takes.
final class FaultGateTest {
  private static final int SEED_COUNT = Integer.getInteger("pagetck.faults.seeds", 1);
  private static final long TRACES_MAX = 5_000;
  private static final int OPERATIONS_MAX = 8;

  static List<Fault> faults() {
    return FaultCatalogue.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void itIsCaughtForItsReasonByAFewOperations(Fault fault) {
    var traces = new ArrayList<Long>();
    var operations = 0;
    for (var number = 0; number < SEED_COUNT; number++) {
      var subject = new JavaSubject("fault:" + fault.id(), fault.provider());
      var caught = new Hunt(fault.blame(), TRACES_MAX).on(subject, Seeds.mix(0xfa17, number));

      assertThat(caught).as("%s, seed %d", fault.sentence(), number).isPresent();
      var finding = caught.get().finding();
      assertThat(finding.verdict()).as(finding.title()).isEqualTo(verdict(fault, finding));
      assertThat(finding.certified()).as(finding.title()).isTrue();
      assertThat(caught.get().operations()).as(finding.title()).isBetween(1, OPERATIONS_MAX);
      traces.add(caught.get().traces());
      operations = Math.max(operations, caught.get().operations());
    }
    traces.sort(null);
    System.out.printf(
        "%s caught on %d of %d seeds: traces median %d, max %d; operations at most %d%n",
        fault.id(),
        traces.size(),
        SEED_COUNT,
        traces.get(traces.size() / 2),
        traces.getLast(),
        operations);
  }

  /// A step that misses shoulds alone is a miss, no more. Only a fault that takes no other blame
  /// may be caught by one.
  private static Verdict verdict(Fault fault, Finding finding) {
    var shouldsAlone =
        fault.blame().stream()
            .map(id -> Requirement.byId(id).orElseThrow().strength())
            .allMatch(Strength.SHOULD::equals);
    var isShould = finding.requirement().strength() == Strength.SHOULD;
    return shouldsAlone && isShould ? Verdict.MISSED : Verdict.VIOLATED;
  }

  @Test
  void theCatalogueIsComplete() {
    assertThat(faults())
        .extracting(Fault::id)
        .containsExactly(
            "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10", "F11", "F12",
            "F13", "F14", "F15", "F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24",
            "F25", "F26", "F27", "F28", "F29", "F30", "F31", "F32", "F33", "F34", "F35", "F36",
            "F37", "F38", "F39", "F40", "F41", "F42", "F43", "F44", "F45", "F46", "F47", "F48",
            "F49", "F50", "F51", "F52", "F53", "F54", "F55", "F56", "F57", "F58", "F59", "F60",
            "F61", "F62", "F63", "F64", "F65", "F66", "F67", "F68", "F69", "F70", "F71", "F72",
            "F73", "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11",
            "R12", "R13", "R14", "R15", "R16", "R17", "R18", "R19");
  }
}
