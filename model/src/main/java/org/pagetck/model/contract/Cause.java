package org.pagetck.model.contract;

/// Which reason a refusal names where several are true.
public enum Cause implements Policy {
  /// The first in the order of tests.
  CONTRACT,
  /// Any true one.
  ANY;

  @Override
  public String key() {
    return "cause";
  }
}
