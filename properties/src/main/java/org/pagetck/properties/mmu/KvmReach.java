package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.util.BitSet;
import java.util.stream.Collectors;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;

/// Where the user of a guest reaches: some kinds of KVM keep ranges of the upper half for
/// themselves, and accesses of a user there fault before any table is read.
///
/// @param barred the slots of the top table that a user does not reach, whatever stands there
record KvmReach(BitSet barred) {
  private static final int UPPER_HALF = Levels.ENTRY_COUNT / 2;
  private static final long ALL_RIGHTS = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;

  /// Everything is reached.
  static final KvmReach EVERYWHERE = new KvmReach(new BitSet());

  /// Tries one page with all rights below each slot of the upper half.
  static KvmReach probe(PagingMode mode) {
    try (var arena = Arena.ofShared()) {
      var levels = mode.levels();
      var sizeBytes = (levels + 1L) * Levels.TABLE_BYTES;
      var memory = new MmuMemory(arena.allocate(sizeBytes, Levels.TABLE_BYTES), 0x1_0000_0000L);
      for (var table = 1; table < levels; table++) {
        memory.store(address(memory, table), address(memory, table + 1) | ALL_RIGHTS);
      }
      var barred = new BitSet();
      try (var processor = new KvmProcessor(memory, mode, EVERYWHERE)) {
        for (var slot = UPPER_HALF; slot < Levels.ENTRY_COUNT; slot++) {
          barred.set(slot, !isReached(processor, memory, levels, slot));
        }
      }
      return new KvmReach(barred);
    }
  }

  private static boolean isReached(KvmProcessor processor, MmuMemory memory, int levels, int slot) {
    var entry = memory.start() + (long) slot * Levels.ENTRY_BYTES;
    memory.store(entry, address(memory, 1) | ALL_RIGHTS);
    var address = Levels.signExtend((long) slot << Levels.shift(levels), levels);
    var question =
        new MmuQuestion(memory.start(), address, Access.USER_READ, Protection.WRITE_PROTECT);
    return processor.ask(question, address(memory, levels)) instanceof MmuAnswer.Allowed;
  }

  private static long address(MmuMemory memory, int frame) {
    return memory.start() + (long) frame * Levels.TABLE_BYTES;
  }

  /// Tells whether `question` is one that this KVM answers by itself.
  boolean bars(MmuQuestion question, int levels) {
    return question.access().isUser() && barred.get(Levels.index(question.address(), levels));
  }

  /// Returns the slots: `256, 257`.
  @Override
  public String toString() {
    return barred.stream().mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }
}
