package org.pagetck.properties.shrink;

import java.util.IdentityHashMap;
import java.util.List;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// Measures traces that have most of their lines in common, each line once.
final class Measuring {
  private static final int KEPT_MAX = 100_000;

  /// How many lines in a row may be missing for those behind them to be found at once.
  private static final int AHEAD_MAX = 3;

  private final IdentityHashMap<TraceLine, LineMeasure> kept = new IdentityHashMap<>();
  private int levels;

  /// Returns the measure of `trace`.
  Measure of(Trace trace) {
    prepare(trace);
    var lines = new LineMeasure[trace.lines().size()];
    for (var i = 0; i < lines.length; i++) {
      lines[i] = line(trace.lines().get(i));
    }
    return new Measure(trace.setup(), lines);
  }

  /// Returns the measure of `trace`, which is much like `other` with the measure `known`.
  Measure of(Trace trace, Measure known, Trace other) {
    if (trace.setup().levels() != other.setup().levels()) {
      return of(trace);
    }
    prepare(trace);
    var lines = new LineMeasure[trace.lines().size()];
    var next = 0;
    for (var i = 0; i < lines.length; i++) {
      var line = trace.lines().get(i);
      var found = find(line, other.lines(), next);
      lines[i] = found < 0 ? line(line) : known.line(found);
      next = found < 0 ? next + 1 : found + 1;
    }
    return known.with(trace.setup(), lines);
  }

  /// Returns the index of `line` itself among the few from `from` on, or -1. Lines that are equal
  /// and not the same are measured anew, which takes less time than to compare them.
  @SuppressWarnings("ReferenceEquality")
  private static int find(TraceLine line, List<TraceLine> lines, int from) {
    var end = Math.min(lines.size(), from + AHEAD_MAX);
    for (var i = from; i < end; i++) {
      if (lines.get(i) == line) {
        return i;
      }
    }
    return -1;
  }

  private void prepare(Trace trace) {
    if (levels != trace.setup().levels() || kept.size() > KEPT_MAX) {
      levels = trace.setup().levels();
      kept.clear();
    }
  }

  private LineMeasure line(TraceLine line) {
    return kept.computeIfAbsent(line, it -> new LineMeasure(it, levels));
  }
}
