package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-08: frame and flags that a page was mapped with stand in its entry, and translatePage,
/// translate and unmap give them back.
final class MappedIsFound implements Law {
  private static final String KIND = "what a page was mapped with is not what is read";

  @Override
  public Requirement requirement() {
    return Requirement.ALG_08;
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.AnyMap map
        && map.flags().has(EntryFlags.PRESENT)
        && answer instanceof Outcome.Done;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var map = (Operation.AnyMap) calls.getLast();
    var other = Calls.with(calls, readings(map).toArray(Operation[]::new));
    var run = bench.run(other);
    var mapped = bench.run(calls);
    if (run.isEmpty() || mapped.isEmpty()) {
      return Result.NOTHING;
    }
    var answers = run.get().answers().subList(calls.size(), other.size());
    return Result.of(KIND, other, difference(map, mapped.get().tree(), answers, bench));
  }

  /// Returns the calls that read back what `map` did, the one that removes it last.
  static List<Operation> readings(Operation.AnyMap map) {
    return List.of(
        new Operation.TranslatePage(map.page(), map.size()),
        new Operation.Translate(map.page() + map.size().offsetMask()),
        new Operation.Unmap(map.page(), map.size()));
  }

  /// Says what `tree`, or one of `answers` to the calls that read it back, holds that `map` did not
  /// put there.
  static Optional<String> difference(
      Operation.AnyMap map, Tree tree, List<Outcome> answers, LawBench bench) {
    var word = tree.at(map.page(), map.size().leafLevel()).word();
    return stored(map, word, bench).or(() -> answered(map, answers, bench));
  }

  private static Optional<String> stored(Operation.AnyMap map, long word, LawBench bench) {
    var level = map.size().leafLevel();
    var isSame =
        EntryWord.leafAddress(level, word) == map.frame()
            && isSame(map.flags(), EntryWord.leafFlags(level, word), bench);
    return isSame
        ? Optional.empty()
        : Optional.of("the entry of 0x%x holds 0x%x".formatted(map.page(), word));
  }

  private static boolean isSame(EntryFlags owed, long given, LawBench bench) {
    return ((owed.bits() ^ given) & ~bench.contract().addsFlags().bits()) == 0;
  }

  private static Optional<String> answered(
      Operation.AnyMap map, List<Outcome> answers, LawBench bench) {
    for (var answer : answers) {
      if (!isRight(map, answer, bench)) {
        return Optional.of("of 0x%x the answer is %s".formatted(map.page(), answer));
      }
    }
    return Optional.empty();
  }

  private static boolean isRight(Operation.AnyMap map, Outcome answer, LawBench bench) {
    var contract = bench.contract();
    return switch (answer) {
      case Outcome.Found(var frame, var flags) ->
          frame == map.frame()
              && (!contract.answersFlags(OperationKind.TRANSLATE_PAGE)
                  || isSame(map.flags(), flags.bits(), bench));
      case Outcome.Translated(var size, var frame, var offset, var flags) ->
          size == map.size()
              && frame == map.frame()
              && offset == size.bytes() - 1
              && (!contract.answersFlags(OperationKind.TRANSLATE)
                  || isSame(map.flags(), flags.bits(), bench));
      case Outcome.Removed(var frame, var flags, var _) ->
          frame == map.frame()
              && (!contract.answersFlags(OperationKind.UNMAP)
                  || isSame(map.flags(), flags.bits(), bench));
      case Outcome.Done _,
          Outcome.RemovedReserved _,
          Outcome.Refused _,
          Outcome.Unsupported _,
          Outcome.Failed _ ->
          false;
    };
  }
}
