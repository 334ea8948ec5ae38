package org.pagetck.properties.engine;

import java.util.List;
import java.util.stream.Stream;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.model.verdict.Discovery;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.MmuTopic;
import org.pagetck.properties.subject.Subject;

/// Makes the result of a check out of what was counted and found.
final class Results {
  private static final int ERROR_COUNT_MAX = 20;

  private final Subject subject;
  private final Contracts contracts;
  private final CheckPlan plan;
  private final Tally tally;
  private final Findings findings;
  private final MmuPanel panel;

  Results(
      Subject subject,
      Contracts contracts,
      CheckPlan plan,
      Tally tally,
      Findings findings,
      MmuPanel panel) {
    this.panel = panel;
    this.subject = subject;
    this.contracts = contracts;
    this.plan = plan;
    this.tally = tally;
    this.findings = findings;
  }

  RunResult result(Discovery discovery, double seconds) {
    var requirements = Requirement.all().stream().map(this::result).toList();
    return new RunResult(
        subject.spelling(),
        contracts.declaration(),
        plan.seed(),
        plan.jobs(),
        tally.traces(),
        tally.steps(),
        seconds,
        tally.unsupported(),
        errors(),
        requirements,
        findings.all(tally),
        tally.coverage(),
        discovery,
        verdict(requirements));
  }

  private List<String> errors() {
    return Stream.concat(tally.errors().stream().distinct(), panel.disagreements().stream())
        .limit(ERROR_COUNT_MAX)
        .toList();
  }

  /// Returns what is to be said besides of a requirement that held.
  private String besides(Requirement requirement) {
    return switch (requirement) {
      case PRM_01, PRM_02, PRM_03 -> panel.summary(MmuTopic.RIGHTS);
      case PRM_06 -> panel.summary(MmuTopic.ACCESSED_AND_DIRTY);
      case PRM_04 ->
          wanted("no real MMU was asked: none at hand tells the memory type of an access");
      case TLB_01, TLB_04, TLB_05, TLB_08 ->
          wanted(
              "real MMUs are asked where a flush is missing: that they show none proves nothing");
      default -> tolerated(requirement);
    };
  }

  private String wanted(String reason) {
    return panel.isWanted() ? reason : "";
  }

  private RequirementResult result(Requirement requirement) {
    var exercised = tally.exercised()[requirement.ordinal()];
    var found = findings.verdictOn(requirement);
    if (found.isPresent()) {
      return new RequirementResult(requirement, found.get(), exercised, "");
    }
    var against = Applicability.reasonAgainst(requirement, contracts.declared());
    if (against.isPresent()) {
      return new RequirementResult(requirement, Verdict.NOT_APPLICABLE, exercised, against.get());
    }
    if (requirement == Requirement.CON_03 && !subject.showsStoresAsTheyHappen()) {
      return new RequirementResult(
          requirement,
          Verdict.NOT_APPLICABLE,
          exercised,
          "only stores of mappers in this process are seen as they happen");
    }
    if (requirement.group() == RequirementGroup.FLUSH && tally.neverSaysFlushes()) {
      return new RequirementResult(
          requirement, Verdict.NOT_APPLICABLE, exercised, "the answers never say what to flush");
    }
    if (exercised == 0 && needsFrameLimits(requirement) && tally.hasFrameLimitsUnasked()) {
      return new RequirementResult(
          requirement,
          Verdict.NOT_APPLICABLE,
          exercised,
          "the adapter cannot be asked what happens when frames run out");
    }
    if (!plan.only().isEmpty() && !plan.only().contains(requirement)) {
      return new RequirementResult(requirement, Verdict.NOT_APPLICABLE, exercised, "not asked for");
    }
    var enough = plan.isDefault() ? requirement.enoughInDefaultCheck() : 1;
    return exercised >= enough
        ? new RequirementResult(requirement, Verdict.HELD, exercised, besides(requirement))
        : new RequirementResult(
            requirement,
            Verdict.NOT_EXERCISED,
            exercised,
            "exercised %d times, %d are enough".formatted(exercised, enough));
  }

  private static boolean needsFrameLimits(Requirement requirement) {
    return requirement == Requirement.FAL_02 || requirement == Requirement.FAL_03;
  }

  private String tolerated(Requirement requirement) {
    var count = tally.tolerated(requirement);
    return count == 0 ? "" : "%d times a policy allowed what would be a miss".formatted(count);
  }

  private RunVerdict verdict(List<RequirementResult> requirements) {
    if (findings.hasViolations()) {
      return RunVerdict.FINDINGS;
    }
    if (!errors().isEmpty()) {
      return RunVerdict.ERRORED;
    }
    return requirements.stream().anyMatch(it -> it.verdict() == Verdict.NOT_EXERCISED)
        ? RunVerdict.INCONCLUSIVE
        : RunVerdict.CONFORMS;
  }
}
