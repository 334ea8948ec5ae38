package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.PhysMemory;

/// Goes through the tables of a core, whichever way that reaches them. A link that leads back to
/// the root is seen and not followed; where links go round, no more tables are visited than the
/// memory has frames.
public final class TableTree {
  private final PhysMemory memory;
  private final EntryFormat format;
  private final Walk walk;
  private final long root;
  private final int levels;
  private long tablesLeft;

  /// Creates it over the tables of `core`.
  public TableTree(MapCore core) {
    var space = core.space();
    this.memory = space.memory();
    this.format = space.format();
    this.walk = core.walk();
    this.root = space.root();
    this.levels = space.levels();
  }

  /// Shows `visitor` the entries that are not empty.
  public void visit(EntryVisitor visitor) {
    tablesLeft = format.memoryBytes() / Levels.TABLE_BYTES;
    visit(root, levels, 0, -1L, 0, visitor);
  }

  /// Returns what all levels together leave the page of `address`, whose leaf stands at
  /// `leafLevel`: PRESENT, WRITABLE and USER where every level has them, NO_EXECUTE where any has.
  public long effective(long address, int leafLevel) {
    var all = -1L;
    var any = 0L;
    for (var level = levels; level >= leafLevel; level--) {
      walk.to(address, level);
      all &= walk.word();
      any |= walk.word();
    }
    return (all & (EntryFlags.PRESENT | LinkRights.WIDENING)) | (any & EntryFlags.NO_EXECUTE);
  }

  /// Returns the RESERVED entry in the slot of `address` at `level`, or 0 where there is none.
  public long reservedAt(long address, int level) {
    var isThere =
        Levels.isCanonical(address, levels)
            && walk.to(address, level) == SlotState.RESERVED
            && walk.level() == level;
    return isThere ? walk.word() : 0;
  }

  private void visit(
      long table, int level, long start, long granted, long forbidden, EntryVisitor visitor) {
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      var slot = table + (long) index * Levels.ENTRY_BYTES;
      var word = memory.load(slot);
      if (word != 0) {
        var at = start + index * Levels.entrySpan(level);
        var state = format.stateOf(level, word);
        var address = Levels.signExtend(at, levels);
        var goesOn = visitor.visit(level, address, word, state, granted, forbidden);
        if (goesOn && state == SlotState.LINK && tablesLeft-- > 0) {
          var below = walk.below(slot, word);
          if (below != root) {
            visit(below, level - 1, at, granted & word, forbidden | word, visitor);
          }
        }
      }
    }
  }
}
