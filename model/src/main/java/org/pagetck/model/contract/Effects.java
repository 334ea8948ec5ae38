package org.pagetck.model.contract;

/// What can be seen of a mapper besides its answers.
public enum Effects implements Policy {
  /// Every store, in order.
  STORES,
  /// The bytes before and after each call.
  DIFF,
  /// Nothing.
  NONE;

  @Override
  public String key() {
    return "effects";
  }
}
