package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.declaration.KnownFinding;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.KnownStatus;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.subject.JavaSubject;

class KnownFindingsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 17);

  private static RunResult check(String known) {
    var provider = MisbehavingMappers.throwing();
    var declaration = DeclarationText.parseLines(provider.describe() + "\n" + known).orThrow();
    var plan = CheckPlan.defaults(1).withTraces(500).withDay(DAY);
    var contracts = new Contracts(declaration, Optional.empty());
    return new Checker(new JavaSubject("test", provider), contracts, plan, _ -> {}).run();
  }

  private static List<String> fingerprints(RunResult result) {
    return result.findings().stream().map(Finding::fingerprint).toList();
  }

  private static String known(List<String> fingerprints, LocalDate until) {
    return fingerprints.stream()
        .map(it -> "known %s = #7 until %s%n".formatted(it, until))
        .collect(Collectors.joining());
  }

  private static Verdict verdictOn(Requirement requirement, RunResult result) {
    return result.requirements().get(requirement.ordinal()).verdict();
  }

  @Test
  void known_findings_do_not_fail_the_mapper_and_are_still_reported() {
    var all = fingerprints(check(""));

    var result = check(known(all, DAY));

    assertThat(fingerprints(result)).isEqualTo(all).isNotEmpty();
    assertThat(result.findings()).extracting(Finding::verdict).containsOnly(Verdict.KNOWN);
    assertThat(verdictOn(Requirement.ROB_06, result)).isEqualTo(Verdict.KNOWN);
    assertThat(result.verdict()).isNotEqualTo(RunVerdict.FINDINGS);
    assertThat(KnownStatus.of(result))
        .extracting(KnownStatus::state)
        .containsOnly(KnownStatus.State.ACCEPTED);
  }

  @Test
  void another_finding_of_the_same_requirement_still_fails_it() {
    var found = check("").findings().getFirst();
    var known = new KnownFinding(found.fingerprint(), "#7", Optional.empty());
    var findings = new Findings(List.of(known), DAY);

    findings.add("known", found);
    assertThat(findings.verdictOn(Requirement.ROB_06)).hasValue(Verdict.KNOWN);
    assertThat(findings.hasViolations()).isFalse();
    findings.add("another", found.withFingerprint("0123456789abcdef"));

    assertThat(findings.verdictOn(Requirement.ROB_06)).hasValue(Verdict.VIOLATED);
    assertThat(findings.hasViolations()).isTrue();
  }

  @Test
  void a_day_after_its_last_a_known_finding_counts_again() {
    var all = fingerprints(check(""));

    var result = check(known(all, DAY.minusDays(1)));

    assertThat(result.verdict()).isEqualTo(RunVerdict.FINDINGS);
    assertThat(KnownStatus.of(result))
        .extracting(KnownStatus::state)
        .containsOnly(KnownStatus.State.EXPIRED);
  }

  @Test
  void a_known_finding_that_does_not_occur_is_gone() {
    assertThat(KnownStatus.of(check("known 0123456789abcdef = #7")))
        .extracting(KnownStatus::state)
        .containsExactly(KnownStatus.State.GONE);
  }
}
