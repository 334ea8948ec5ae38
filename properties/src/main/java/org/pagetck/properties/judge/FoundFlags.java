package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.Slot;
import org.pagetck.properties.observation.StepObservation;

/// Flags that memory holds on the path of a call where the contract leaves a choice: rights that
/// links may have been given, and flags that the mapper sets in a leaf by itself.
final class FoundFlags {
  private FoundFlags() {}

  /// Returns the owed space with what memory holds of `linkFlags` in the links and of `leafFlags`
  /// in the leaf on the path of `call`.
  static AddressSpace adopt(
      StepObservation seen, Operation.OnPage call, long linkFlags, long leafFlags) {
    var space = seen.owedSpace();
    var page = call.page();
    var frame = seen.tables().usedFrame(0);
    for (var level = space.rules().levels(); level >= call.size().leafLevel(); level--) {
      var word = seen.bytes().load(frame + (long) Levels.index(page, level) * Levels.ENTRY_BYTES);
      if (!(space.slotAt(level, page) instanceof Slot.Link link)) {
        return space.adoptLeafFlags(level, page, EntryWord.leafFlags(level, word), leafFlags);
      }
      if (level > call.size().leafLevel()) {
        var flags = link.flags() | (EntryWord.linkFlags(word) & linkFlags);
        space = space.adoptLinkFlags(level, page, flags);
      }
      frame = EntryWord.linkAddress(word);
    }
    return space;
  }
}
