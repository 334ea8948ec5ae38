package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.observation.StepObservation;

/// Judges single stores that change the page size of an address (ORD-05): the pieces must say what
/// the larger page says.
final class SizeChange {
  /// How many entries are compared for one store.
  private static final int ENTRY_COUNT_MAX = 1 << 14;

  private final Timeline timeline;
  private int left;

  SizeChange(Timeline timeline) {
    this.timeline = timeline;
  }

  void judge(StepObservation seen, Verdicts verdicts) {
    var exercised = false;
    for (var i = 0; i < timeline.visibleCount(); i++) {
      if ((timeline.before(i) & timeline.after(i) & EntryFlags.PRESENT) != 0) {
        exercised = true;
        left = ENTRY_COUNT_MAX;
        if (differ(i, timeline.level(i), timeline.before(i), timeline.after(i))) {
          verdicts.accuse(
              Requirement.ORD_05,
              "%s: changes the page size and more in one store"
                  .formatted(seen.operation().kind().family().key()),
              "the entry for 0x%x at level %d goes from 0x%x to 0x%x"
                  .formatted(
                      timeline.base(i), timeline.level(i), timeline.before(i), timeline.after(i)));
        }
      }
    }
    if (exercised) {
      verdicts.exercise(Requirement.ORD_05);
    }
  }

  /// Tells whether the entries `old` and `now` at `level`, each as visible store `index` finds or
  /// leaves it, translate some address with different sizes and differ otherwise too.
  private boolean differ(int index, int level, long old, long now) {
    var before = timeline.format().stateOf(level, old);
    var after = timeline.format().stateOf(level, now);
    if (before == SlotState.LEAF && after == SlotState.LINK) {
      return piecesDiffer(index, level, Sight.leaf(level, old, all(old)), now, all(now));
    }
    if (before == SlotState.LINK && after == SlotState.LEAF) {
      return piecesDiffer(index, level, Sight.leaf(level, now, all(now)), old, all(old));
    }
    if (before != SlotState.LINK || after != SlotState.LINK || sameTable(old, now)) {
      return false;
    }
    for (var i = 0; i < Levels.ENTRY_COUNT && --left > 0; i++) {
      var offset = (long) i * Levels.ENTRY_BYTES;
      if (differ(index, level - 1, load(index, old, offset), load(index, now, offset))) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameTable(long old, long now) {
    return EntryWord.linkAddress(old) == EntryWord.linkAddress(now);
  }

  private static long all(long word) {
    return Sight.restrict(Sight.ALL_RIGHTS, word);
  }

  private long load(int index, long link, long offset) {
    return timeline.wordAt(EntryWord.linkAddress(link) + offset, timeline.time(index));
  }

  /// Tells whether a present piece below `link`, which is at `level`, is not that part of `whole`.
  private boolean piecesDiffer(int index, int level, long whole, long link, long rights) {
    for (var i = 0; i < Levels.ENTRY_COUNT && --left > 0; i++) {
      var word = load(index, link, (long) i * Levels.ENTRY_BYTES);
      var granted = Sight.restrict(rights, word);
      var differs =
          switch (timeline.format().stateOf(level - 1, word)) {
            case EMPTY, RESERVED, MALFORMED -> false;
            case LEAF ->
                !Sight.isPiece(Sight.leaf(level - 1, word, granted), whole, piece(level, i));
            case LINK ->
                piecesDiffer(
                    index, level - 1, Sight.shifted(whole, piece(level, i)), word, granted);
          };
      if (differs) {
        return true;
      }
    }
    return false;
  }

  private static long piece(int level, int index) {
    return (long) index << Levels.shift(level - 1);
  }
}
