package org.pagetck.model.paging;

/// One entry that a walk reads.
///
/// @param level the level of its table, 5 to 1
/// @param address the entry's physical address
/// @param word what stands there
public record WalkStep(int level, long address, long word) {
  @Override
  public String toString() {
    return "level %d [0x%x] = 0x%x".formatted(level, address, word);
  }
}
