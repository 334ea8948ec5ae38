package org.pagetck.model.space;

import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;

/// What one slot of the address space holds.
public sealed interface Slot {
  /// The slot that holds nothing.
  Slot EMPTY = new Empty();

  /// Returns its state.
  SlotState state();

  /// Returns the word that stands in memory at `level`; `tableFrame` is where a link's table lies,
  /// and is ignored otherwise.
  long word(int level, long tableFrame);

  /// Nothing.
  record Empty() implements Slot {
    @Override
    public SlotState state() {
      return SlotState.EMPTY;
    }

    @Override
    public long word(int level, long tableFrame) {
      return 0;
    }
  }

  /// A word without PRESENT that is not 0.
  record Reserved(long word) implements Slot {
    @Override
    public SlotState state() {
      return SlotState.RESERVED;
    }

    @Override
    public long word(int level, long tableFrame) {
      return word;
    }
  }

  /// A link to a table.
  ///
  /// @param flags the link's flag bits, PRESENT among them
  /// @param table what the table holds
  /// @param chosen whether caller or host said which rights it gives, so that they limit what
  ///   leaves below are owed
  /// @param hostFrame the frame that the host planted, or 0 where the mapper chose one
  record Link(long flags, Table table, boolean chosen, long hostFrame) implements Slot {
    @Override
    public SlotState state() {
      return SlotState.LINK;
    }

    @Override
    public long word(int level, long tableFrame) {
      return EntryWord.link(tableFrame, flags);
    }

    @SuppressWarnings("ReferenceEquality") // sharing is what is asked about
    Link withTable(Table next) {
      return next == table ? this : new Link(flags, next, chosen, hostFrame);
    }

    Link withFlags(long next) {
      return next == flags ? this : new Link(next, table, chosen, hostFrame);
    }
  }

  /// A mapped page.
  ///
  /// @param frame first byte of its frame
  /// @param flags abstract flag bits, without HUGE_PAGE; PAT is [EntryFlags#PAT]
  record Leaf(long frame, long flags) implements Slot {
    @Override
    public SlotState state() {
      return SlotState.LEAF;
    }

    @Override
    public long word(int level, long tableFrame) {
      return EntryWord.leaf(level, frame, flags);
    }

    /// Returns the flags as a value.
    public EntryFlags entryFlags() {
      return new EntryFlags(flags);
    }
  }

  /// A PRESENT word that hardware cannot use.
  record Malformed(long word) implements Slot {
    @Override
    public SlotState state() {
      return SlotState.MALFORMED;
    }

    @Override
    public long word(int level, long tableFrame) {
      return word;
    }
  }
}
