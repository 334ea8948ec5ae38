package org.pagetck.properties.exhaust;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.space.Table;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.LongBag;
import org.pagetck.properties.session.Checkpoint;
import org.pagetck.properties.session.Session;

/// Writes states as byte strings and reads them.
///
/// A *key* holds the entries of all tables, in the order of a walk from the root, and the model
/// beside them, but not where the tables lie: states whose tables lie in other frames have the same
/// key. The *places* hold the rest: the frame of each table in the same order, and the stock.
final class StateCodec {
  private static final int CODE_SHIFT = 9;
  private static final int INDEX_MASK = Levels.ENTRY_COUNT - 1;

  private final SlotCodes.Reader codes;
  private final long[] accessible;
  private final LongBag stock = new LongBag();
  private final ByteBag key = new ByteBag();
  private final ByteBag places = new ByteBag();

  /// Creates one for one thread. Of the addresses that were accessed, `accessible` are all.
  StateCodec(SlotCodes codes, long[] accessible) {
    this.codes = codes.new Reader();
    this.accessible = accessible.clone();
  }

  /// Returns the key that was written last.
  ByteBag key() {
    return key;
  }

  /// Returns the places that were written last.
  ByteBag places() {
    return places;
  }

  /// Writes the state that `session` is in.
  void write(Session session) {
    key.clear();
    places.clear();
    var space = session.space();
    var bytes = session.seen().bytes();
    write(bytes, space.root(), space.rules().levels(), bytes.start());
    stock.clear();
    session.copyStock(stock);
    places.addShort((int) stock.get(0));
    for (var i = 1; i < stock.count(); i++) {
      places.addShort(bytes.frameIndex(stock.get(i)));
    }
  }

  private void write(TableBytes bytes, Table table, int level, long frame) {
    key.addShort(table.size());
    for (var index = table.firstOccupied(0); index >= 0; index = table.firstOccupied(index + 1)) {
      var slot = table.get(index);
      var word = bytes.load(frame + (long) index * Levels.ENTRY_BYTES);
      key.addInt((codes.of(level, word, slot) << CODE_SHIFT) | index);
      if (slot instanceof Slot.Link link) {
        var below = EntryWord.linkAddress(word);
        places.addShort(bytes.frameIndex(below));
        write(bytes, link.table(), level - 1, below);
      }
    }
  }

  /// Reads a state.
  Checkpoint read(SpaceRules rules, StateText text) {
    return new Reading(rules, text).checkpoint();
  }

  /// The reading of one state.
  private final class Reading {
    private final SpaceRules rules;
    private final StateText text;
    private final LongBag tables = new LongBag();
    private final LongBag entries = new LongBag();
    private int keyAt;
    private int placesAt;

    Reading(SpaceRules rules, StateText text) {
      this.rules = rules;
      this.text = text;
      this.keyAt = text.keyAt();
      this.placesAt = text.placesAt();
    }

    private long nextFrame() {
      var number = ByteBag.shortAt(text.places(), placesAt);
      placesAt += Short.BYTES;
      return rules.format().memoryStart() + (long) number * Levels.TABLE_BYTES;
    }

    Checkpoint checkpoint() {
      var start = rules.format().memoryStart();
      var root = table(rules.levels(), start, 0);
      var space = AddressSpace.of(rules, root, tables.count() / 3);
      var checkpoint = new Checkpoint(space);
      for (var i = 0; i < tables.count(); i += 3) {
        checkpoint.addTable(tables.get(i), (int) tables.get(i + 1), tables.get(i + 2));
      }
      for (var i = 0; i < entries.count(); i += 2) {
        checkpoint.addEntry(entries.get(i), entries.get(i + 1));
      }
      checkpoint.addStock(ByteBag.shortAt(text.places(), placesAt));
      placesAt += Short.BYTES;
      while (placesAt < text.placesAt() + text.placesLength()) {
        checkpoint.addStock(nextFrame());
      }
      for (var address : accessible) {
        if (isAccessed(space, address)) {
          checkpoint.addAccessed(address);
        }
      }
      return checkpoint;
    }

    private Table table(int level, long frame, long base) {
      var table = Table.EMPTY;
      var count = ByteBag.shortAt(text.key(), keyAt);
      keyAt += Short.BYTES;
      for (var i = 0; i < count; i++) {
        var entry = ByteBag.intAt(text.key(), keyAt);
        keyAt += Integer.BYTES;
        table = table.with(entry & INDEX_MASK, slot(entry, level, frame, base));
      }
      return table;
    }

    private Slot slot(int entry, int level, long frame, long base) {
      var index = entry & INDEX_MASK;
      var code = entry >>> CODE_SHIFT;
      var word = codes.word(code);
      var below = Table.EMPTY;
      if (codes.isLink(code)) {
        var next = nextFrame();
        var first = base + ((long) index << Levels.shift(level));
        tables.add(next);
        tables.add(level - 1);
        tables.add(first);
        word = EntryWord.link(next, EntryWord.linkFlags(word));
        below = table(level - 1, next, first);
      }
      entries.add(frame + (long) index * Levels.ENTRY_BYTES);
      entries.add(word);
      return codes.slot(code, level, below);
    }
  }

  /// Tells whether a processor accessed the page of `address`: no flag set that is passed has
  /// ACCESSED.
  private static boolean isAccessed(AddressSpace space, long address) {
    for (var size : PageSize.all()) {
      if (space.slotAt(size.leafLevel(), address) instanceof Slot.Leaf leaf) {
        return (leaf.flags() & EntryFlags.ACCESSED) != 0;
      }
    }
    return false;
  }
}
