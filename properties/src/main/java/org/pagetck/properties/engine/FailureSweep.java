package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.session.Session;

/// The sweep of the k-th allocation (FAL-03): for each call of a trace that lacks tables and each k
/// below their number, the trace in which only k frames can be had for that call, and the call
/// again once frames are back.
final class FailureSweep {
  /// Longer traces are not swept.
  static final int LINE_COUNT_MAX = 16;

  private FailureSweep() {}

  /// A line at which frames were taken.
  ///
  /// @param lineIndex its place in the trace
  /// @param frames how many it lacked
  record Point(int lineIndex, int frames) {}

  /// Adds to `points` the line that is about to be executed, where it lacks tables and no budget is
  /// in force.
  static void note(Session session, TraceLine line, int lineIndex, List<Point> points) {
    if (lineIndex < LINE_COUNT_MAX
        && !session.isWalkOnly()
        && line instanceof TraceLine.Call(Operation operation)
        && mayLackTables(session, operation)) {
      var step = session.peek(operation);
      if (step.framesTaken() > 0 && !step.isRefused()) {
        points.add(new Point(lineIndex, step.framesTaken()));
      }
    }
  }

  private static boolean mayLackTables(Session session, Operation operation) {
    return operation instanceof Operation.AnyMap
        || session.space().rules().contract().hugePart() == HugePart.SPLIT;
  }

  /// Takes the last line back out of `points` where the trace has only `lineCount` lines, since the
  /// subject cannot express it.
  static void forgetDropped(List<Point> points, int lineCount) {
    if (!points.isEmpty() && points.getLast().lineIndex() >= lineCount) {
      points.removeLast();
    }
  }

  static List<Trace> variants(Trace trace, List<Point> points) {
    var variants = new ArrayList<Trace>();
    for (var point : points) {
      for (var frames = 0; frames < point.frames(); frames++) {
        var lines = new ArrayList<>(trace.lines().subList(0, point.lineIndex()));
        lines.add(new TraceLine.Budget(frames));
        lines.add(trace.lines().get(point.lineIndex()));
        lines.add(TraceLine.Budget.ALL);
        lines.add(trace.lines().get(point.lineIndex()));
        variants.add(trace.withLines(lines));
      }
    }
    return variants;
  }
}
