package org.pagetck.impl.processor;

/// Whether a processor marks the entries that it uses (Intel SDM vol. 3, "Accessed and Dirty
/// Flags").
public enum Marking {
  /// It sets ACCESSED in every entry that it uses, and DIRTY in the leaf of a write.
  ACCESSED_DIRTY,
  /// It leaves entries as they are: what stands in memory is the software's alone.
  NONE
}
