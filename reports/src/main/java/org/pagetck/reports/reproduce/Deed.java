package org.pagetck.reports.reproduce;

import java.util.List;
import org.pagetck.model.operation.Operation;

/// One line of a trace as a reproducer carries it out.
sealed interface Deed {
  /// Returns the line as the trace has it.
  String line();

  /// The mapper is called.
  ///
  /// @param owed the owed answer, as the report tells it
  /// @param given the given answer
  record Call(String line, Operation operation, String owed, String given) implements Deed {}

  /// The host sets entries; a table that one of them leads to is zeroed before.
  record Entries(String line, List<Entry> entries) implements Deed {
    /// Copies the list.
    public Entries {
      entries = List.copyOf(entries);
    }
  }

  /// An entry that the host sets: the bits outside `keep` become those of `word`.
  ///
  /// @param zeroes the frame of the table that the entry links and the host zeroes first, or 0
  record Entry(int level, long address, long keep, long word, long zeroes) {}

  /// At most `frames` more frames are to be had; all of them where it is negative.
  record Budget(String line, int frames) implements Deed {}

  /// Nothing that a reproducer can do, and why that is so.
  record LeftOut(String line, String why) implements Deed {}
}
