package org.pagetck.model.space;

import java.util.Map;
import org.pagetck.model.address.Levels;
import org.pcollections.TreePMap;

/// One table: a persistent map from index to slot, empty slots left out.
public final class Table {
  /// The table without entries.
  public static final Table EMPTY = new Table(TreePMap.empty());

  private static final Integer[] INDICES = indices();

  private final TreePMap<Integer, Slot> slots;

  private Table(TreePMap<Integer, Slot> slots) {
    this.slots = slots;
  }

  private static Integer[] indices() {
    var indices = new Integer[Levels.ENTRY_COUNT];
    for (var index = 0; index < indices.length; index++) {
      indices[index] = index;
    }
    return indices;
  }

  /// Returns the slot at `index`, 0 to 511.
  public Slot get(int index) {
    var slot = slots.get(INDICES[index]);
    return slot == null ? Slot.EMPTY : slot;
  }

  /// Returns this table with `slot` at `index`.
  @SuppressWarnings("ReferenceEquality") // sharing is what is asked about
  public Table with(int index, Slot slot) {
    if (slot instanceof Slot.Empty) {
      return new Table(slots.minus(INDICES[index]));
    }
    return slots.get(INDICES[index]) == slot ? this : new Table(slots.plus(INDICES[index], slot));
  }

  /// Tells whether all entries are empty.
  public boolean isEmpty() {
    return slots.isEmpty();
  }

  /// Returns the number of entries that are not empty.
  public int size() {
    return slots.size();
  }

  /// Returns the index, at `fromIndex` or after it, of the first entry that is not empty, or -1.
  public int firstOccupied(int fromIndex) {
    var index = fromIndex < Levels.ENTRY_COUNT ? slots.ceilingKey(INDICES[fromIndex]) : null;
    return index == null ? -1 : index;
  }

  /// Returns the entries that are not empty, by ascending index.
  public Iterable<Map.Entry<Integer, Slot>> entries() {
    return slots.entrySet();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table table && slots.equals(table.slots);
  }

  @Override
  public int hashCode() {
    return slots.hashCode();
  }

  @Override
  public String toString() {
    return slots.toString();
  }
}
