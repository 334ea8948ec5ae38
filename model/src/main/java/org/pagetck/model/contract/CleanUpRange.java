package org.pagetck.model.contract;

/// Which tables count as inside the range of a cleanUp.
public enum CleanUpRange implements Policy {
  /// Those whose whole span lies in it.
  CONTAINED,
  /// Those whose span has an address in common with it.
  TOUCHED;

  @Override
  public String key() {
    return "clean-up-range";
  }
}
