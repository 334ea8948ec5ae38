package org.pagetck.model.contract;

/// What a flush of everything reaches.
public enum FlushAll implements Policy {
  /// Global pages too.
  GLOBAL,
  /// All but global pages, as a reload of CR3 does.
  NON_GLOBAL;

  @Override
  public String key() {
    return "flush-all";
  }
}
