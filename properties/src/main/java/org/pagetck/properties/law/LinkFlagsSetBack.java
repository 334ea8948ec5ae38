package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// TFL-01: flags of a link that are set, and then set back, leave the tables as they were; between
/// the two nothing else differs.
final class LinkFlagsSetBack implements Law {
  private static final long ALL = -1L;

  @Override
  public Requirement requirement() {
    return Requirement.TFL_01;
  }

  @Override
  public Optional<String> reasonAgainst(Contract contract) {
    return !contract.offers(OperationKind.SET_TABLE_FLAGS)
        ? Optional.of("operations: set-table-flags is not declared")
        : Optional.empty();
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.SetTableFlags && answer instanceof Outcome.Done;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var set = (Operation.SetTableFlags) calls.getLast();
    var before = bench.run(Calls.withoutLast(calls));
    var after = bench.run(calls);
    if (before.isEmpty() || after.isEmpty()) {
      return Result.NOTHING;
    }
    var others = before.get().tree().without(ALL, 0).difference(after.get().tree().without(ALL, 0));
    if (others.isPresent()) {
      return Result.of("set-table-flags changes more than a link", calls, others);
    }
    var word = before.get().tree().at(set.address(), set.level()).word();
    var flags =
        new EntryFlags(EntryWord.linkFlags(word)).without(bench.contract().linkAdds().bits());
    if (!Calls.mayPass(bench.contract(), flags)) {
      return Result.NOTHING;
    }
    var other = Calls.with(calls, new Operation.SetTableFlags(set.address(), set.level(), flags));
    var back = bench.run(other);
    if (back.isEmpty() || !back.get().isDone()) {
      return Result.NOTHING;
    }
    return Result.of(
        "the flags of a link that are set back are not what they were",
        other,
        bench.own(before.get().tree()).difference(bench.own(back.get().tree())));
  }
}
