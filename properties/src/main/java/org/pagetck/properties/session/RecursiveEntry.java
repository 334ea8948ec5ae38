package org.pagetck.properties.session;

import java.util.OptionalInt;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.memory.TableBytes;

/// The entry of the top table that leads back to it, where the mapper declares one. The host makes
/// it, as boot code does.
///
/// What it covers are the tables themselves. Nothing is asked of the mapper there, and the host
/// leaves it alone.
final class RecursiveEntry {
  private static final long FLAGS = EntryFlags.PRESENT | EntryFlags.WRITABLE;

  private final OptionalInt index;
  private final int levels;
  private long word;

  RecursiveEntry(OptionalInt index, int levels) {
    this.index = index;
    this.levels = levels;
  }

  /// Makes the entry in the top table, which is the first frame of `bytes`.
  void make(TableBytes bytes) {
    word = EntryWord.link(bytes.start(), FLAGS);
    restore(bytes);
  }

  /// Makes it again as it was when the mapper had been opened.
  void restore(TableBytes bytes) {
    if (index.isPresent()) {
      bytes.storeAsHost(address(bytes), word);
    }
  }

  /// Takes over what the mapper made of the entry when it was opened, as long as it leads back.
  void accept(TableBytes bytes) {
    if (index.isPresent()) {
      var now = bytes.load(address(bytes));
      if (EntryWord.linkAddress(now) == bytes.start() && (now & EntryFlags.PRESENT) != 0) {
        word = now;
        restore(bytes);
      }
    }
  }

  private long address(TableBytes bytes) {
    return bytes.start() + (long) index.orElse(0) * Levels.ENTRY_BYTES;
  }

  /// Tells whether `operation` names an address that the entry covers.
  boolean covers(Operation operation) {
    return switch (operation) {
      case Operation.OnPage call -> covers(call.page());
      case Operation.Translate call -> covers(call.address());
      case Operation.SetTableFlags call -> covers(call.address());
      case Operation.CleanUp _ -> false;
    };
  }

  /// Tells whether `event` would change the entry, or tables of which the mapper cannot know that
  /// its own are among them.
  boolean forbids(TraceLine.HostEvent event) {
    return switch (event) {
      case TraceLine.Plant plant -> covers(plant.address());
      case TraceLine.Access access -> covers(access.address());
      case TraceLine.Poke _ -> index.isPresent();
      case TraceLine.Budget _, TraceLine.FlushPolicy _ -> false;
    };
  }

  private boolean covers(long address) {
    return index.isPresent()
        && Levels.isCanonical(address, levels)
        && Levels.index(address, levels) == index.getAsInt();
  }
}
