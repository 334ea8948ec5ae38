package org.pagetck.model.space;

import java.util.Arrays;
import java.util.StringJoiner;
import org.pagetck.model.address.Levels;

/// One table: a persistent map from index to slot, empty slots left out.
///
/// It is a trie of two levels. The upper five bits of an index choose one of 16 leaves, the lower
/// five a slot in it; what is empty takes no room at either level, so that a new table costs as
/// much as the leaf that changes. Equal tables have equal tries.
public final class Table {
  /// The table without entries.
  public static final Table EMPTY = new Table(0, new Leaf[0]);

  private static final int LEAF_BITS = 5;
  private static final int LEAF_SIZE = 1 << LEAF_BITS;

  /// Which of the 16 leaves there are, lowest bit first.
  private final int present;

  private final Leaf[] leaves;
  private int hash;

  private Table(int present, Leaf[] leaves) {
    this.present = present;
    this.leaves = leaves;
  }

  /// The slots of 32 indices in a row.
  ///
  /// @param present which of them are not empty, lowest bit first
  /// @param slots those that are not empty, by ascending index
  @SuppressWarnings("ArrayRecordComponent") // never changed, and compared by content
  private record Leaf(int present, Slot[] slots) {
    private static final Leaf EMPTY = new Leaf(0, new Slot[0]);

    Slot get(int bit) {
      return (present & bit) == 0 ? Slot.EMPTY : slots[rank(present, bit)];
    }

    Leaf with(int bit, Slot slot) {
      var rank = rank(present, bit);
      if ((present & bit) != 0) {
        var changed = slots.clone();
        changed[rank] = slot;
        return new Leaf(present, changed);
      }
      var longer = new Slot[slots.length + 1];
      System.arraycopy(slots, 0, longer, 0, rank);
      longer[rank] = slot;
      System.arraycopy(slots, rank, longer, rank + 1, slots.length - rank);
      return new Leaf(present | bit, longer);
    }

    Leaf without(int bit) {
      var rank = rank(present, bit);
      var shorter = Arrays.copyOf(slots, slots.length - 1);
      System.arraycopy(slots, rank + 1, shorter, rank, shorter.length - rank);
      return new Leaf(present & ~bit, shorter);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Leaf leaf
          && present == leaf.present
          && Arrays.equals(slots, leaf.slots);
    }

    @Override
    public int hashCode() {
      return 31 * present + Arrays.hashCode(slots);
    }
  }

  /// Returns how many bits of `present` are set below `bit`.
  private static int rank(int present, int bit) {
    return Integer.bitCount(present & (bit - 1));
  }

  private static int leafBit(int index) {
    return 1 << (index >>> LEAF_BITS);
  }

  private static int slotBit(int index) {
    return 1 << (index & (LEAF_SIZE - 1));
  }

  private Leaf leaf(int leafBit) {
    return (present & leafBit) == 0 ? Leaf.EMPTY : leaves[rank(present, leafBit)];
  }

  /// Returns the slot at `index`, 0 to 511.
  public Slot get(int index) {
    return leaf(leafBit(index)).get(slotBit(index));
  }

  /// Returns this table with `slot` at `index`.
  @SuppressWarnings("ReferenceEquality") // sharing is what is asked about
  public Table with(int index, Slot slot) {
    var leafBit = leafBit(index);
    var bit = slotBit(index);
    var leaf = leaf(leafBit);
    if (slot instanceof Slot.Empty) {
      return (leaf.present & bit) == 0 ? this : without(leafBit, leaf.without(bit));
    }
    return leaf.get(bit) == slot ? this : withLeaf(leafBit, leaf.with(bit, slot));
  }

  private Table withLeaf(int leafBit, Leaf leaf) {
    var rank = rank(present, leafBit);
    if ((present & leafBit) != 0) {
      var changed = leaves.clone();
      changed[rank] = leaf;
      return new Table(present, changed);
    }
    var longer = new Leaf[leaves.length + 1];
    System.arraycopy(leaves, 0, longer, 0, rank);
    longer[rank] = leaf;
    System.arraycopy(leaves, rank, longer, rank + 1, leaves.length - rank);
    return new Table(present | leafBit, longer);
  }

  private Table without(int leafBit, Leaf leaf) {
    if (leaf.present != 0) {
      return withLeaf(leafBit, leaf);
    }
    if (leaves.length == 1) {
      return EMPTY;
    }
    var rank = rank(present, leafBit);
    var shorter = Arrays.copyOf(leaves, leaves.length - 1);
    System.arraycopy(leaves, rank + 1, shorter, rank, shorter.length - rank);
    return new Table(present & ~leafBit, shorter);
  }

  /// Tells whether all entries are empty.
  public boolean isEmpty() {
    return present == 0;
  }

  /// Returns the number of entries that are not empty.
  public int size() {
    var size = 0;
    for (var leaf : leaves) {
      size += leaf.slots.length;
    }
    return size;
  }

  /// Returns the index, at `fromIndex` or after it, of the first entry that is not empty, or -1.
  public int firstOccupied(int fromIndex) {
    if (fromIndex >= Levels.ENTRY_COUNT) {
      return -1;
    }
    var number = fromIndex >>> LEAF_BITS;
    var here = leaf(1 << number).present & (-1 << (fromIndex & (LEAF_SIZE - 1)));
    if (here == 0) {
      var after = present & (-2 << number);
      if (after == 0) {
        return -1;
      }
      number = Integer.numberOfTrailingZeros(after);
      here = leaf(1 << number).present;
    }
    return (number << LEAF_BITS) + Integer.numberOfTrailingZeros(here);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // what is shared is equal
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Table table
            && present == table.present
            && hashCode() == table.hashCode()
            && Arrays.equals(leaves, table.leaves));
  }

  /// Costs as much as what changed since the tables that this one was made from were asked.
  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * present + Arrays.hashCode(leaves);
    }
    return hash;
  }

  /// Returns the entries that are not empty: `{0=Leaf[…], 5=Link[…]}`.
  @Override
  public String toString() {
    var text = new StringJoiner(", ", "{", "}");
    for (var index = firstOccupied(0); index >= 0; index = firstOccupied(index + 1)) {
      text.add(index + "=" + get(index));
    }
    return text.toString();
  }
}
