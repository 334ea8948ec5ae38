package org.pagetck.model.contract;

/// Whether updateFlags widens links. Without effect where [ParentFlags] says that links never
/// change.
public enum UpdateParents implements Policy {
  /// It widens the links above the page as map does.
  WIDEN,
  /// It leaves them; PRM-03 is then a should.
  LEAVE;

  @Override
  public String key() {
    return "update-parents";
  }
}
