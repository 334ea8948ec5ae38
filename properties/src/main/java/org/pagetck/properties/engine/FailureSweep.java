package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.session.Session;

/// The sweep of the k-th allocation (FAL-03). It watches a trace and notes which calls took frames.
/// For each k there is one more run, in which the k-th allocation of every call that made so many
/// fails, and the call comes again once frames are back.
final class FailureSweep implements TraceRunner.Watcher {
  /// Traces of so many lines are all swept; of longer ones, one in [#SHARE].
  private static final int LINE_COUNT_MAX = 8;

  private static final int SHARE = 24;
  private static final long SALT = 0xfa1_03;

  private final List<TraceLine> lines = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private TraceLine.Budget budget = TraceLine.Budget.ALL;

  /// A line that took frames.
  ///
  /// @param frames how many
  /// @param budget what limited them
  private record Point(int lineIndex, int frames, TraceLine.Budget budget) {}

  /// Tells whether a trace of at most `lineCount` lines that is drawn from `seed` is swept.
  static boolean isDrawn(long seed, int lineCount) {
    return lineCount <= LINE_COUNT_MAX || (Seeds.mix(seed, SALT) >>> 1) % SHARE == 0;
  }

  @Override
  public void beginning(Session session) {
    lines.clear();
    points.clear();
    budget = TraceLine.Budget.ALL;
  }

  @Override
  public void executed(TraceLine line, Session session, Session.Result result) {
    switch (line) {
      case TraceLine.Call _ when !session.isWalkOnly() -> {
        var seen = session.seen();
        var frames = Math.max(seen.step().framesTaken(), seen.taken().count());
        if (frames > 0) {
          points.add(new Point(lines.size(), frames, budget));
        }
      }
      case TraceLine.Budget said -> budget = said;
      default -> {}
    }
    if (!budget.isAll()) {
      budget = new TraceLine.Budget(session.framesLeft());
    }
    lines.add(line);
  }

  /// Returns the traces in which allocations fail, for the `setup` of the one that was watched.
  List<Trace> variants(Setup setup) {
    var most = points.stream().mapToInt(Point::frames).max().orElse(0);
    return IntStream.range(0, most).mapToObj(frames -> new Trace(setup, failing(frames))).toList();
  }

  /// Returns the lines, up to the last of them, in which calls that took more than `frames` frames
  /// first have so many.
  private List<TraceLine> failing(int frames) {
    var failing = new ArrayList<TraceLine>();
    var next = 0;
    for (var point : points) {
      if (point.frames() > frames) {
        var line = lines.get(point.lineIndex());
        failing.addAll(lines.subList(next, point.lineIndex()));
        failing.add(new TraceLine.Budget(frames));
        failing.add(line);
        failing.add(point.budget());
        failing.add(line);
        next = point.lineIndex() + 1;
      }
    }
    return failing;
  }
}
