package org.pagetck.model.address;

import java.util.List;
import java.util.Optional;

/// One of the three page sizes of x86-64 (Intel SDM vol. 3, "4-Level Paging and 5-Level Paging").
public enum PageSize {
  /// 4 KiB: the leaf stands at level 1.
  SIZE_4K("4K", 12),
  /// 2 MiB: the leaf stands at level 2.
  SIZE_2M("2M", 21),
  /// 1 GiB: the leaf stands at level 3.
  SIZE_1G("1G", 30);

  private static final List<PageSize> ALL = List.of(values());

  private final String text;
  private final int shift;

  PageSize(String text, int shift) {
    this.text = text;
    this.shift = shift;
  }

  /// Returns the three sizes, smallest first.
  public static List<PageSize> all() {
    return ALL;
  }

  /// Returns the size spelled `text` (`4K`, `2M`, `1G`), or nothing.
  public static Optional<PageSize> byText(String text) {
    return ALL.stream().filter(size -> size.text.equals(text)).findFirst();
  }

  /// Returns the size whose leaf stands at `level`, or nothing for levels that hold no leaf.
  public static Optional<PageSize> byLeafLevel(int level) {
    return level >= 1 && level <= 3 ? Optional.of(ALL.get(level - 1)) : Optional.empty();
  }

  /// Returns the spelling in traces and declarations: `4K`, `2M`, `1G`.
  public String text() {
    return text;
  }

  /// Returns the number of offset bits: 12, 21, 30.
  public int shift() {
    return shift;
  }

  /// Returns the size in bytes.
  public long bytes() {
    return 1L << shift;
  }

  /// Returns the mask of the offset inside a page.
  public long offsetMask() {
    return bytes() - 1;
  }

  /// Returns the level at which a leaf of this size stands: 1, 2, 3.
  public int leafLevel() {
    return ordinal() + 1;
  }

  /// Tells whether `address` is a multiple of this size.
  public boolean isAligned(long address) {
    return (address & offsetMask()) == 0;
  }

  /// Returns `address` rounded down to a multiple of this size.
  public long alignDown(long address) {
    return address & ~offsetMask();
  }

  @Override
  public String toString() {
    return text;
  }
}
