package org.pagetck.properties.mmu;

import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;
import org.pagetck.properties.choice.Choices;

/// Trees of tables in a memory, mostly well formed, and questions that reach into them. Tables may
/// be shared between levels, and lead back to themselves.
final class RandomTables {
  private static final int SLOT_COUNT_MAX = 4;
  private static final List<Integer> EDGE_SLOTS = List.of(0, 1, 255, 256, 510, 511);
  private static final int NOT_PRESENT = -1;

  private final MmuMemory memory;
  private final int frameCountMax;
  private final int[][] slots;
  private final int[] slotCounts;
  private int frameCount;

  /// Creates it for `memory`, all of which it fills.
  RandomTables(MmuMemory memory) {
    this.memory = memory;
    this.frameCountMax = (int) (memory.bytes().byteSize() / Levels.TABLE_BYTES);
    this.slots = new int[frameCountMax][SLOT_COUNT_MAX];
    this.slotCounts = new int[frameCountMax];
  }

  /// Returns the physical address of the top table.
  long root() {
    return memory.start();
  }

  /// Replaces what stands in the memory by a new tree.
  void fill(PagingMode mode, Choices choices) {
    memory.bytes().asSlice(0, (long) frameCount * Levels.TABLE_BYTES).fill((byte) 0);
    frameCount = 1;
    fillTable(new RandomEntries(mode, memory, choices), 0, mode.levels(), choices);
  }

  private void fillTable(RandomEntries entries, int frame, int level, Choices choices) {
    slotCounts[frame] = 0;
    var count = 1 + choices.below(SLOT_COUNT_MAX);
    for (var i = 0; i < count; i++) {
      var slot = choices.oneIn(3) ? choices.below(Levels.ENTRY_COUNT) : choices.pick(EDGE_SLOTS);
      slots[frame][slotCounts[frame]++] = slot;
      memory.store(
          address(frame) + (long) slot * Levels.ENTRY_BYTES, entry(entries, level, choices));
    }
  }

  private long entry(RandomEntries entries, int level, Choices choices) {
    if (level == 1 || (level <= 3 && choices.oneIn(3))) {
      return entries.leaf(level);
    }
    if (frameCount == frameCountMax || choices.oneIn(12)) {
      return entries.link(level, address(choices.below(frameCount)));
    }
    var child = frameCount++;
    fillTable(entries, child, level - 1, choices);
    return entries.link(level, address(child));
  }

  private long address(int frame) {
    return memory.start() + (long) frame * Levels.TABLE_BYTES;
  }

  /// Returns a question about the tree, mostly one that reaches its leaves.
  MmuQuestion question(PagingMode mode, Choices choices) {
    var significant = 0L;
    var frame = 0;
    for (var level = mode.levels(); level >= 1; level--) {
      var slot = slot(frame, choices);
      significant |= (long) slot << Levels.shift(level);
      frame = frame == NOT_PRESENT ? frame : next(frame, slot);
    }
    significant |= choices.oneIn(4) ? 0xfff : choices.bits(12);
    var address =
        choices.oneIn(64)
            ? significant | choices.bits(16) << 48
            : Levels.signExtend(significant, mode.levels());
    var protection =
        new Protection(choices.oneIn(2), choices.oneIn(2), choices.oneIn(2), choices.oneIn(2));
    return new MmuQuestion(root(), address, choices.pick(Access.all()), protection);
  }

  private int slot(int frame, Choices choices) {
    return frame == NOT_PRESENT || choices.oneIn(16)
        ? choices.below(Levels.ENTRY_COUNT)
        : slots[frame][choices.below(slotCounts[frame])];
  }

  /// Returns the frame that an entry names, if it is one of the tree's.
  private int next(int frame, int slot) {
    var word = memory.load(address(frame) + (long) slot * Levels.ENTRY_BYTES);
    var child = (EntryWord.linkAddress(word) - memory.start()) >> 12;
    return child >= 0 && child < frameCount ? (int) child : NOT_PRESENT;
  }
}
