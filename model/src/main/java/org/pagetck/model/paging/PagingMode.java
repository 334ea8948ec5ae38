package org.pagetck.model.paging;

import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;

/// What decides how tables are read, whoever makes the access. 1 GiB pages are supported.
///
/// Source: Intel SDM vol. 3, "Paging Modes and Control Bits" and "Enumeration of Paging Features by
/// CPUID".
///
/// @param levels 4, or 5 where CR4.LA57 is set
/// @param physicalWidth MAXPHYADDR, bits of a physical address, 32 to 52
/// @param noExecute EFER.NXE: bit 63 forbids fetches; if not, it is reserved
public record PagingMode(int levels, int physicalWidth, boolean noExecute) {
  /// Four levels, 52 bits, NXE set.
  public static final PagingMode FOUR_LEVELS = new PagingMode(4, 52, true);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the levels are not 4 or 5 or the width is not 32 to 52
  public PagingMode {
    if (levels != 4 && levels != 5) {
      throw new IllegalArgumentException("neither 4 nor 5 levels: " + levels);
    }
    if (physicalWidth < 32 || physicalWidth > 52) {
      throw new IllegalArgumentException("physical width not 32 to 52: " + physicalWidth);
    }
  }

  /// Returns the bits that are reserved in every present entry: addresses past the physical width,
  /// and bit 63 without NXE.
  public long reservedBits() {
    var past = physicalWidth == 52 ? 0 : EntryWord.ADDRESS_MASK & (-1L << physicalWidth);
    return noExecute ? past : past | EntryFlags.NO_EXECUTE;
  }
}
