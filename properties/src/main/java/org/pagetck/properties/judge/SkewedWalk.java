package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.properties.observation.LongBag;

/// All that walks of one address can find while a step is under way: each level is read at some
/// moment, none before the level above it.
final class SkewedWalk {
  private static final int NOWHERE = 0;

  private final Timeline timeline;
  private final long root;
  private final LongBag found = new LongBag();
  private long address;
  private int until;
  private int stopLevel;

  SkewedWalk(Timeline timeline, long root) {
    this.timeline = timeline;
    this.root = root;
  }

  /// Returns the sights of walks of `to` between the times `from` and `until`; valid until the next
  /// call. Without an order of stores, there is what was before and what is after alone.
  LongBag sights(long to, int from, int until) {
    return sights(to, from, until, NOWHERE);
  }

  /// Returns the same for walks that do not look into tables below `stopLevel`.
  LongBag sights(long to, int from, int until, int stopLevel) {
    found.clear();
    this.address = to;
    this.stopLevel = stopLevel;
    if (timeline.isOrdered()) {
      this.until = until;
      descend(root, timeline.rootLevel(), from, Sight.ALL_RIGHTS);
    } else {
      add(sight(to, from, stopLevel));
      add(sight(to, until, stopLevel));
    }
    return found;
  }

  /// Returns what a walk at `time` finds.
  long sight(long to, int time) {
    return sight(to, time, NOWHERE);
  }

  /// Returns what a walk at `time` finds that does not look into tables below `stop`.
  long sight(long to, int time, int stop) {
    var table = root;
    var rights = Sight.ALL_RIGHTS;
    for (var level = timeline.rootLevel(); ; level--) {
      var word = timeline.wordAt(entry(table, to, level), time);
      rights = Sight.restrict(rights, word);
      switch (timeline.format().stateOf(level, word)) {
        case EMPTY, RESERVED, MALFORMED -> {
          return Sight.ABSENT;
        }
        case LEAF -> {
          return Sight.leaf(level, word, rights);
        }
        case LINK -> {
          if (level == stop) {
            return Sight.table(level, EntryWord.linkAddress(word), rights);
          }
          table = EntryWord.linkAddress(word);
        }
      }
    }
  }

  /// Returns the rights that the links above the entry at `level` leave a walk of `to` at `time`.
  long rightsAbove(long to, int level, int time) {
    var table = root;
    var rights = Sight.ALL_RIGHTS;
    for (var above = timeline.rootLevel(); above > level; above--) {
      var word = timeline.wordAt(entry(table, to, above), time);
      rights = Sight.restrict(rights, word);
      table = EntryWord.linkAddress(word);
    }
    return rights;
  }

  private static long entry(long table, long to, int level) {
    return table + (long) Levels.index(to, level) * Levels.ENTRY_BYTES;
  }

  private void descend(long table, int level, int time, long rights) {
    var at = entry(table, address, level);
    read(timeline.wordAt(at, time), level, time, rights);
    for (var store = timeline.nextStore(at, time);
        store >= 0 && store < until;
        store = timeline.nextStore(at, store + 1)) {
      read(timeline.wordAfter(store), level, store + 1, rights);
    }
  }

  private void read(long word, int level, int time, long rights) {
    var left = Sight.restrict(rights, word);
    var next = EntryWord.linkAddress(word);
    switch (timeline.format().stateOf(level, word)) {
      case EMPTY, RESERVED, MALFORMED -> add(Sight.ABSENT);
      case LEAF -> add(Sight.leaf(level, word, left));
      case LINK -> {
        if (level == stopLevel) {
          add(Sight.table(level, next, left));
        } else {
          descend(next, level - 1, time, left);
        }
      }
    }
  }

  private void add(long sight) {
    if (!found.contains(sight)) {
      found.add(sight);
    }
  }
}
