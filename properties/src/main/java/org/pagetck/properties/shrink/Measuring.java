package org.pagetck.properties.shrink;

import java.util.IdentityHashMap;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// Measures traces that have most of their lines in common, each line once.
final class Measuring {
  private static final int KEPT_MAX = 100_000;

  private final IdentityHashMap<TraceLine, LineMeasure> kept = new IdentityHashMap<>();
  private int levels;

  /// Returns the measure of `trace`.
  Measure of(Trace trace) {
    if (levels != trace.setup().levels() || kept.size() > KEPT_MAX) {
      levels = trace.setup().levels();
      kept.clear();
    }
    var lines = new LineMeasure[trace.lines().size()];
    for (var i = 0; i < lines.length; i++) {
      lines[i] = kept.computeIfAbsent(trace.lines().get(i), line -> new LineMeasure(line, levels));
    }
    return new Measure(trace.setup(), lines);
  }
}
