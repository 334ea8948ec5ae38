package org.pagetck.properties.session;

import org.pagetck.model.space.AddressSpace;
import org.pagetck.properties.observation.LongBag;

/// A state that a session can go to: the model, where its tables lie, what their entries hold, and
/// which frames are in stock. Entries that are not named are 0.
///
/// It is all the state there is of a mapper that declares itself `restorable`; flushes that wait
/// are no part of it.
public final class Checkpoint {
  private final AddressSpace space;
  private final LongBag frames = new LongBag();
  private final LongBag levels = new LongBag();
  private final LongBag bases = new LongBag();
  private final LongBag addresses = new LongBag();
  private final LongBag words = new LongBag();
  private final LongBag stock = new LongBag();
  private final LongBag accessed = new LongBag();

  /// Creates one of `space` in which nothing else was said.
  public Checkpoint(AddressSpace space) {
    this.space = space;
  }

  /// Says that the table of `level` whose first virtual address is `base` lies at `frame`. The root
  /// is not named.
  public void addTable(long frame, int level, long base) {
    frames.add(frame);
    levels.add(level);
    bases.add(base);
  }

  /// Says that the entry at `address`, in a table, holds `word`.
  public void addEntry(long address, long word) {
    addresses.add(address);
    words.add(word);
  }

  /// Says what is in stock, word by word as [Session#copyStock] gives it.
  public void addStock(long word) {
    stock.add(word);
  }

  /// Says that a processor accessed `address`.
  public void addAccessed(long address) {
    accessed.add(address);
  }

  /// Returns the model.
  public AddressSpace space() {
    return space;
  }

  int tableCount() {
    return frames.count();
  }

  long frame(int table) {
    return frames.get(table);
  }

  int level(int table) {
    return (int) levels.get(table);
  }

  long base(int table) {
    return bases.get(table);
  }

  boolean hasTable(long frame) {
    return frames.contains(frame);
  }

  int entryCount() {
    return addresses.count();
  }

  long address(int entry) {
    return addresses.get(entry);
  }

  long word(int entry) {
    return words.get(entry);
  }

  LongBag stock() {
    return stock;
  }

  LongBag accessed() {
    return accessed;
  }
}
