package org.pagetck.model.contract;

/// What an operation does that names a part of a larger page.
public enum HugePart implements Policy {
  /// PARENT_HUGE_PAGE.
  REFUSED,
  /// The page becomes 512 smaller ones, as often as needed, then the operation applies.
  /// translatePage never splits; map only where it may replace.
  SPLIT,
  /// unmap, updateFlags and clear apply to the larger page; the others are refused.
  WHOLE;

  @Override
  public String key() {
    return "huge-part";
  }
}
