package org.pagetck.properties.observation;

import java.util.BitSet;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.memory.TableBytes;

/// Finds out what a call did: by its log where stores are recorded, by comparing bytes where they
/// are not.
public final class Observer {
  private final StepObservation seen;
  private final TableBytes bytes;
  private final TableMap tables;
  private final BitSet storedEntries = new BitSet();
  private final Attention attention;
  private boolean everything;

  /// Creates it; `attention` says what is compared after each step.
  public Observer(StepObservation seen, Attention attention) {
    this.seen = seen;
    this.bytes = seen.bytes();
    this.tables = seen.tables();
    this.attention = attention;
  }

  /// Completes the observation of a call that answered `given`.
  ///
  /// @param walkOnly whether the tables are not known, so that paths cannot be told
  public void complete(Outcome given, boolean walkOnly) {
    everything = attention != Attention.PATH || walkOnly;
    seen.setGiven(given);
    readAccounts();
    switch (seen.effects()) {
      case STORES -> replay();
      case DIFF -> compare();
      case NONE -> {}
    }
  }

  private void readAccounts() {
    var log = seen.log();
    for (var i = 0; i < log.count(); i++) {
      switch (log.kind(i)) {
        case EventLog.TAKE -> {
          seen.taken().add(log.a(i));
          tables.list(log.a(i));
        }
        case EventLog.GIVE_BACK -> seen.givenBack().add(log.a(i));
        default -> {}
      }
    }
  }

  /// Plays the recorded stores into the shadow, in order.
  private void replay() {
    var log = seen.log();
    if (!storedEntries.isEmpty()) {
      storedEntries.clear();
    }
    for (var i = 0; i < log.count(); i++) {
      var address = log.a(i);
      switch (log.kind(i)) {
        case EventLog.STORE, EventLog.EXCHANGE, EventLog.NARROW -> {
          if (bytes.isWord(address)) {
            store(i, address, log.b(i));
          }
        }
        case EventLog.ZERO -> zero(i, address);
        default -> {}
      }
    }
    for (var i = 0; i < log.count(); i++) {
      if (isStore(log.kind(i))
          && bytes.isWord(log.a(i))
          && bytes.load(log.a(i)) != bytes.loadShadow(log.a(i))) {
        seen.setBehindLog(log.a(i));
      }
    }
    if (everything) {
      compareUsed();
    }
  }

  private static boolean isStore(int kind) {
    return kind == EventLog.STORE || kind == EventLog.EXCHANGE || kind == EventLog.NARROW;
  }

  private void store(int event, long address, long word) {
    seen.addStore();
    var old = bytes.loadShadow(address);
    seen.stores().add(event, address, old, word);
    var made = isTaken(address) ? seen.newTables().indexOf(address) : -1;
    if (isTaken(address)) {
      storedEntries.set(entryNumber(address));
    } else {
      seen.changes().add(address, old);
    }
    bytes.storeShadow(address, word);
    if (!isLink(word) || !isTaken(EntryWord.linkAddress(word))) {
      return;
    }
    if (made >= 0) {
      publish(word, seen.newTables().level(made), seen.newTables().virtualOf(made, address));
    } else if (!isTaken(address) && tables.levelAt(address) > 0) {
      publish(word, tables.levelAt(address), tables.virtualOf(address));
    }
  }

  /// Notes the table that the link `word`, at `level` for the address `base`, makes reachable.
  private void publish(long word, int level, long base) {
    var table = EntryWord.linkAddress(word);
    if (level > 1 && seen.newTables().indexOf(table) < 0) {
      seen.newTables().add(table, level - 1, base, seen.stores().count() - 1);
      readNewTable(table, level - 1, base);
    }
  }

  /// Returns the number of an entry among those of the frames that this step took.
  private int entryNumber(long address) {
    var frame = seen.taken().indexOf(address & -Levels.TABLE_BYTES);
    return frame * Levels.ENTRY_COUNT
        + (int) (address & (Levels.TABLE_BYTES - 1)) / Levels.ENTRY_BYTES;
  }

  private boolean isTaken(long address) {
    return seen.taken().contains(address & -Levels.TABLE_BYTES);
  }

  private void zero(int event, long frame) {
    if (bytes.frameIndex(frame) < 0 || (frame & (Levels.TABLE_BYTES - 1)) != 0) {
      return;
    }
    seen.addStore();
    if (!isTaken(frame) || seen.newTables().indexOf(frame) >= 0) {
      for (var entry = bytes.firstNonZeroShadow(frame, 0);
          entry >= 0;
          entry = bytes.firstNonZeroShadow(frame, entry + 1)) {
        var address = frame + (long) entry * Levels.ENTRY_BYTES;
        seen.stores().add(event, address, bytes.loadShadow(address), 0);
        if (!isTaken(frame)) {
          seen.changes().add(address, bytes.loadShadow(address));
        }
      }
    }
    bytes.zeroShadow(frame);
  }

  /// STR-10: looks whether the table of `level` at `frame`, which becomes reachable now, holds an
  /// old entry, here or further down. A leaf may name a frame that was taken; it leads nowhere.
  private void readNewTable(long frame, int level, long base) {
    for (var entry = bytes.firstNonZeroShadow(frame, 0);
        entry >= 0;
        entry = bytes.firstNonZeroShadow(frame, entry + 1)) {
      var address = frame + (long) entry * Levels.ENTRY_BYTES;
      var word = bytes.loadShadow(address);
      if (!storedEntries.get(entryNumber(address))) {
        if (seen.unzeroedTable() < 0 || (seen.unzeroedWord() & EntryFlags.PRESENT) == 0) {
          seen.setUnzeroedTable(frame, address, word);
        }
        if ((word & EntryFlags.PRESENT) != 0) {
          return;
        }
      } else if (level > 1 && isLink(word) && isTaken(EntryWord.linkAddress(word))) {
        publish(word, level, base + ((long) entry << Levels.shift(level)));
      }
    }
  }

  private static boolean isLink(long word) {
    return (word & (EntryFlags.PRESENT | EntryFlags.HUGE_PAGE)) == EntryFlags.PRESENT;
  }

  /// Finds changed words by comparing tables with their shadow.
  private void compare() {
    if (everything) {
      compareUsed();
    } else {
      comparePath();
    }
    for (var i = 0; i < seen.taken().count(); i++) {
      var frame = seen.taken().get(i);
      if (bytes.frameIndex(frame) >= 0 && bytes.firstDifference(frame, 0) >= 0) {
        seen.addStore();
      }
    }
  }

  private void compareUsed() {
    if (attention == Attention.ALL) {
      compareStrayed();
    }
    for (var i = 0; i < tables.usedCount(); i++) {
      var frame = tables.usedFrame(i);
      if (!seen.taken().contains(frame)) {
        compareFrame(frame);
      }
    }
  }

  /// Compares the frames that the same trace was found to have changed while it did not use them.
  private void compareStrayed() {
    for (var frame : bytes.undoneFrames()) {
      if (!tables.isUsed(frame)) {
        compareFrame(frame);
      }
    }
  }

  private void comparePath() {
    var rules = seen.before().rules();
    switch (seen.operation()) {
      case Operation.OnPage call -> comparePath(call.page(), rules.levels());
      case Operation.Translate call -> comparePath(call.address(), rules.levels());
      case Operation.SetTableFlags call -> comparePath(call.address(), rules.levels());
      case Operation.CleanUp _ -> compareUsed();
    }
  }

  /// Compares the tables on the path of `address` as it was before the call.
  private void comparePath(long address, int levels) {
    var frame = tables.usedFrame(0);
    for (var level = levels; level >= 1; level--) {
      var word = bytes.loadShadow(frame + (long) Levels.index(address, level) * Levels.ENTRY_BYTES);
      compareFrame(frame);
      frame = EntryWord.linkAddress(word);
      if (level == 1 || (word & EntryFlags.PRESENT) == 0 || tables.levelAt(frame) != level - 1) {
        return;
      }
    }
  }

  private void compareFrame(long frame) {
    var entry = bytes.firstDifference(frame, 0);
    while (entry >= 0) {
      var address = frame + (long) entry * Levels.ENTRY_BYTES;
      seen.addStore();
      seen.changes().add(address, bytes.loadShadow(address));
      if (seen.effects() == Effects.STORES) {
        seen.setBehindLog(address);
      }
      entry = bytes.firstDifference(frame, entry + 1);
    }
  }
}
