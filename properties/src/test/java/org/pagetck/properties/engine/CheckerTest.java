package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.Parsed;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.subject.JavaSubject;

class CheckerTest {
  @Test
  void a_right_mapper_conforms_and_what_was_not_exercised_is_not_held() {
    var result = check(MisbehavingMappers.mapped(), 500, 1);

    assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMS);
    assertThat(result.findings()).isEmpty();
    assertThat(result.requirements())
        .filteredOn(it -> it.verdict() == Verdict.HELD)
        .allSatisfy(it -> assertThat(it.exercised()).isPositive());
  }

  @Test
  void too_few_traces_are_inconclusive() {
    assertThat(check(MisbehavingMappers.mapped(), 1, 1).verdict())
        .isEqualTo(RunVerdict.INCONCLUSIVE);
  }

  @Test
  void the_number_of_jobs_changes_nothing() {
    var alone = check(MisbehavingMappers.throwing(), 1_100, 1);
    var together = check(MisbehavingMappers.throwing(), 1_100, 3);

    assertThat(together.steps()).isEqualTo(alone.steps());
    assertThat(together.requirements()).isEqualTo(alone.requirements());
    assertThat(together.coverage()).isEqualTo(alone.coverage());
    assertThat(together.discovery()).isEqualTo(alone.discovery());
    assertThat(together.findings())
        .extracting(Finding::fingerprint, Finding::times)
        .isEqualTo(
            alone.findings().stream()
                .map(it -> org.assertj.core.groups.Tuple.tuple(it.fingerprint(), it.times()))
                .toList());
  }

  @Test
  void a_panic_is_found_and_named_with_the_answer_that_was_owed() {
    var result = check(MisbehavingMappers.throwing(), 500, 2);

    assertThat(result.verdict()).isEqualTo(RunVerdict.FINDINGS);
    var finding = result.findings().getFirst();
    assertThat(finding.requirement()).isEqualTo(Requirement.ROB_06);
    assertThat(finding.also()).contains(Requirement.UNM_01);
    assertThat(finding.trace().lines())
        .extracting(LineText::print)
        .containsExactly("map 2M 0x0 0x0 PRESENT", "unmap 2M 0x0");
  }

  @Test
  void a_stray_store_into_a_frame_that_was_never_used_is_found_where_only_bytes_are_compared() {
    var result = check(MisbehavingMappers.straying(), 1_024, 2);

    assertThat(result.errors()).isEmpty();
    assertThat(result.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.requirement()).isEqualTo(Requirement.FRM_03);
          assertThat(finding.trace().lines())
              .extracting(LineText::print)
              .containsExactly("map 2M 0x0 0x0 PRESENT", "unmap 2M 0x0");
        });
  }

  private static RunResult check(MapperProvider provider, long traces, int jobs) {
    var plan = CheckPlan.defaults(jobs).withTraces(traces);
    var contracts = new Contracts(declaration(provider), Optional.empty());
    return new Checker(new JavaSubject("test", provider), contracts, plan, _ -> {}).run();
  }

  private static Declaration declaration(MapperProvider provider) {
    return switch (DeclarationText.parseLines(provider.describe())) {
      case Parsed.Read<Declaration>(Declaration declaration) -> declaration;
      case Parsed.Malformed<Declaration> malformed ->
          throw new IllegalStateException(malformed.toString());
    };
  }
}
