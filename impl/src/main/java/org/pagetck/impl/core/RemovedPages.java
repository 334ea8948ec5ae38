package org.pagetck.impl.core;

/// Hears of each page that a range operation removes, ascending.
@FunctionalInterface
public interface RemovedPages {
  /// Hears of the page at `page`, whose leaf stood at `level` and had `frame` and `flags`.
  void removed(long page, int level, long frame, long flags);

  /// Returns one that forgets what it hears.
  static RemovedPages ignored() {
    return (_, _, _, _) -> {};
  }
}
