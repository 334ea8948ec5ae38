package org.pagetck.model.space;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;

/// What the host does to a space between calls: it stores entries, and its processors set ACCESSED
/// and DIRTY.
public final class HostChanges {
  private HostChanges() {}

  /// One access by a processor with WP set, SMEP and SMAP clear.
  ///
  /// @param address what it touches
  /// @param write whether it stores
  /// @param fetch whether it fetches an instruction
  /// @param user whether it runs in user mode
  public record Access(long address, boolean write, boolean fetch, boolean user) {}

  static AddressSpace plant(AddressSpace space, int level, long address, long word) {
    var rules = space.rules();
    if (level < 1
        || level > rules.levels()
        || !Levels.isCanonical(address, rules.levels())
        || !space.hasTableFor(level, address)
        || space.slotAt(level, address) instanceof Slot.Link) {
      return space;
    }
    var state = rules.format().stateOf(level, word);
    return switch (state) {
      case EMPTY -> space.withSlot(level, address, Slot.EMPTY);
      case RESERVED -> space.withSlot(level, address, new Slot.Reserved(word));
      case MALFORMED -> space.withSlot(level, address, new Slot.Malformed(word));
      case LEAF -> {
        var leaf =
            new Slot.Leaf(EntryWord.leafAddress(level, word), EntryWord.leafFlags(level, word));
        yield space.withSlot(level, address, leaf);
      }
      case LINK -> {
        var frame = EntryWord.linkAddress(word);
        if (!rules.isHostFrame(frame) || isLinked(space.root(), rules.levels(), frame)) {
          yield space;
        }
        var link = new Slot.Link(EntryWord.linkFlags(word), Table.EMPTY, true, frame);
        var next = space.withSlot(level, address, link);
        yield next.with(next.root(), space.tableCount() + 1);
      }
    };
  }

  private static boolean isLinked(Table table, int level, long frame) {
    if (level == 1) {
      return false;
    }
    for (var index = table.firstOccupied(0); index >= 0; index = table.firstOccupied(index + 1)) {
      if (table.get(index) instanceof Slot.Link link
          && (link.hostFrame() == frame || isLinked(link.table(), level - 1, frame))) {
        return true;
      }
    }
    return false;
  }

  static AddressSpace access(AddressSpace space, Access access) {
    if (!Levels.isCanonical(access.address(), space.rules().levels()) || faults(space, access)) {
      return space;
    }
    return space.with(touched(space.root(), space.rules().levels(), access));
  }

  private static boolean faults(AddressSpace space, Access access) {
    var all = -1L;
    var any = 0L;
    var table = space.root();
    for (var level = space.rules().levels(); level >= 1; level--) {
      switch (table.get(Levels.index(access.address(), level))) {
        case Slot.Link link -> {
          all &= link.flags();
          any |= link.flags();
          table = link.table();
        }
        case Slot.Leaf leaf -> {
          return denies(all & leaf.flags(), any | leaf.flags(), access);
        }
        case Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> {
          return true;
        }
      }
    }
    throw new IllegalStateException("a link at level 1");
  }

  private static boolean denies(long all, long any, Access access) {
    return (access.user() && (all & EntryFlags.USER) == 0)
        || (access.write() && (all & EntryFlags.WRITABLE) == 0)
        || (access.fetch() && (any & EntryFlags.NO_EXECUTE) != 0);
  }

  private static Table touched(Table table, int level, Access access) {
    var index = Levels.index(access.address(), level);
    return switch (table.get(index)) {
      case Slot.Link link ->
          table.with(
              index,
              link.withFlags(link.flags() | EntryFlags.ACCESSED)
                  .withTable(touched(link.table(), level - 1, access)));
      case Slot.Leaf leaf -> {
        var flags = leaf.flags() | EntryFlags.ACCESSED | (access.write() ? EntryFlags.DIRTY : 0);
        yield flags == leaf.flags() ? table : table.with(index, new Slot.Leaf(leaf.frame(), flags));
      }
      case Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> table;
    };
  }
}
