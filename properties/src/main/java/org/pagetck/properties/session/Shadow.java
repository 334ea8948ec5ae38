package org.pagetck.properties.session;

import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Effects;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.StepObservation;
import org.pagetck.properties.observation.TableMap;

/// What memory is known to hold, beside what it holds: where the two differ, a store was not seen.
///
/// @param bytes the bytes and their shadow
/// @param tables which frames were in use
record Shadow(TableBytes bytes, TableMap tables) {
  /// Makes the shadow what the bytes are now, where a step without violation was found to have
  /// changed them by comparing.
  void accept(StepObservation seen) {
    if (seen.effects() != Effects.DIFF) {
      return;
    }
    for (var i = 0; i < seen.changes().count(); i++) {
      var address = seen.changes().address(i);
      bytes.storeShadow(address, bytes.load(address));
    }
    for (var i = 0; i < seen.taken().count(); i++) {
      if (bytes.frameIndex(seen.taken().get(i)) >= 0) {
        bytes.acceptFrame(seen.taken().get(i));
      }
    }
  }

  /// Returns the address of a word in a frame that was in use and differs from what the steps
  /// showed, or -1.
  long firstUnseenChange() {
    for (var i = 0; i < tables.usedCount(); i++) {
      var entry = bytes.firstDifference(tables.usedFrame(i), 0);
      if (entry >= 0) {
        return tables.usedFrame(i) + (long) entry * Levels.ENTRY_BYTES;
      }
    }
    return -1;
  }

  /// Tells whether any word differs from what the steps showed, and undoes it.
  boolean audit() {
    return bytes.undoDifferences();
  }
}
