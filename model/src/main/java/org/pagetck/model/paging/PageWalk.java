package org.pagetck.model.paging;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;

/// The x86-64 page walk as a pure function over words. It reads at most one entry per level and
/// stores nothing.
///
/// Source: Intel SDM vol. 3, chapter "Paging"; each rule names its section.
public final class PageWalk {
  private static final long XD = EntryFlags.NO_EXECUTE;
  private static final int LEAF_LEVEL_MAX = 3;

  /// What one entry means to the processor.
  private enum EntryKind {
    ABSENT,
    RESERVED,
    LINK,
    LEAF
  }

  private final PagingMode mode;
  private final long[] linkReserved = new long[Levels.ROOT_MAX + 1];
  private final long[] leafReserved = new long[LEAF_LEVEL_MAX + 1];

  /// Creates the walk of `mode`.
  public PageWalk(PagingMode mode) {
    this.mode = mode;
    // "4-Level Paging and 5-Level Paging": reserved are bits 51 to MAXPHYADDR in every entry, bit
    // 63
    // where NXE is clear, PS in entries of level 4 and 5, and in larger leaves the bits between PAT
    // and the frame's alignment.
    for (var level = 1; level <= Levels.ROOT_MAX; level++) {
      linkReserved[level] =
          mode.reservedBits() | (level > LEAF_LEVEL_MAX ? EntryFlags.HUGE_PAGE : 0);
    }
    for (var level = 1; level <= LEAF_LEVEL_MAX; level++) {
      leafReserved[level] =
          mode.reservedBits()
              | EntryWord.leafAddress(
                  level, EntryWord.ADDRESS_MASK & (Levels.entrySpan(level) - 1));
    }
  }

  /// Returns the mode that it walks in.
  public PagingMode mode() {
    return mode;
  }

  /// Walks from the table at `root` and returns the outcome for all accesses as a [WalkWord].
  /// Allocates nothing.
  public long walk(WordReader words, long root, long address) {
    // vol. 1, "Canonical Addressing".
    if (!Levels.isCanonical(address, mode.levels())) {
      return WalkWord.NOT_CANONICAL;
    }
    var table = root;
    var withoutXd = -1L;
    for (var level = mode.levels(); ; level--) {
      var word = words.load(table + (long) Levels.index(address, level) * Levels.ENTRY_BYTES);
      // "Determination of Access Rights": R/W and U/S must be set, XD clear, in every entry.
      withoutXd &= word ^ XD;
      switch (kindOf(level, word)) {
        case ABSENT -> {
          return WalkWord.absent(level);
        }
        case RESERVED -> {
          return WalkWord.reserved(level);
        }
        case LEAF -> {
          return WalkWord.leaf(level, word, withoutXd ^ XD, physical(level, word, address));
        }
        case LINK -> table = EntryWord.linkAddress(word);
      }
    }
  }

  /// Returns the entries that the walk of `address` reads, root first; none where it is not
  /// canonical.
  public List<WalkStep> path(WordReader words, long root, long address) {
    var steps = new ArrayList<WalkStep>(mode.levels());
    if (!Levels.isCanonical(address, mode.levels())) {
      return steps;
    }
    var entry = root;
    for (var level = mode.levels(); level >= 1; level--) {
      entry += (long) Levels.index(address, level) * Levels.ENTRY_BYTES;
      var word = words.load(entry);
      steps.add(new WalkStep(level, entry, word));
      if (kindOf(level, word) != EntryKind.LINK) {
        break;
      }
      entry = EntryWord.linkAddress(word);
    }
    return steps;
  }

  /// Returns what the processor makes of `access` to `address` under `protection`.
  public WalkResult access(
      WordReader words, long root, long address, Access access, Protection protection) {
    var steps = path(words, root, address);
    if (steps.isEmpty()) {
      return new WalkResult.NotCanonical();
    }
    var last = steps.getLast();
    return switch (kindOf(last.level(), last.word())) {
      case ABSENT -> fault(FaultReason.NOT_PRESENT, last.level(), access, protection);
      case RESERVED -> fault(FaultReason.RESERVED_BIT, last.level(), access, protection);
      case LINK -> throw new AssertionError("a walk does not end at a link: " + last);
      case LEAF -> leaf(steps, address, access, protection);
    };
  }

  private WalkResult leaf(
      List<WalkStep> steps, long address, Access access, Protection protection) {
    var withoutXd = steps.stream().mapToLong(step -> step.word() ^ XD).reduce(-1L, (a, b) -> a & b);
    var combined = withoutXd ^ XD;
    var rights = new Rights(Rights.bitsOf(combined));
    if (!rights.allows(access, protection)) {
      return refused(steps, combined, access, protection);
    }
    var leaf = steps.getLast();
    var size = PageSize.byLeafLevel(leaf.level()).orElseThrow();
    var frame = new PhysAddr(EntryWord.leafAddress(leaf.level(), leaf.word()));
    return new WalkResult.Translated(
        new PhysFrame(frame, size),
        address & size.offsetMask(),
        leaf.word(),
        rights,
        updates(steps, access));
  }

  /// Names what forbids an access that the rights do not hold, and the highest entry that does.
  private WalkResult refused(
      List<WalkStep> steps, long combined, Access access, Protection protection) {
    var user = (combined & EntryFlags.USER) != 0;
    var fetch = access.kind() == AccessKind.FETCH;
    if (access.isUser() && !user) {
      var level = highest(steps, EntryFlags.USER, 0);
      return fault(FaultReason.SUPERVISOR_ONLY, level, access, protection);
    }
    if (!access.isUser() && user && fetch && protection.smep()) {
      return fault(FaultReason.SMEP, steps.getLast().level(), access, protection);
    }
    if (!access.isUser() && user && !fetch && protection.isSmapInForce()) {
      return fault(FaultReason.SMAP, steps.getLast().level(), access, protection);
    }
    return fetch
        ? fault(FaultReason.NO_EXECUTE, highest(steps, XD, XD), access, protection)
        : fault(FaultReason.READ_ONLY, highest(steps, EntryFlags.WRITABLE, 0), access, protection);
  }

  private static int highest(List<WalkStep> steps, long mask, long forbidding) {
    return steps.stream()
        .filter(step -> (step.word() & mask) == forbidding)
        .mapToInt(WalkStep::level)
        .findFirst()
        .orElseThrow();
  }

  /// "Accessed and Dirty Flags": ACCESSED in every entry used, DIRTY in the leaf of a write.
  private static List<EntryUpdate> updates(List<WalkStep> steps, Access access) {
    var updates = new ArrayList<EntryUpdate>();
    for (var step : steps) {
      var dirty = access.kind() == AccessKind.WRITE && step.equals(steps.getLast());
      var word = step.word() | EntryFlags.ACCESSED | (dirty ? EntryFlags.DIRTY : 0);
      if (word != step.word()) {
        updates.add(new EntryUpdate(step.address(), word));
      }
    }
    return updates;
  }

  private WalkResult fault(FaultReason reason, int level, Access access, Protection protection) {
    return new WalkResult.PageFault(ErrorCode.of(reason, access, protection, mode), level, reason);
  }

  /// "4-Level Paging and 5-Level Paging": PRESENT is looked at first, and where it is clear nothing
  /// else is.
  private EntryKind kindOf(int level, long word) {
    if ((word & EntryFlags.PRESENT) == 0) {
      return EntryKind.ABSENT;
    }
    // Bit 7 of a level-1 entry is PAT.
    var leaf = level == 1 || (level <= LEAF_LEVEL_MAX && (word & EntryFlags.HUGE_PAGE) != 0);
    if ((word & (leaf ? leafReserved[level] : linkReserved[level])) != 0) {
      return EntryKind.RESERVED;
    }
    return leaf ? EntryKind.LEAF : EntryKind.LINK;
  }

  private static long physical(int level, long word, long address) {
    return EntryWord.leafAddress(level, word) | (address & (Levels.entrySpan(level) - 1));
  }
}
