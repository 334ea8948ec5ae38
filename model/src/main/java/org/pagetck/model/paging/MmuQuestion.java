package org.pagetck.model.paging;

/// One access put to an MMU.
///
/// @param root the physical address of the top table
/// @param address the virtual address
/// @param access what is tried
/// @param protection the settings under which it is tried
public record MmuQuestion(long root, long address, Access access, Protection protection) {
  @Override
  public String toString() {
    return "%s of 0x%x under %s".formatted(access, address, protection);
  }
}
