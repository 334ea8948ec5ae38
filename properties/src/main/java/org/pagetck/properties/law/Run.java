package org.pagetck.properties.law;

import java.util.List;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// What became of some calls, made one after the other by a mapper over empty tables.
///
/// @param answers the answers, without the flushes that they ask for
/// @param tree what the tables hold afterwards
/// @param seen what the page walk finds at the addresses that were asked about
/// @param givenBack how many frames the last call gave back
public record Run(List<Outcome> answers, Tree tree, List<Long> seen, int givenBack) {
  /// Copies the lists.
  public Run {
    answers = List.copyOf(answers);
    seen = List.copyOf(seen);
  }

  /// Returns the last answer.
  Outcome last() {
    return answers.getLast();
  }

  /// Tells whether the last call was answered without a refusal.
  boolean isDone() {
    return !(last() instanceof Outcome.Refused);
  }

  /// Returns `outcome` without its flush.
  static Outcome plain(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> Outcome.DONE;
      case Outcome.Removed(var frame, var flags, var _) ->
          new Outcome.Removed(frame, flags, Flush.NONE);
      case Outcome.RemovedReserved(var word, var _) ->
          new Outcome.RemovedReserved(word, Flush.NONE);
      case Outcome.Found _,
          Outcome.Translated _,
          Outcome.Refused _,
          Outcome.Unsupported _,
          Outcome.Failed _ ->
          outcome;
    };
  }
}
