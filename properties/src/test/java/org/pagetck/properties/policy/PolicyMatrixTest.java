package org.pagetck.properties.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.contract.Policy;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;

/// A right mapper conforms, whichever policy it follows; one that follows another than it says does
/// not.
final class PolicyMatrixTest {
  private static final long TRACES = Long.getLong("pagetck.policies.traces", 500);

  static List<String> declarations() {
    return PolicyValues.single();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("declarations")
  void aRightMapperConformsUnderEachPolicy(String declares) {
    var result = PolicyMappers.check(declares, "", TRACES);

    assertThat(result.errors()).isEmpty();
    assertThat(result.findings())
        .filteredOn(finding -> !PolicyValues.isAllowedMiss(finding, declares))
        .extracting(Finding::title)
        .isEmpty();
    assertThat(result.requirements())
        .filteredOn(it -> it.verdict() == Verdict.NOT_EXERCISED)
        .isEmpty();
    assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMS);
  }

  /// Entries that several address spaces share stay as they are, whatever goes on below them.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "shared-entries = 256-511\n",
        "shared-entries = 0 2 511\nclean-up-range = touched\n",
        "shared-entries = 256-511\ntable-retention = freed-when-empty\n",
        "shared-entries = 1-255\nlevels = 5\nhuge-part = split\n"
      })
  void aRightMapperLeavesSharedEntriesAlone(String declares) {
    var result = PolicyMappers.check(declares, "", TRACES);

    assertThat(result.errors()).isEmpty();
    assertThat(result.findings()).extracting(Finding::title).isEmpty();
    assertThat(result.requirements())
        .filteredOn(it -> it.requirement() == Requirement.FRM_04)
        .allSatisfy(it -> {
          assertThat(it.verdict()).isEqualTo(Verdict.HELD);
          assertThat(it.exercised()).isGreaterThan(TRACES / 2);
        });
  }

  /// One that frees what hangs below them is accused, by clean-up as by unmap.
  @ParameterizedTest
  @ValueSource(strings = {"clean-up-range = contained\n", "table-retention = freed-when-empty\n"})
  void aMapperThatKnowsNothingOfSharedEntriesIsAccused(String does) {
    var result = PolicyMappers.check(does, "shared-entries = 256-511\n", 2 * TRACES);

    assertThat(result.findings())
        .anySatisfy(finding -> {
          assertThat(finding.also()).contains(Requirement.FRM_04);
          assertThat(finding.trace().callCount()).isLessThanOrEqualTo(2);
        });
  }

  @Test
  void eachValueOfEachPolicyHasARow() {
    var rows = PolicyValues.single();
    assertThat(Policy.class.getPermittedSubclasses()).isNotNull();
    assertThat(
            Stream.of(Policy.class.getPermittedSubclasses())
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(Policy.class::cast)
                .map(it -> "%s = %s".formatted(it.key(), it.text())))
        .allSatisfy(
            row -> assertThat(rows).anyMatch(declares -> declares.lines().anyMatch(row::equals)));
  }

  /// Each row: what the mapper does, what is said of it, who has to be accused.
  @ParameterizedTest(name = "{0} judged as {1}")
  @CsvSource({
    "parent-flags = permissive, parent-flags = from-leaf, STR-07",
    "parent-flags = explicit, parent-flags = fixed, STR-07",
    "update-parents = leave, update-parents = widen, PRM-03",
    "absent-page = ok, absent-page = refused, UNM-02",
    "absent-page = refused, absent-page = ok, UNM-02",
    "cause = any, cause = contract, MAP-03",
    "allocation = reserved, allocation = exact, FAL-05",
    "flush-all = global, flush-all = non-global, TLB-05",
    "occupied-slot = replaced, occupied-slot = refused, MAP-02",
    "occupied-slot = refused, occupied-slot = replaced, MAP-02",
    "occupied-slot = identical-accepted, occupied-slot = refused, MAP-02",
    "occupied-slot = replaced, occupied-slot = identical-accepted, MAP-02",
    "non-present = refused, non-present = reserved, MAP-01",
    "non-present = forced, non-present = refused, UPD-03",
    "non-present = reserved, non-present = forced, MAP-01",
    "allocation-failure = rolled-back, allocation-failure = tables-kept, FAL-02",
    "allocation-failure = tables-kept, allocation-failure = rolled-back, FAL-02",
    "allocation-failure = tables-kept-widened, allocation-failure = tables-kept, FAL-02",
    "table-retention = freed-when-empty, table-retention = retained, ALC-02",
    "table-retention = retained, table-retention = freed-when-empty, ALC-02",
    "huge-over-empty-table = replaced, huge-over-empty-table = refused, MAP-02",
    "huge-over-empty-table = refused, huge-over-empty-table = replaced, MAP-05",
    "huge-part = split, huge-part = refused, UNM-03",
    "huge-part = refused, huge-part = split, UNM-01",
    "huge-part = whole, huge-part = split, UNM-01",
    "huge-part = split, huge-part = whole, UNM-01",
    "accessed-dirty = preserved, accessed-dirty = replaced, UPD-01",
    "accessed-dirty = replaced, accessed-dirty = preserved, FRM-05",
    "clean-up-range = touched, clean-up-range = contained, ALC-02",
    "clean-up-range = contained, clean-up-range = touched, ALC-02",
    "merge = *>REFUSED, merge = NOT_MAPPED>TABLE_ENTRY, MAP-03",
    "adds-flags = DIRTY, adds-flags = none, MAP-01",
    "link-adds = ACCESSED, link-adds = none, STR-07",
  })
  void aMapperThatFollowsAnotherPolicyThanItSaysIsAccused(String does, String said, String blame) {
    var result = PolicyMappers.check(does + "\n", said + "\n", 2 * TRACES);

    assertThat(result.findings())
        .flatExtracting(finding ->
            Stream.concat(Stream.of(finding.requirement()), finding.also().stream()).toList())
        .contains(Requirement.byId(blame).orElseThrow());
  }
}
