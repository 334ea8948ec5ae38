package org.pagetck.model.contract;

import org.pagetck.model.address.Levels;

/// Which half of the address space a mapper serves; addresses outside are never passed.
public enum VirtualRange implements Policy {
  /// Both halves, and the hole between them.
  ALL,
  /// The lower half.
  LOWER,
  /// The upper half.
  UPPER;

  @Override
  public String key() {
    return "virtual-range";
  }

  /// Tells whether `address` may be passed to a mapper with `levels` levels.
  public boolean contains(long address, int levels) {
    return switch (this) {
      case ALL -> true;
      case LOWER -> address >= 0 && Levels.isCanonical(address, levels);
      case UPPER -> address < 0 && Levels.isCanonical(address, levels);
    };
  }
}
