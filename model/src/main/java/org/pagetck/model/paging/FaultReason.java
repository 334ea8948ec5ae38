package org.pagetck.model.paging;

/// Why a walk ends in a page fault. The order of the constants is the order of the tests.
public enum FaultReason {
  /// An entry has PRESENT clear.
  NOT_PRESENT("the entry is not present"),
  /// A present entry has a reserved bit set.
  RESERVED_BIT("a reserved bit is set"),
  /// A user access, and an entry lacks USER.
  SUPERVISOR_ONLY("the entry lacks USER"),
  /// A supervisor fetch from a user page under SMEP.
  SMEP("SMEP forbids fetches from a user page"),
  /// A supervisor read or write of a user page under SMAP.
  SMAP("SMAP forbids access to a user page"),
  /// A write, and an entry lacks WRITABLE.
  READ_ONLY("the entry lacks WRITABLE"),
  /// A fetch, and an entry has NO_EXECUTE.
  NO_EXECUTE("the entry has NO_EXECUTE");

  private final String sentence;

  FaultReason(String sentence) {
    this.sentence = sentence;
  }

  /// Returns the reason in words.
  public String sentence() {
    return sentence;
  }
}
