package org.pagetck.properties.mmu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.AccessKind;

/// What a guest needs around the tables under test, in frames of its own: code, interrupt handlers,
/// descriptors and a stack, mapped below one slot of a private top table. Into another slot of that
/// table goes a copy of the entry under test.
///
/// Everything is mapped for the supervisor; the code once more for the user, since SMEP keeps the
/// supervisor out of user pages.
///
/// Source: Intel SDM vol. 3, "Interrupt Descriptor Table (IDT)", "Segment Descriptors", "64-Bit
/// Task State Segment (TSS)".
final class KvmHarness {
  /// Frames that it takes.
  static final int FRAME_COUNT = 10;

  /// Bytes that it takes.
  static final int SIZE_BYTES = FRAME_COUNT * Levels.TABLE_BYTES;

  /// Selectors.
  static final int CODE = 0x08;

  static final int DATA = 0x10;
  static final int USER_DATA = 0x1b;
  static final int USER_CODE = 0x23;
  static final int TASK = 0x30;

  static final int IDT_LIMIT = 0x1ff;
  static final int GDT_LIMIT = 0x3f;
  static final int TASK_LIMIT = 0x67;

  private static final int CODE_FRAME = 5;
  private static final int STACK_FRAME = 6;
  private static final int IDT_FRAME = 7;
  private static final int GDT_FRAME = 8;
  private static final int TASK_FRAME = 9;
  private static final int USER_ALIAS = 16;

  private static final int HANDLER_START = 0x200;
  private static final int HANDLER_BYTES = 16;
  private static final int VECTOR_COUNT = 32;
  private static final int SNIPPET_BYTES = 8;
  private static final int USER_STACK_OFFSET = 0x800;
  private static final int FAULT_STACK_OFFSET = 0xff0;
  private static final byte HALT = (byte) 0xf4;

  // In the order of AccessKind: mov al,[rdi]; hlt · mov [rdi],al; hlt · jmp rdi.
  private static final byte[][] SNIPPETS = {
    {(byte) 0x8a, 0x07, HALT}, {(byte) 0x88, 0x07, HALT}, {(byte) 0xff, (byte) 0xe7}
  };

  private static final long SUPERVISOR =
      EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.ACCESSED | EntryFlags.DIRTY;

  private final MemorySegment bytes;
  private final long start;
  private final int topIndex;
  private final long base;

  /// Builds it.
  ///
  /// @param bytes [#SIZE_BYTES] bytes of memory
  /// @param start their physical address
  /// @param levels 4 or 5
  /// @param topIndex the slot of the top table that it lies below
  KvmHarness(MemorySegment bytes, long start, int levels, int topIndex) {
    this.bytes = bytes;
    this.start = start;
    this.topIndex = topIndex;
    this.base = Levels.signExtend((long) topIndex << Levels.shift(levels), levels);
    bytes.fill((byte) 0);
    mapFrames(levels);
    writeCode();
    writeDescriptors();
  }

  private long frame(int index) {
    return start + (long) index * Levels.TABLE_BYTES;
  }

  private void put(int frame, long offset, long word) {
    bytes.set(ValueLayout.JAVA_LONG_UNALIGNED, (long) frame * Levels.TABLE_BYTES + offset, word);
  }

  private void putEntry(int frame, int index, long word) {
    put(frame, (long) index * Levels.ENTRY_BYTES, word);
  }

  private void mapFrames(int levels) {
    for (var table = 1; table < levels - 1; table++) {
      putEntry(table, 0, frame(table + 1) | SUPERVISOR | EntryFlags.USER);
    }
    var last = levels - 1;
    for (var frame = 0; frame < FRAME_COUNT; frame++) {
      putEntry(last, frame, frame(frame) | SUPERVISOR);
    }
    putEntry(last, USER_ALIAS, frame(CODE_FRAME) | SUPERVISOR | EntryFlags.USER);
  }

  private void writeCode() {
    var at = (long) CODE_FRAME * Levels.TABLE_BYTES;
    for (var i = 0; i < SNIPPETS.length; i++) {
      MemorySegment.copy(
          SNIPPETS[i],
          0,
          bytes,
          ValueLayout.JAVA_BYTE,
          at + (long) i * SNIPPET_BYTES,
          SNIPPETS[i].length);
    }
    for (var vector = 0; vector < VECTOR_COUNT; vector++) {
      bytes.set(ValueLayout.JAVA_BYTE, at + HANDLER_START + (long) vector * HANDLER_BYTES, HALT);
      var handler = address(CODE_FRAME) + HANDLER_START + (long) vector * HANDLER_BYTES;
      var gate =
          (handler & 0xffff) | (long) CODE << 16 | 0x8e00L << 32 | (handler >>> 16 & 0xffff) << 48;
      put(IDT_FRAME, vector * 16L, gate);
      put(IDT_FRAME, vector * 16L + 8, handler >>> 32);
    }
  }

  private void writeDescriptors() {
    putEntry(GDT_FRAME, CODE >>> 3, 0x00af_9b00_0000_ffffL);
    putEntry(GDT_FRAME, DATA >>> 3, 0x00cf_9300_0000_ffffL);
    putEntry(GDT_FRAME, USER_DATA >>> 3, 0x00cf_f300_0000_ffffL);
    putEntry(GDT_FRAME, USER_CODE >>> 3, 0x00af_fb00_0000_ffffL);
    var task = taskState();
    var low = TASK_LIMIT | (task & 0xff_ffff) << 16 | 0x8bL << 40 | (task >>> 24 & 0xff) << 56;
    putEntry(GDT_FRAME, TASK >>> 3, low);
    putEntry(GDT_FRAME, (TASK >>> 3) + 1, task >>> 32);
    // RSP0, where a fault in user mode pushes.
    put(TASK_FRAME, 4, address(STACK_FRAME) + FAULT_STACK_OFFSET);
  }

  /// Returns the virtual address of a frame.
  private long address(int frame) {
    return base + (long) frame * Levels.TABLE_BYTES;
  }

  /// Returns the physical address of the private top table.
  long root() {
    return frame(0);
  }

  /// Returns the slot of the top table that it lies below.
  int topIndex() {
    return topIndex;
  }

  /// Puts `entry` into the private top table, as the only one beside its own.
  void setTop(int index, long entry) {
    bytes.asSlice(0, Levels.TABLE_BYTES).fill((byte) 0);
    putEntry(0, topIndex, frame(1) | SUPERVISOR | EntryFlags.USER);
    putEntry(0, index, entry);
  }

  /// Returns what stands in a slot of the private top table.
  long top(int index) {
    return word((long) index * Levels.ENTRY_BYTES);
  }

  private long word(long offset) {
    return bytes.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
  }

  /// Returns where the code for an access begins.
  long code(AccessKind kind, boolean user) {
    return address(user ? USER_ALIAS : CODE_FRAME) + (long) kind.ordinal() * SNIPPET_BYTES;
  }

  long stack() {
    return address(STACK_FRAME) + USER_STACK_OFFSET;
  }

  long interruptTable() {
    return address(IDT_FRAME);
  }

  long descriptorTable() {
    return address(GDT_FRAME);
  }

  long taskState() {
    return address(TASK_FRAME);
  }

  /// Returns the vector whose handler has just halted at `instructionPointer`, or -1 for other
  /// places.
  int vector(long instructionPointer) {
    var offset = instructionPointer - 1 - address(CODE_FRAME) - HANDLER_START;
    return offset >= 0 && offset < (long) VECTOR_COUNT * HANDLER_BYTES
        ? (int) offset / HANDLER_BYTES
        : -1;
  }

  /// Returns word `index` of what a fault pushed: 0 is the error code, 1 where it happened.
  long pushed(long stackPointer, int index) {
    return word(stackPointer - base + (long) index * Levels.ENTRY_BYTES);
  }
}
