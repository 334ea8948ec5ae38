package org.pagetck.properties.exhaust;

/// What came of making all moves from some states.
final class Expansion {
  private final Candidates candidates = new Candidates();
  private final Totals totals = new Totals();
  private boolean complete;

  Candidates candidates() {
    return candidates;
  }

  Totals totals() {
    return totals;
  }

  /// Tells whether all moves were made from all of the states.
  boolean isComplete() {
    return complete;
  }

  void setComplete() {
    complete = true;
  }
}
