package org.example.paging;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// A mapper of pages of 4 KiB. It looks larger pages up, which the host may have mapped, and leaves
/// them alone.
final class SmallMapper implements Mapper {
  private static final long PRESENT = 1;
  private static final long WRITABLE = 1 << 1;
  private static final long USER = 1 << 2;
  private static final long CACHING = 1 << 3 | 1 << 4;
  private static final long BIT_7 = 1 << 7;
  private static final long BIT_12 = 1 << 12;
  private static final long NO_EXECUTE = 1L << 63;
  private static final long ADDRESS = 0x000f_ffff_ffff_f000L;

  private final Host host;

  SmallMapper(Host host) {
    this.host = host;
  }

  private enum Kind {
    EMPTY,
    MARKER,
    LINK,
    LEAF,
    BROKEN
  }

  /// An entry, and where it stands.
  private record Entry(int level, long slot, long word, Kind kind) {
    long frame() {
      return level == 1 ? word & ADDRESS : word & ADDRESS & ~BIT_12;
    }

    EntryFlags flags() {
      var type = level == 1 ? (word & BIT_7) << 5 : word & BIT_12;
      return new EntryFlags((word & ~ADDRESS & ~BIT_7) | type);
    }
  }

  private Entry entry(long table, long address, int level) {
    var slot = table + (address >>> (12 + 9 * (level - 1)) & 511) * 8;
    var word = host.memory().load(slot);
    return new Entry(level, slot, word, kind(word, level));
  }

  private Kind kind(long word, int level) {
    if ((word & PRESENT) == 0) {
      return word == 0 ? Kind.EMPTY : Kind.MARKER;
    }
    if (level == 1) {
      return Kind.LEAF;
    }
    if ((word & BIT_7) != 0) {
      var misaligned = word & ADDRESS & ~BIT_12 & ((1L << (12 + 9 * (level - 1))) - 1);
      return level < 4 && misaligned == 0 ? Kind.LEAF : Kind.BROKEN;
    }
    var offset = (word & ADDRESS) - host.memory().start();
    return offset >= 0 && offset <= host.memory().sizeBytes() - 4096 ? Kind.LINK : Kind.BROKEN;
  }

  /// Follows links from the root; returns the first entry that is none, at level 1 the last.
  private Entry walk(long address) {
    var found = entry(host.root(), address, host.levels());
    while (found.kind() == Kind.LINK) {
      found = entry(found.word() & ADDRESS, address, found.level() - 1);
    }
    return found;
  }

  private boolean isCanonical(long address) {
    var unused = 64 - (12 + 9 * host.levels());
    return address << unused >> unused == address;
  }

  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    if (size != PageSize.SIZE_4K) {
      return Outcome.UNSUPPORTED;
    } else if (!isCanonical(page)) {
      return Outcome.refused(Refusal.NON_CANONICAL);
    } else if (((page | frame) & 4095) != 0) {
      return Outcome.refused(Refusal.MISALIGNED);
    } else if (frame >>> 52 != 0) {
      return Outcome.refused(Refusal.OUT_OF_RANGE);
    } else if (flags.has(EntryFlags.HUGE_PAGE) || word(frame, flags) == 0) {
      return Outcome.refused(Refusal.INVALID_FLAGS);
    }
    var found = walk(page);
    return switch (found.kind()) {
      case EMPTY -> insert(page, found, word(frame, flags));
      case MARKER ->
          Outcome.refused(found.level() == 1 ? Refusal.ALREADY_MAPPED : Refusal.PARENT_RESERVED);
      case LINK, LEAF, BROKEN ->
          Outcome.refused(found.level() == 1 ? Refusal.ALREADY_MAPPED : Refusal.PARENT_HUGE_PAGE);
    };
  }

  private static long word(long frame, EntryFlags flags) {
    var bits = flags.bits();
    return frame | (bits & ~BIT_12) | (bits & BIT_12) >> 5;
  }

  /// Takes all frames before the first store, so that there is nothing to undo but the taking.
  private Outcome insert(long page, Entry empty, long leaf) {
    var tables = new long[empty.level() - 1];
    for (var i = 0; i < tables.length; i++) {
      tables[i] = host.frames().allocate();
      if (tables[i] == FrameAllocator.NO_FRAME) {
        while (i-- > 0) {
          host.frames().deallocate(tables[i]);
        }
        return Outcome.refused(Refusal.NO_FRAME);
      }
    }
    var rights = leaf & (WRITABLE | USER);
    var gainedUser = widen(page, rights);
    var word = leaf;
    for (var level = 1; level <= tables.length; level++) {
      var table = tables[level - 1];
      host.memory().zero(table);
      host.memory().store(table + (page >>> (12 + 9 * (level - 1)) & 511) * 8, word);
      word = table | PRESENT | rights;
    }
    host.memory().store(empty.slot(), word);
    return new Outcome.Done(gainedUser ? Flush.ALL : Flush.NONE);
  }

  /// Adds `rights` to the links on the path of `page`; tells whether one gained USER.
  private boolean widen(long page, long rights) {
    var gained = 0L;
    var found = entry(host.root(), page, host.levels());
    while (found.kind() == Kind.LINK) {
      var lacking = rights & ~found.word();
      if (lacking != 0) {
        add(found, lacking);
      }
      gained |= lacking;
      found = entry(found.word() & ADDRESS, page, found.level() - 1);
    }
    return (gained & USER) != 0;
  }

  /// Adds `bits` to `entry`. ACCESSED stays, if the processor sets it meanwhile.
  private void add(Entry entry, long bits) {
    var word = entry.word();
    for (var seen = exchange(entry, word, word | bits);
        seen != word;
        seen = exchange(entry, word, word | bits)) {
      word = seen;
    }
  }

  /// Empties the slot of `entry`. Returns what stood there last: the processor may have set ACCESSED
  /// and DIRTY meanwhile.
  private Entry remove(Entry entry) {
    var word = entry.word();
    for (var seen = exchange(entry, word, 0); seen != word; seen = exchange(entry, word, 0)) {
      word = seen;
    }
    return new Entry(entry.level(), entry.slot(), word, entry.kind());
  }

  private long exchange(Entry entry, long expected, long word) {
    return host.memory().compareAndExchange(entry.slot(), expected, word);
  }

  /// Returns why there is no page to work on, as every operation but map tells it.
  private Outcome refuse(Entry found) {
    return switch (found.kind()) {
      case EMPTY, MARKER -> Outcome.refused(Refusal.NOT_MAPPED);
      case LINK, LEAF, BROKEN -> Outcome.refused(Refusal.PARENT_HUGE_PAGE);
    };
  }

  private Outcome refuse(long page) {
    return Outcome.refused(isCanonical(page) ? Refusal.MISALIGNED : Refusal.NON_CANONICAL);
  }

  private boolean isPage(long page) {
    return isCanonical(page) && (page & 4095) == 0;
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    if (size != PageSize.SIZE_4K) {
      return Outcome.UNSUPPORTED;
    } else if (!isPage(page)) {
      return refuse(page);
    }
    var found = walk(page);
    if (found.level() > 1 || found.kind() != Kind.LEAF) {
      return refuse(found);
    }
    var removed = remove(found);
    return new Outcome.Removed(removed.frame(), removed.flags(), Flush.PAGE);
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    if (size != PageSize.SIZE_4K) {
      return Outcome.UNSUPPORTED;
    } else if (!isPage(page)) {
      return refuse(page);
    } else if (flags.has(EntryFlags.HUGE_PAGE)) {
      return Outcome.refused(Refusal.INVALID_FLAGS);
    }
    var found = walk(page);
    if (found.level() > 1 || found.kind() == Kind.EMPTY) {
      return refuse(found);
    }
    var word = word(found.frame(), flags);
    if (word == 0) {
      return Outcome.refused(Refusal.INVALID_FLAGS);
    }
    var gainedUser = widen(page, word & (WRITABLE | USER));
    host.memory().store(found.slot(), word);
    return new Outcome.Done(gainedUser ? Flush.ALL : flushOf(found.word(), word));
  }

  private static Flush flushOf(long before, long after) {
    var taken =
        (before & ~after & (PRESENT | WRITABLE | USER))
            | (after & ~before & (NO_EXECUTE | USER))
            | ((before ^ after) & (CACHING | BIT_7));
    return (before & PRESENT) != 0 && taken != 0 ? Flush.PAGE : Flush.NONE;
  }

  @Override
  public Outcome translatePage(long page, PageSize size) {
    if (size != PageSize.SIZE_4K) {
      return Outcome.UNSUPPORTED;
    } else if (!isPage(page)) {
      return refuse(page);
    }
    var found = walk(page);
    return found.level() == 1 && found.kind() == Kind.LEAF
        ? new Outcome.Found(found.frame(), found.flags())
        : refuse(found);
  }

  @Override
  public Outcome translate(long address) {
    if (!isCanonical(address)) {
      return Outcome.refused(Refusal.NON_CANONICAL);
    }
    var found = walk(address);
    return switch (found.kind()) {
      case EMPTY, MARKER -> Outcome.refused(Refusal.NOT_MAPPED);
      case LINK, BROKEN -> Outcome.refused(Refusal.INVALID_FRAME_ADDRESS);
      case LEAF -> {
        var size = PageSize.byLeafLevel(found.level()).orElseThrow();
        var offset = address & size.offsetMask();
        yield new Outcome.Translated(size, found.frame(), offset, found.flags());
      }
    };
  }
}
