package org.pagetck.model.contract;

/// Which flags the links above a page carry.
public enum ParentFlags implements Policy {
  /// New and existing links gain WRITABLE and USER that the leaf has; links are always PRESENT.
  FROM_LEAF,
  /// PRESENT and WRITABLE when a link is made; never changed afterwards.
  FIXED,
  /// PRESENT, WRITABLE and USER in every link.
  PERMISSIVE,
  /// As the caller says; PRESENT, WRITABLE and USER where the call has no table flags.
  EXPLICIT;

  @Override
  public String key() {
    return "parent-flags";
  }
}
