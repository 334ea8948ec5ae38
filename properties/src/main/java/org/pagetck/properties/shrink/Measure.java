package org.pagetck.properties.shrink;

import java.util.Arrays;
import java.util.Comparator;
import org.pagetck.model.address.Levels;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;

/// A trace as numbers: how much there is of everything, then every line. What [TraceOrder]
/// compares.
final class Measure implements Comparable<Measure> {
  private static final Comparator<Setup> SETUPS =
      Comparator.comparing(Setup::order)
          .thenComparing(Setup::contents)
          .thenComparing(Setup::frameSeed, Long::compareUnsigned)
          .thenComparingLong(Setup::memoryStart)
          .thenComparingLong(Setup::memoryBytes)
          .thenComparing(setup -> setup.overrides().toString());

  private final Setup setup;
  private final LineMeasure[] lines;
  private final long[] totals;

  /// Sums up the measures of the lines, which it keeps.
  Measure(Setup setup, LineMeasure... lines) {
    this(setup, new long[LineMeasure.LENGTH], lines);
    for (var line : lines) {
      line.addTo(totals);
    }
    totals[LineMeasure.SETUP] = cost(setup);
  }

  private Measure(Setup setup, long[] totals, LineMeasure... lines) {
    this.setup = setup;
    this.lines = lines;
    this.totals = totals;
  }

  /// Returns the measure of `others` after `otherSetup`, which have most lines in common with this.
  Measure with(Setup otherSetup, LineMeasure... others) {
    if (others.length != lines.length) {
      return new Measure(otherSetup, others);
    }
    var changed = totals.clone();
    for (var i = 0; i < others.length; i++) {
      if (others[i] != lines[i]) {
        lines[i].takeFrom(changed);
        others[i].addTo(changed);
      }
    }
    changed[LineMeasure.SETUP] = cost(otherSetup);
    return new Measure(otherSetup, changed, others);
  }

  /// Returns the measure of the line at `index`.
  LineMeasure line(int index) {
    return lines[index];
  }

  private static int cost(Setup setup) {
    var memory =
        setup.memoryStart() == Setup.DEFAULT.memoryStart()
            && setup.memoryBytes() == Setup.DEFAULT.memoryBytes();
    return (setup.levels() == Levels.ROOT_MAX ? 16 : 0)
        + (memory ? 0 : 8)
        + (setup.order() == FrameOrder.ASCENDING ? 0 : 1 + setup.order().ordinal())
        + (setup.contents() == FrameContents.DIRTY ? 0 : 1 + setup.contents().ordinal())
        + (setup.frameSeed() == 0 ? 0 : 1);
  }

  @Override
  public int compareTo(Measure other) {
    var order = Arrays.compare(totals, other.totals);
    for (var i = 0; order == 0 && i < lines.length && i < other.lines.length; i++) {
      if (lines[i] != other.lines[i]) {
        order = Arrays.compareUnsigned(lines[i].key(), other.lines[i].key());
      }
    }
    return order == 0 ? SETUPS.compare(setup, other.setup) : order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Measure that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(digest());
  }

  /// Returns 64 bits that differ for different traces, for all that can be told by chance.
  long digest() {
    var digest = LineMeasure.mixed(lines.length, setup.hashCode());
    for (var line : lines) {
      digest = LineMeasure.mixed(digest, line.digest());
    }
    return digest;
  }
}
