package org.pagetck.model.space;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Cause;
import org.pagetck.model.contract.NonPresent;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Refusal;

/// The tests of arguments, which come before everything else. Reasons are bits by ordinal; the
/// order of [#ORDER] decides which one is owed.
final class Arguments {
  /// ROB-01, ROB-02, ROB-03, UPD-03 in the contract's order.
  private static final Refusal[] ORDER = {
    Refusal.NON_CANONICAL, Refusal.MISALIGNED, Refusal.OUT_OF_RANGE, Refusal.INVALID_FLAGS
  };

  private static final int NON_CANONICAL = bit(Refusal.NON_CANONICAL);
  private static final int MISALIGNED = bit(Refusal.MISALIGNED);
  private static final int OUT_OF_RANGE = bit(Refusal.OUT_OF_RANGE);
  private static final int INVALID_FLAGS = bit(Refusal.INVALID_FLAGS);

  private Arguments() {}

  static int bit(Refusal reason) {
    return 1 << reason.ordinal();
  }

  /// Returns the reason that the contract's order names first among `reasons`, which is not 0.
  static Refusal first(int reasons) {
    for (var reason : ORDER) {
      if ((reasons & bit(reason)) != 0) {
        return reason;
      }
    }
    throw new IllegalArgumentException("no reason among " + reasons);
  }

  /// Returns the reasons that a contract with causes of its own choice may name besides the owed
  /// one.
  static int alternatives(SpaceRules rules, int reasons) {
    return rules.contract().cause() == Cause.ANY ? reasons : 0;
  }

  static int ofAddress(SpaceRules rules, long address) {
    return Levels.isCanonical(address, rules.levels()) ? 0 : NON_CANONICAL;
  }

  static int ofPage(SpaceRules rules, long page, PageSize size) {
    return ofAddress(rules, page) | (size.isAligned(page) ? 0 : MISALIGNED);
  }

  static int ofLeafFlags(SpaceRules rules, EntryFlags flags) {
    var refused =
        rules.contract().nonPresent() == NonPresent.REFUSED && !flags.has(EntryFlags.PRESENT);
    return refused || flags.hasAny(rules.noLeafFlags()) ? INVALID_FLAGS : 0;
  }

  static int ofLinkFlags(SpaceRules rules, EntryFlags flags) {
    return flags.hasAny(rules.noLinkFlags()) ? INVALID_FLAGS : 0;
  }

  static int ofLevel(SpaceRules rules, int level) {
    return level < 2 || level > rules.levels() ? OUT_OF_RANGE : 0;
  }

  static int ofMap(SpaceRules rules, Operation.AnyMap map) {
    var size = map.size();
    var frame = map.frame();
    var reasons = ofPage(rules, map.page(), size) | ofLeafFlags(rules, map.flags());
    if (!size.isAligned(frame)) {
      reasons |= MISALIGNED;
    }
    if (!rules.format().isInWidth(frame)) {
      reasons |= OUT_OF_RANGE;
    }
    if (map instanceof Operation.MapWithTableFlags(_, _, _, _, EntryFlags tableFlags)) {
      reasons |= ofLinkFlags(rules, tableFlags);
    }
    var word = EntryWord.leaf(size.leafLevel(), frame, stored(rules, map.flags()));
    return word == 0 ? reasons | INVALID_FLAGS : reasons;
  }

  /// Returns the flag bits that are stored for `flags`: with PRESENT where the contract forces it.
  static long stored(SpaceRules rules, EntryFlags flags) {
    return rules.contract().nonPresent() == NonPresent.FORCED
        ? flags.bits() | EntryFlags.PRESENT
        : flags.bits();
  }
}
