package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// CLN-01: a clean-up leaves every leaf and marker where it was, gives back as many frames as
/// tables went, and finds nothing to do the second time.
final class CleanedUpOnce implements Law {
  private static final long NONE = 0;

  @Override
  public Requirement requirement() {
    return Requirement.CLN_01;
  }

  @Override
  public Optional<String> reasonAgainst(Contract contract) {
    return !contract.offers(OperationKind.CLEAN_UP)
        ? Optional.of("operations: clean-up is not declared")
        : Optional.empty();
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.CleanUp && answer instanceof Outcome.Done;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var twice = Calls.with(calls, calls.getLast());
    var before = bench.run(Calls.withoutLast(calls));
    var once = bench.run(calls);
    var again = bench.run(twice);
    if (before.isEmpty() || once.isEmpty() || again.isEmpty()) {
      return Result.NOTHING;
    }
    var leaves =
        before
            .get()
            .tree()
            .withoutEmptyTables()
            .without(NONE, bench.contract().addsFlags().bits())
            .difference(
                once.get()
                    .tree()
                    .withoutEmptyTables()
                    .without(NONE, bench.contract().addsFlags().bits()));
    if (leaves.isPresent()) {
      return Result.of("clean-up changes more than empty tables", calls, leaves);
    }
    var gone = before.get().tree().tableCount() - once.get().tree().tableCount();
    if (gone != once.get().givenBack()) {
      return Result.of(
          "clean-up gives back another number of frames than tables went",
          calls,
          Optional.of("%d tables went, %d frames came".formatted(gone, once.get().givenBack())));
    }
    return Result.of(
        "clean-up finds something to do the second time",
        twice,
        once.get().tree().difference(again.get().tree()));
  }
}
