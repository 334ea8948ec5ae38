package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.properties.observation.StepObservation;

/// The links that one step stored: into tables that were there, and into those that it made.
final class NewLinks {
  private static final long LINK_TEST = EntryFlags.PRESENT | EntryFlags.HUGE_PAGE;

  private NewLinks() {}

  /// Tells whether any of them leads to `frame`, which the step took.
  static boolean leadTo(StepObservation seen, long frame) {
    return countInOldTables(seen, frame) > 0 || isLinkedFromNewTable(seen, frame);
  }

  /// Returns how many entries, of tables that were there before, were changed to lead to `frame`.
  static int countInOldTables(StepObservation seen, long frame) {
    var changes = seen.changes();
    var count = 0;
    for (var i = 0; i < changes.count(); i++) {
      var at = changes.address(i);
      if (seen.tables().levelAt(at) > 1 && isLinkTo(seen.bytes().load(at), frame)) {
        count++;
      }
    }
    return count;
  }

  private static boolean isLinkedFromNewTable(StepObservation seen, long frame) {
    var taken = seen.taken();
    for (var i = 0; i < taken.count(); i++) {
      if (taken.get(i) != frame && holdsLinkTo(seen, taken.get(i), frame)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsLinkTo(StepObservation seen, long table, long frame) {
    var bytes = seen.bytes();
    for (var index = bytes.firstNonZero(table, 0);
        index >= 0;
        index = bytes.firstNonZero(table, index + 1)) {
      if (isLinkTo(bytes.load(table + (long) index * Levels.ENTRY_BYTES), frame)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLinkTo(long word, long frame) {
    return (word & LINK_TEST) == EntryFlags.PRESENT && EntryWord.linkAddress(word) == frame;
  }
}
