package org.pagetck.model.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// An abstract set of entry flags. Bits stand in their hardware places, except PAT, which is bit 12
/// here whatever the page size; [EntryWord] puts it where each level wants it.
///
/// Source: Intel SDM vol. 3, "4-Level Paging and 5-Level Paging", the tables of entry formats.
///
/// @param bits the set; only named bits may be set
public record EntryFlags(long bits) {
  /// The entry is valid for the processor.
  public static final long PRESENT = 1L;

  /// Writes are allowed.
  public static final long WRITABLE = 1L << 1;

  /// User-mode accesses are allowed.
  public static final long USER = 1L << 2;

  /// PWT: part of the choice of memory type.
  public static final long WRITE_THROUGH = 1L << 3;

  /// PCD: part of the choice of memory type.
  public static final long NO_CACHE = 1L << 4;

  /// The processor has used the entry.
  public static final long ACCESSED = 1L << 5;

  /// The processor has written through the leaf.
  public static final long DIRTY = 1L << 6;

  /// PS: the entry is a leaf at level 2 or 3.
  public static final long HUGE_PAGE = 1L << 7;

  /// The translation survives a reload of CR3.
  public static final long GLOBAL = 1L << 8;

  /// PAT: part of the choice of memory type; bit 7 of a 4 KiB leaf, bit 12 of a larger one.
  public static final long PAT = 1L << 12;

  /// XD: instruction fetches are forbidden.
  public static final long NO_EXECUTE = 1L << 63;

  /// The bits that hardware ignores and software may use: 9 to 11 and 52 to 62.
  public static final long SOFTWARE = 0x7ff0_0000_0000_0e00L;

  /// Every named bit.
  public static final long ALL = 0xfff0_0000_0000_1fffL;

  /// No flag at all.
  public static final EntryFlags NONE = new EntryFlags(0);

  private static final String[] NAMES = names();

  /// Checks that only named bits are set.
  ///
  /// @throws IllegalArgumentException if another bit is set
  public EntryFlags {
    if ((bits & ~ALL) != 0) {
      throw new IllegalArgumentException("bits without a name: 0x%x".formatted(bits & ~ALL));
    }
  }

  private static String[] names() {
    var names = new String[Long.SIZE];
    IntStream.range(0, Long.SIZE).forEach(bit -> names[bit] = "BIT_" + bit);
    var low =
        List.of(
            "PRESENT",
            "WRITABLE",
            "USER",
            "WRITE_THROUGH",
            "NO_CACHE",
            "ACCESSED",
            "DIRTY",
            "HUGE_PAGE",
            "GLOBAL");
    for (var bit = 0; bit < low.size(); bit++) {
      names[bit] = low.get(bit);
    }
    names[12] = "PAT";
    names[63] = "NO_EXECUTE";
    return names;
  }

  /// Returns the names of all flags, lowest bit first.
  public static List<String> allNames() {
    return new EntryFlags(ALL).toNames();
  }

  /// Returns the mask of the flag called `name`, or nothing.
  public static Optional<Long> maskByName(String name) {
    return IntStream.range(0, Long.SIZE)
        .filter(bit -> (ALL >>> bit & 1) != 0 && NAMES[bit].equals(name))
        .mapToObj(bit -> 1L << bit)
        .findFirst();
  }

  /// Returns the flags spelled `text`: names joined by `|`, or `-` for none; nothing where a name
  /// is unknown.
  public static Optional<EntryFlags> byText(String text) {
    if (text.equals("-")) {
      return Optional.of(NONE);
    }
    var bits = 0L;
    for (var name : text.split("\\|", -1)) {
      var mask = maskByName(name);
      if (mask.isEmpty()) {
        return Optional.empty();
      }
      bits |= mask.get();
    }
    return Optional.of(new EntryFlags(bits));
  }

  /// Tells whether all bits of `mask` are set.
  public boolean has(long mask) {
    return (bits & mask) == mask;
  }

  /// Tells whether any bit of `mask` is set.
  public boolean hasAny(long mask) {
    return (bits & mask) != 0;
  }

  /// Returns these flags and those of `mask`.
  public EntryFlags with(long mask) {
    return has(mask) ? this : new EntryFlags(bits | mask);
  }

  /// Returns these flags without those of `mask`.
  public EntryFlags without(long mask) {
    return hasAny(mask) ? new EntryFlags(bits & ~mask) : this;
  }

  /// Returns the names of the flags in the set, lowest bit first.
  public List<String> toNames() {
    var names = new ArrayList<String>();
    for (var rest = bits; rest != 0; rest &= rest - 1) {
      names.add(NAMES[Long.numberOfTrailingZeros(rest)]);
    }
    return names;
  }

  /// Returns the spelling that [#byText] reads.
  @Override
  public String toString() {
    return bits == 0 ? "-" : String.join("|", toNames());
  }
}
