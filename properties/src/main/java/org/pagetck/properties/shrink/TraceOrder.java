package org.pagetck.properties.shrink;

import java.util.Comparator;
import org.pagetck.model.trace.Trace;

/// The one order in which shrinking goes down. The smaller of two traces has fewer lines; else
/// fewer host events, so that a call stands where it does as well as a planted entry; else a setup
/// nearer to the default, plainer kinds of line, lower levels, smaller pages, flags nearer to
/// PRESENT alone, no odd arguments, lower indices summed up level by level from the root, shorter
/// frames, words with fewer flags; else the first line that differs decides, by the same criteria.
///
/// Different traces are never alike in it, so that it can only end in one place.
public final class TraceOrder implements Comparator<Trace> {
  /// The order.
  public static final TraceOrder ORDER = new TraceOrder();

  private TraceOrder() {}

  @Override
  public int compare(Trace one, Trace other) {
    return new Measuring().of(one).compareTo(new Measuring().of(other));
  }
}
