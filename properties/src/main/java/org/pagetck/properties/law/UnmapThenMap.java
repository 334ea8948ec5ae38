package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-02: an unmap and a map of what it returned restore translation and flags.
final class UnmapThenMap implements Law {
  @Override
  public Requirement requirement() {
    return Requirement.ALG_02;
  }

  @Override
  public Optional<String> reasonAgainst(Contract contract) {
    return !contract.answersFlags(OperationKind.UNMAP)
        ? Optional.of("returns-flags: unmap does not tell them")
        : Optional.empty();
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.Unmap && answer instanceof Outcome.Removed;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var unmap = (Operation.Unmap) calls.getLast();
    var before = bench.run(Calls.withoutLast(calls));
    var removed = bench.run(calls);
    if (before.isEmpty()
        || removed.isEmpty()
        || !isLeafOfItsSize(before.get().tree(), unmap)
        || !(removed.get().last() instanceof Outcome.Removed(var frame, var flags, var _))) {
      return Result.NOTHING;
    }
    if (!Calls.mayPass(bench.contract(), flags)) {
      return Result.NOTHING;
    }
    var other = Calls.with(calls, new Operation.Map(unmap.page(), unmap.size(), frame, flags));
    var after = bench.run(other);
    if (after.isEmpty()) {
      return Result.NOTHING;
    }
    if (!after.get().isDone()) {
      return Result.of(
          "what unmap returned is not mapped again",
          other,
          Optional.of("map answers " + after.get().last()));
    }
    return Result.of(
        "unmap and map of what it returned do not restore the page",
        other,
        leaves(bench, before.get()).difference(leaves(bench, after.get())));
  }

  private static boolean isLeafOfItsSize(Tree tree, Operation.Unmap unmap) {
    var leaf = tree.at(unmap.page(), unmap.size().leafLevel());
    return leaf.level() == unmap.size().leafLevel() && (leaf.word() & EntryFlags.PRESENT) != 0;
  }

  private static Tree leaves(LawBench bench, Run run) {
    return bench.own(run.tree()).without(-1L, 0).withoutEmptyTables();
  }
}
