package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.pagetck.model.contract.AccessedDirty;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-04: the same updateFlags once more changes nothing, and of two on one page the last one
/// wins.
final class LastUpdateWins implements Law {
  private static final long ALL = -1L;

  @Override
  public Requirement requirement() {
    return Requirement.ALG_04;
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.UpdateFlags && answer instanceof Outcome.Done;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var update = (Operation.UpdateFlags) calls.getLast();
    if (mayKeepMarksOnce(update, bench.contract())) {
      return Result.NOTHING;
    }
    var twice = Calls.with(calls, update);
    var once = bench.run(calls);
    var again = bench.run(twice);
    if (once.isEmpty() || again.isEmpty()) {
      return Result.NOTHING;
    }
    if (isPartMadeAbsent(once.get().tree(), update)) {
      return Result.NOTHING;
    }
    if (!again.get().isDone()) {
      return Result.of(
          "update-flags is refused the second time",
          twice,
          Optional.of("it answers " + again.get().last()));
    }
    var difference = bench.own(once.get().tree()).difference(bench.own(again.get().tree()));
    return difference.isPresent()
        ? Result.of("update-flags changes something the second time", twice, difference)
        : afterAnother(calls, update, once.get(), bench);
  }

  /// Tells whether `update` makes a page absent that keeps ACCESSED and DIRTY as long as it is
  /// present.
  private static boolean mayKeepMarksOnce(Operation.UpdateFlags update, Contract contract) {
    return contract.accessedDirty() == AccessedDirty.PRESERVED
        && !update.flags().has(EntryFlags.PRESENT);
  }

  /// Tells whether a page that `update` named by a part of it is absent now, so that the part names
  /// nothing any more.
  private static boolean isPartMadeAbsent(Tree tree, Operation.UpdateFlags update) {
    var leaf = tree.at(update.page(), update.size().leafLevel());
    return leaf.level() > update.size().leafLevel() && (leaf.word() & EntryFlags.PRESENT) == 0;
  }

  private static Result afterAnother(
      List<Operation> calls, Operation.UpdateFlags update, Run once, LawBench bench) {
    var flags = others(update.flags(), bench.contract());
    if (flags.isEmpty()) {
      return Result.KEPT;
    }
    var before =
        Calls.with(
            Calls.withoutLast(calls),
            new Operation.UpdateFlags(update.page(), update.size(), flags.get()));
    var other = Calls.with(before, update);
    var first = bench.run(before);
    var both = bench.run(other);
    if (first.isEmpty() || both.isEmpty() || !first.get().isDone()) {
      return Result.KEPT;
    }
    return Result.of(
        "an update-flags before does not leave the last one its say",
        other,
        leaves(bench, once).difference(leaves(bench, both.get())));
  }

  private static Tree leaves(LawBench bench, Run run) {
    return bench.own(run.tree()).without(ALL, 0);
  }

  /// Returns flags that differ from `flags` in one that may be passed and that nobody keeps.
  private static Optional<EntryFlags> others(EntryFlags flags, Contract contract) {
    return LongStream.of(EntryFlags.WRITABLE, EntryFlags.USER, 1L << 9)
        .mapToObj(bit -> new EntryFlags(flags.bits() ^ bit))
        .filter(other -> Calls.mayPass(contract, other))
        .findFirst();
  }
}
