package org.pagetck.model.contract;

/// When a table frame that was given back may be used again.
public enum GiveBack implements Policy {
  /// The host holds it back until the flushes owed by the same call are done.
  AFTER_FLUSH,
  /// At once: the mapper flushes by itself before it gives back, and is judged on it.
  IMMEDIATE;

  @Override
  public String key() {
    return "give-back";
  }
}
