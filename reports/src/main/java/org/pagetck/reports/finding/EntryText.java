package org.pagetck.reports.finding;

import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.properties.record.EvidenceRecord.MachineRow;

/// Says what the word of a table entry means: `LEAF 0x1000 PRESENT|WRITABLE`.
final class EntryText {
  private final EntryFormat format;

  /// Creates it for entries of one machine.
  EntryText(MachineRow machine) {
    this.format =
        new EntryFormat(
            machine.physicalWidth(),
            machine.noExecute(),
            machine.memoryStartAddress(),
            machine.memoryBytes());
  }

  /// Returns what `word` means at `level`.
  String of(int level, long word) {
    var state = format.stateOf(level, word);
    return switch (state) {
      case EMPTY -> "EMPTY";
      case LINK ->
          "LINK 0x%x %s"
              .formatted(EntryWord.linkAddress(word), new EntryFlags(EntryWord.linkFlags(word)));
      case LEAF, RESERVED, MALFORMED ->
          level <= 3
              ? leaf(state.name(), level, word)
              : "%s 0x%x %s"
                  .formatted(
                      state,
                      EntryWord.linkAddress(word),
                      new EntryFlags(EntryWord.linkFlags(word)));
    };
  }

  private static String leaf(String state, int level, long word) {
    var huge = level > 1 ? word & EntryFlags.HUGE_PAGE : 0;
    return "%s 0x%x %s"
        .formatted(
            state,
            EntryWord.leafAddress(level, word),
            new EntryFlags(EntryWord.leafFlags(level, word) | huge));
  }
}
