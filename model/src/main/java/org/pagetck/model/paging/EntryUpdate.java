package org.pagetck.model.paging;

/// A store that the processor makes to an entry while it walks: ACCESSED, and DIRTY in the leaf of
/// a write.
///
/// @param address the entry's physical address
/// @param word the whole word to store
public record EntryUpdate(long address, long word) {
  @Override
  public String toString() {
    return "[0x%x] := 0x%x".formatted(address, word);
  }
}
