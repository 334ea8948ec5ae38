package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceLine.Budget;

/// One move of a search: a call while `budget` frames can be had, or one thing that the host does.
///
/// @param line the call or the event
/// @param budget how many frames can be had for the call; all of them for an event
public record Move(TraceLine line, Budget budget) {
  /// Returns the move that makes `line` with as many frames as there are.
  public static Move of(TraceLine line) {
    return new Move(line, Budget.ALL);
  }

  /// Returns `moves` as the lines of a trace. A budget is used up by the call that it is for, so
  /// that it stands before each.
  public static List<TraceLine> lines(List<Move> moves) {
    var lines = new ArrayList<TraceLine>();
    var budget = Budget.ALL;
    for (var move : moves) {
      var isCall = move.line() instanceof TraceLine.Call;
      if (isCall && !(budget.isAll() && move.budget().isAll())) {
        budget = move.budget();
        lines.add(budget);
      }
      lines.add(move.line());
    }
    return lines;
  }
}
