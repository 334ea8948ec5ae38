package org.pagetck.model.space;

import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;

/// What is owed to one mapped page of its rights, told apart by who asked for it. WRITABLE, USER
/// and NO_EXECUTE stand as the entries of a walk combine them: the first two where all have them,
/// the third where any has it.
///
/// A link that the mapper chose the flags of limits nothing: that its policy keeps rights back is
/// no excuse. One that the caller or the host set does, until it is widened.
///
/// @param leaf the flags that the leaf was given
/// @param limit what the links set by caller or host let through
/// @param links what all links let through that the policies of the contract give
public record PageRights(long leaf, long limit, long links) {
  /// The flags that decide which accesses a page allows.
  public static final long MASK = EntryFlags.WRITABLE | EntryFlags.USER | EntryFlags.NO_EXECUTE;

  /// All rights: what an empty path lets through.
  public static final long ALL = EntryFlags.WRITABLE | EntryFlags.USER;

  /// Returns the rights of the page that `address` lies in, or nothing where none is mapped there.
  public static Optional<PageRights> at(AddressSpace space, long address) {
    var levels = space.rules().levels();
    if (!Levels.isCanonical(address, levels)) {
      return Optional.empty();
    }
    var limit = ALL;
    var links = ALL;
    var table = space.root();
    for (var level = levels; level >= 1; level--) {
      switch (table.get(Levels.index(address, level))) {
        case Slot.Link link -> {
          links = both(links, link.flags());
          limit = link.chosen() ? both(limit, link.flags()) : limit;
          table = link.table();
        }
        case Slot.Leaf leaf -> {
          return Optional.of(new PageRights(leaf.flags(), limit, links));
        }
        case Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> {
          return Optional.empty();
        }
      }
    }
    throw new IllegalStateException("a link at level 1");
  }

  /// Returns what two entries of one walk grant together.
  public static long both(long first, long second) {
    var no = EntryFlags.NO_EXECUTE;
    return (((first ^ no) & (second ^ no)) ^ no) & MASK;
  }

  /// Returns what of `wanted` is not in `granted`: WRITABLE, USER, and NO_EXECUTE for the right to
  /// execute.
  public static long lacking(long wanted, long granted) {
    var no = EntryFlags.NO_EXECUTE;
    return (wanted ^ no) & ~(granted ^ no) & MASK;
  }

  /// Returns what the leaf asks for and neither caller nor host keeps back.
  public long owed() {
    return both(leaf, limit);
  }

  /// Returns what the leaf asks for and the links of this space let through.
  public long given() {
    return both(leaf, links);
  }
}
