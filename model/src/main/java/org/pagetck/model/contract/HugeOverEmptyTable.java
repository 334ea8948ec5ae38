package org.pagetck.model.contract;

/// What a huge map does where a link to a table of 512 zero words stands.
public enum HugeOverEmptyTable implements Policy {
  /// ALREADY_MAPPED.
  REFUSED,
  /// The table is unlinked, flushed and given back; the page takes its place.
  REPLACED;

  @Override
  public String key() {
    return "huge-over-empty-table";
  }
}
