package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// CLR-01: clear of a page that is mapped does what unmap does; clear of a RESERVED entry gives the
/// word that stood there.
final class ClearedLikeUnmapped implements Law {
  @Override
  public Requirement requirement() {
    return Requirement.CLR_01;
  }

  @Override
  public Optional<String> reasonAgainst(Contract contract) {
    return !contract.offers(OperationKind.CLEAR)
        ? Optional.of("operations: clear is not declared")
        : Optional.empty();
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.Clear
        && (answer instanceof Outcome.Removed || answer instanceof Outcome.RemovedReserved);
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var clear = (Operation.Clear) calls.getLast();
    var base = Calls.withoutLast(calls);
    var before = bench.run(base);
    var cleared = bench.run(calls);
    if (before.isEmpty() || cleared.isEmpty()) {
      return Result.NOTHING;
    }
    if (cleared.get().last() instanceof Outcome.RemovedReserved(var word, var _)) {
      var stood = before.get().tree().at(clear.page(), clear.size().leafLevel()).word();
      return Result.of(
          "clear gives another word than the entry held",
          calls,
          stood == word
              ? Optional.empty()
              : Optional.of("the entry held 0x%x, the answer is 0x%x".formatted(stood, word)));
    }
    var other = Calls.with(base, new Operation.Unmap(clear.page(), clear.size()));
    var unmapped = bench.run(other);
    if (unmapped.isEmpty()) {
      return Result.NOTHING;
    }
    var differs = frame(cleared.get().last()) != frame(unmapped.get().last());
    var answers =
        "clear answers %s, unmap %s".formatted(cleared.get().last(), unmapped.get().last());
    return Result.of(
        "clear of a page does not do what unmap does",
        other,
        differs
            ? Optional.of(answers)
            : bench.own(cleared.get().tree()).difference(bench.own(unmapped.get().tree())));
  }

  private static long frame(Outcome outcome) {
    return outcome instanceof Outcome.Removed removed ? removed.frame() : -1;
  }
}
