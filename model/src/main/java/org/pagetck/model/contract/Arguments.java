package org.pagetck.model.contract;

/// Whether arguments that a typed interface cannot express may be passed: misaligned, not
/// canonical, out of range.
public enum Arguments implements Policy {
  /// They may be passed, and are owed a refusal.
  CHECKED,
  /// They are never passed.
  UNCHECKED;

  @Override
  public String key() {
    return "arguments";
  }
}
