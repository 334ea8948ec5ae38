package org.pagetck.model.trace;

import java.util.List;
import java.util.Optional;

/// The order in which the host hands out frames; `text` is the spelling in traces.
public enum FrameOrder {
  /// Lowest address first.
  ASCENDING("ascending"),
  /// Highest address first.
  DESCENDING("descending"),
  /// An order drawn from the seed.
  SCATTERED("scattered"),
  /// The 2 MiB-aligned frames first, in an order drawn from the seed, then the others.
  ALIGNED_2M("aligned-2m");

  private static final List<FrameOrder> ALL = List.of(values());

  private final String text;

  FrameOrder(String text) {
    this.text = text;
  }

  /// Returns all orders.
  public static List<FrameOrder> all() {
    return ALL;
  }

  /// Returns the order spelled `text`, or nothing.
  public static Optional<FrameOrder> byText(String text) {
    return ALL.stream().filter(order -> order.text.equals(text)).findFirst();
  }

  /// Returns the spelling in traces.
  public String text() {
    return text;
  }
}
