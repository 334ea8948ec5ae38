package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.pagetck.model.contract.AccessedDirty;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.law.LawBench.Marked;
import org.pagetck.properties.law.LawBench.When;

/// CON-03: where a processor uses an entry between what a call reads of it and what it stores, all
/// is as if the processor had come before the call, or after it where the entry is there still.
/// Nothing is said where it makes no difference that it came.
///
/// @param calls the calls that the law is about, with their answers
record MarksAreKept(BiPredicate<Operation, Outcome> calls) implements Law {
  /// Calls that remove a page.
  static final MarksAreKept BY_REMOVALS =
      new MarksAreKept(
          (call, answer) -> call instanceof Operation.OnPage && answer instanceof Outcome.Removed);

  /// Calls that change entries which stay.
  static final MarksAreKept BY_CHANGES =
      new MarksAreKept(
          (call, answer) -> call instanceof Operation.OnPage && answer instanceof Outcome.Done);

  @Override
  public Requirement requirement() {
    return Requirement.CON_03;
  }

  @Override
  public Optional<String> reasonAgainst(Contract contract) {
    return contract.answersFlags(OperationKind.UNMAP)
            || contract.accessedDirty() == AccessedDirty.PRESERVED
        ? Optional.empty()
        : Optional.of("returns-flags: unmap does not tell them, and no other call keeps them");
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return calls.test(call, answer);
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var call = (Operation.OnPage) calls.getLast();
    var before = bench.run(Calls.withoutLast(calls));
    var after = bench.run(calls);
    if (before.isEmpty() || after.isEmpty()) {
      return Result.NOTHING;
    }
    var result = Result.NOTHING;
    for (var level = bench.levels(); level >= call.size().leafLevel(); level--) {
      var was = before.get().tree().at(call.page(), level);
      var is = after.get().tree().at(call.page(), level);
      var isChanged = was.level() == level && (was.word() & EntryFlags.PRESENT) != 0;
      if (isChanged && (!was.equals(is) || isLeaf(before.get().tree(), call, level))) {
        switch (compare(calls, mark(before.get().tree(), call, was), bench)) {
          case Result.Broken broken -> {
            return broken;
          }
          case Result.Kept kept -> result = kept;
          case Result.Nothing _ -> {}
        }
      }
    }
    return result;
  }

  private static boolean isLeaf(Tree tree, Operation.OnPage call, int level) {
    return level == 1 || tree.at(call.page(), level - 1).level() == level;
  }

  private static Mark mark(Tree tree, Operation.OnPage call, Tree.Leaf entry) {
    var isWritten = isLeaf(tree, call, entry.level()) && (entry.word() & EntryFlags.WRITABLE) != 0;
    return new Mark(
        entry.level(),
        call.page(),
        isWritten ? EntryFlags.ACCESSED | EntryFlags.DIRTY : EntryFlags.ACCESSED);
  }

  private static Result compare(List<Operation> calls, Mark mark, LawBench bench) {
    var during = bench.runMarked(calls, mark, When.DURING);
    if (during.filter(Marked::hasHappened).isEmpty()) {
      return Result.NOTHING;
    }
    var before = bench.runMarked(calls, mark, When.BEFORE);
    var never = bench.runMarked(calls, mark, When.NEVER);
    if (before.isEmpty() || never.isEmpty() || before.get().isLike(never.get())) {
      return Result.NOTHING;
    }
    if (during.get().isLike(before.get())) {
      return Result.KEPT;
    }
    var after = bench.runMarked(calls, mark, When.AFTER);
    if (after.filter(it -> !it.hasHappened() || !during.get().isLike(it)).isEmpty()) {
      return Result.KEPT;
    }
    return Result.of(
        "what a processor sets in the entry meanwhile is lost",
        calls,
        Optional.of(
            "a processor sets %s in the entry of level %d for 0x%x between load and store: %s"
                .formatted(
                    new EntryFlags(mark.marks()),
                    mark.level(),
                    mark.address(),
                    difference(before.get(), during.get()))));
  }

  private static String difference(Marked before, Marked during) {
    return before
        .tree()
        .difference(during.tree())
        .orElseGet(() -> "owed is %s, the answer is %s".formatted(before.last(), during.last()));
  }
}
