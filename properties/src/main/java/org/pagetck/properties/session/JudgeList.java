package org.pagetck.properties.session;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.properties.judge.AccessJudge;
import org.pagetck.properties.judge.AccountsJudge;
import org.pagetck.properties.judge.AnswerJudge;
import org.pagetck.properties.judge.HardwareJudge;
import org.pagetck.properties.judge.Judge;
import org.pagetck.properties.judge.MemoryJudge;
import org.pagetck.properties.judge.MmuBench;
import org.pagetck.properties.judge.RightsJudge;
import org.pagetck.properties.judge.SharedEntryJudge;
import org.pagetck.properties.judge.StructureJudge;
import org.pagetck.properties.judge.WalkJudge;
import org.pagetck.properties.observation.StepObservation;

/// The judges of one session, in the order in which they are asked.
final class JudgeList {
  private JudgeList() {}

  /// Returns those that can judge under the contract of `rules`, the given ones among them.
  static List<Judge> of(
      StepObservation seen,
      SpaceRules rules,
      MmuBench bench,
      MemoryJudge memory,
      AccessJudge access,
      HardwareJudge hardware) {
    Contract contract = rules.contract();
    var answers = new AnswerJudge(contract);
    if (contract.effects() == Effects.NONE) {
      return List.of(answers);
    }
    var bytes = seen.bytes();
    var judges =
        new ArrayList<>(
            List.of(
                answers,
                new WalkJudge(rules, bytes, bytes.start()),
                memory,
                new StructureJudge(),
                new AccountsJudge(contract),
                new RightsJudge(rules, bytes, bytes.start(), bench),
                access,
                hardware));
    if (!contract.sharedEntries().isEmpty()) {
      judges.add(new SharedEntryJudge(rules));
    }
    return List.copyOf(judges);
  }
}
