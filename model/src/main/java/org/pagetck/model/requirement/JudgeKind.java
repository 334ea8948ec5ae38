package org.pagetck.model.requirement;

/// What decides whether a requirement was kept.
public enum JudgeKind {
  /// Answers against the reference model.
  MODEL("answers compared with the reference model"),
  /// Stores as recorded, or bytes compared.
  STORES("stores as recorded, or the bytes before and after compared"),
  /// The hardware walk over the bytes.
  WALK("the processor's page walk over the bytes"),
  /// The model of the TLB and of cached links.
  TLB("a model of what TLBs and caches of links may hold"),
  /// Several runs compared with one another.
  LAW("several runs compared with one another, without a model"),
  /// The accounts of the allocator and of the flush sink.
  HOST("the accounts of frames taken, given back, and of flushes");

  private final String meaning;

  JudgeKind(String meaning) {
    this.meaning = meaning;
  }

  /// Returns what is looked at.
  public String meaning() {
    return meaning;
  }
}
