package org.pagetck.model.contract;

/// What unmap answers where nothing is mapped.
public enum AbsentPage implements Policy {
  /// NOT_MAPPED.
  REFUSED,
  /// It succeeds; frame, flags and flush of that answer mean nothing.
  OK;

  @Override
  public String key() {
    return "absent-page";
  }
}
