package org.pagetck.properties.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.engine.Checker;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.subject.JavaSubject;

/// What becomes of the answers of MMUs that judges ask.
final class MmuPanelTest {
  /// An MMU that says the same to everything.
  private record Stubborn(String name, PagingMode mode, MmuAnswer answer) implements MmuOracle {
    static final String FAILS = "it fails";

    @Override
    public Optional<String> unanswerable(MmuQuestion question) {
      return Optional.empty();
    }

    @Override
    public MmuAnswer ask(MmuQuestion question) {
      if (answer.equals(new MmuAnswer.Unexpected(FAILS))) {
        throw new MmuFailedException("broken");
      }
      return answer;
    }

    @Override
    public void close() {}
  }

  private static RunResult check(MmuPanel panel) {
    MmuPanelTest.class.getModule().addUses(MapperProvider.class);
    var provider =
        ServiceLoader.load(MapperProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("mapped"))
            .findFirst()
            .orElseThrow();
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var plan = CheckPlan.defaults(1).withTraces(200);
    var contracts = new Contracts(declaration, Optional.empty());
    return new Checker(new JavaSubject("mapped", provider), contracts, plan, _ -> {}, panel).run();
  }

  private static MmuPanel panel(List<String> absences, MmuAnswer... answers) {
    return MmuPanel.of(
        new MmuSource() {
          @Override
          public Opened open(TableBytes bytes, PagingMode mode) {
            return new Opened(
                List.of(answers).stream()
                    .<MmuOracle>map(answer -> new Stubborn("stubborn", mode, answer))
                    .toList(),
                List.of());
          }

          @Override
          public List<String> absences() {
            return absences;
          }
        });
  }

  private static String reason(RunResult result) {
    return reason(result, Requirement.PRM_01);
  }

  private static String reason(RunResult result, Requirement requirement) {
    return result.requirements().stream()
        .filter(it -> it.requirement() == requirement)
        .map(RequirementResult::reason)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anMmuThatDisagreesWithTheWalkIsAnErrorOfTheSuiteAndNoFinding() {
    var result = check(panel(List.of(), new MmuAnswer.Unexpected("nothing")));

    assertThat(result.verdict()).isEqualTo(RunVerdict.ERRORED);
    assertThat(result.findings()).isEmpty();
    assertThat(result.errors())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).startsWith("stubborn and the page walk disagree on a "));
  }

  @Test
  void whereNoneIsAtHandTheResultSaysSoAndWhy() {
    var result = check(panel(List.of("kvm: /dev/kvm is not there")));

    assertThat(result.errors()).isEmpty();
    assertThat(reason(result))
        .isEqualTo("no real MMU was asked; not asked: kvm: /dev/kvm is not there");
  }

  @Test
  void whatWasAskedAboutAccessesIsCountedApartAndWhatNoMmuShowsIsSaid() {
    var result = check(MmuPanel.of(KeepingMmu.source()));

    assertThat(result.errors()).isEmpty();
    assertThat(reason(result, Requirement.PRM_03))
        .isEqualTo(reason(result))
        .matches("keeping agreed [1-9][0-9,]* times");
    assertThat(reason(result, Requirement.PRM_06))
        .matches("keeping agreed [1-9][0-9,]* times")
        .isNotEqualTo(reason(result));
    assertThat(reason(result, Requirement.PRM_04))
        .isEqualTo("no real MMU was asked: none at hand tells the memory type of an access");
    assertThat(reason(result, Requirement.TLB_01))
        .isEqualTo(
            "real MMUs are asked where a flush is missing: that they show none proves nothing");
  }

  @Test
  void anMmuThatFailsIsAskedNoFurtherAndTheCheckGoesOn() {
    var result = check(panel(List.of(), new MmuAnswer.Unexpected(Stubborn.FAILS)));

    assertThat(result.errors()).isEmpty();
    assertThat(reason(result))
        .isEqualTo("no real MMU was asked; not asked: stubborn any more, which failed: broken");
  }

  @Test
  void whereNoneWasWantedNothingIsSaid() {
    assertThat(reason(check(MmuPanel.none()))).isEmpty();
  }
}
