package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-09: a mapper that is opened anew over the same bytes before each call answers the same and
/// leaves the same tables.
final class OpenedAnew implements Law {
  @Override
  public Requirement requirement() {
    return Requirement.ALG_09;
  }

  @Override
  public Optional<String> reasonAgainst(Contract contract) {
    return !contract.restorable() || contract.teardown()
        ? Optional.of("restorable = no: opened anew it does not go on")
        : Optional.empty();
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return true;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var run = bench.run(calls);
    var anew = bench.runReopening(calls);
    if (run.isEmpty() || anew.isEmpty()) {
      return Result.NOTHING;
    }
    for (var i = 0; i < calls.size(); i++) {
      var mine = run.get().answers().get(i);
      var others = anew.get().answers().get(i);
      if (!mine.equals(others)) {
        return Result.of(
            "a mapper opened anew over the same bytes answers otherwise",
            calls,
            Optional.of("call %d answers %s, opened anew %s".formatted(i + 1, mine, others)));
      }
    }
    return Result.of(
        "a mapper opened anew over the same bytes leaves other tables",
        calls,
        run.get().tree().difference(anew.get().tree()));
  }
}
