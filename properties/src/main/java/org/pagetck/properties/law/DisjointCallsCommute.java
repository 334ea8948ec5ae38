package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.contract.TableRetention;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-03: two calls on pages that have no address in common answer the same in either order, and
/// leave the same tables. Where tables are freed, or links may gain rights without being owed them,
/// the rights of links are not compared.
final class DisjointCallsCommute implements Law {
  @Override
  public Requirement requirement() {
    return Requirement.ALG_03;
  }

  /// One that applies to all of a larger page, or splits it, changes what others are answered.
  @Override
  public Optional<String> reasonAgainst(Contract contract) {
    return contract.hugePart() != HugePart.REFUSED
        ? Optional.of("huge-part: a call on a part of a page is about the others, too")
        : Optional.empty();
  }

  /// Flags that a call chooses for links are for all pages below.
  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.OnPage && !(call instanceof Operation.MapWithTableFlags);
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    if (calls.size() < 2
        || !(calls.getLast() instanceof Operation.OnPage second)
        || !(calls.get(calls.size() - 2) instanceof Operation.OnPage first)
        || first instanceof Operation.MapWithTableFlags
        || !Calls.areDisjoint(first, second)
        || !Calls.isPage(first.page(), first.size(), bench.levels())
        || !Calls.isPage(second.page(), second.size(), bench.levels())) {
      return Result.NOTHING;
    }
    var other = Calls.with(calls.subList(0, calls.size() - 2), second, first);
    var run = bench.run(calls);
    var swapped = bench.run(other);
    if (run.isEmpty() || swapped.isEmpty()) {
      return Result.NOTHING;
    }
    var last = calls.size() - 1;
    var difference =
        answers(run.get(), last - 1, swapped.get(), last)
            .or(() -> answers(run.get(), last, swapped.get(), last - 1));
    if (difference.isPresent()) {
      return Result.of(
          "calls on disjoint pages answer otherwise in the other order", other, difference);
    }
    return Result.of(
        "calls on disjoint pages leave other tables in the other order",
        other,
        compared(bench, run.get()).difference(compared(bench, swapped.get())));
  }

  private static Optional<String> answers(Run run, int at, Run other, int otherAt) {
    var mine = run.answers().get(at);
    var others = other.answers().get(otherAt);
    return mine.equals(others)
        ? Optional.empty()
        : Optional.of("a call answers %s, and %s in the other order".formatted(mine, others));
  }

  private static Tree compared(LawBench bench, Run run) {
    var tree = bench.own(run.tree());
    var contract = bench.contract();
    var mayDiffer =
        contract.tableRetention() == TableRetention.FREED_WHEN_EMPTY
            || contract.parentFlags() == ParentFlags.PERMISSIVE
            || contract.parentFlags() == ParentFlags.EXPLICIT;
    return mayDiffer ? tree.withoutLinkRights() : tree;
  }
}
