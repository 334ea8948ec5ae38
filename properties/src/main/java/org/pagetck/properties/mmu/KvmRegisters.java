package org.pagetck.properties.mmu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;

/// Writes the registers of a guest that is about to make one access.
///
/// Source: `struct kvm_sregs` and `struct kvm_regs` of `asm/kvm.h` for x86.
final class KvmRegisters {
  /// The general registers' places.
  static final long RAX = 0x00;

  static final long RDI = 0x28;
  static final long RSP = 0x30;
  static final long RIP = 0x80;
  private static final long RFLAGS = 0x88;

  /// CR2's place among the system registers.
  static final long CR2 = 0xe8;

  private static final long CS = 0x00;
  private static final long[] DATA_SEGMENTS = {0x18, 0x30, 0x48, 0x60, 0x78};
  private static final long TASK_REGISTER = 0x90;
  private static final long GDT = 0xc0;
  private static final long IDT = 0xd0;
  private static final long CR0 = 0xe0;
  private static final long CR3 = 0xf0;
  private static final long CR4 = 0xf8;
  private static final long EFER = 0x108;

  private static final long CR0_PG_NE_ET_MP_PE = 0x8000_0033L;
  private static final long CR0_WP = 1L << 16;
  private static final long CR4_PAE = 1L << 5;
  private static final long CR4_LA57 = 1L << 12;
  private static final long CR4_SMEP = 1L << 20;
  private static final long CR4_SMAP = 1L << 21;
  private static final long EFER_SCE_LME_LMA = 0x501;
  private static final long EFER_NXE = 1L << 11;
  private static final long RFLAGS_FIXED = 1L << 1;
  private static final long RFLAGS_AC = 1L << 18;

  private static final int TYPE_CODE = 11;
  private static final int TYPE_DATA = 3;
  private static final int TYPE_TASK = 11;
  private static final int USER_LEVEL = 3;

  private final MemorySegment system;
  private final PagingMode mode;

  /// Creates it for guests that walk in `mode`; `system` is filled in, beginning from the registers
  /// at reset.
  KvmRegisters(MemorySegment system, PagingMode mode) {
    this.system = system;
    this.mode = mode;
    system.set(ValueLayout.JAVA_LONG, EFER, EFER_SCE_LME_LMA | (mode.noExecute() ? EFER_NXE : 0));
  }

  /// Writes both sets of registers for `question`, asked from within `harness` with `marker` in AL.
  void write(
      MemorySegment general,
      MemorySegment systemTarget,
      KvmHarness harness,
      MmuQuestion question,
      int marker) {
    var user = question.access().isUser();
    segment(CS, 0, -1, user ? KvmHarness.USER_CODE : KvmHarness.CODE, TYPE_CODE, user, true);
    for (var at : DATA_SEGMENTS) {
      segment(at, 0, -1, user ? KvmHarness.USER_DATA : KvmHarness.DATA, TYPE_DATA, user, false);
    }
    taskSegment(harness);
    table(GDT, harness.descriptorTable(), KvmHarness.GDT_LIMIT);
    table(IDT, harness.interruptTable(), KvmHarness.IDT_LIMIT);
    control(question.protection());
    system.set(ValueLayout.JAVA_LONG, CR3, harness.root());
    system.set(ValueLayout.JAVA_LONG, CR2, ~question.address());
    systemTarget.copyFrom(system);

    var alignmentCheck = question.protection().alignmentCheck();
    general.fill((byte) 0);
    general.set(ValueLayout.JAVA_LONG, RAX, marker);
    general.set(ValueLayout.JAVA_LONG, RDI, question.address());
    general.set(ValueLayout.JAVA_LONG, RSP, harness.stack());
    general.set(ValueLayout.JAVA_LONG, RIP, harness.code(question.access().kind(), user));
    general.set(ValueLayout.JAVA_LONG, RFLAGS, RFLAGS_FIXED | (alignmentCheck ? RFLAGS_AC : 0));
  }

  private void control(Protection protection) {
    system.set(
        ValueLayout.JAVA_LONG, CR0, CR0_PG_NE_ET_MP_PE | (protection.writeProtect() ? CR0_WP : 0));
    system.set(
        ValueLayout.JAVA_LONG,
        CR4,
        CR4_PAE
            | (mode.levels() == Levels.ROOT_MAX ? CR4_LA57 : 0)
            | (protection.smep() ? CR4_SMEP : 0)
            | (protection.smap() ? CR4_SMAP : 0));
  }

  private void table(long at, long base, int limit) {
    system.set(ValueLayout.JAVA_LONG, at, base);
    system.set(ValueLayout.JAVA_SHORT, at + 8, (short) limit);
  }

  private void segment(
      long at, long base, int limit, int selector, int type, boolean user, boolean code) {
    descriptor(at, base, limit, selector);
    attributes(at, type, user ? USER_LEVEL : 0, code ? 0 : 1, 1, code ? 1 : 0, 1);
  }

  private void taskSegment(KvmHarness harness) {
    descriptor(TASK_REGISTER, harness.taskState(), KvmHarness.TASK_LIMIT, KvmHarness.TASK);
    attributes(TASK_REGISTER, TYPE_TASK, 0, 0, 0, 0, 0);
  }

  private void descriptor(long at, long base, int limit, int selector) {
    system.set(ValueLayout.JAVA_LONG, at, base);
    system.set(ValueLayout.JAVA_INT, at + 8, limit);
    system.set(ValueLayout.JAVA_SHORT, at + 12, (short) selector);
  }

  /// Writes type, present, privilege, D/B, S, L and G, a byte each.
  private void attributes(
      long at, int type, int privilege, int big, int codeOrData, int longMode, int granular) {
    int[] values = {type, 1, privilege, big, codeOrData, longMode, granular, 0};
    for (var i = 0; i < values.length; i++) {
      system.set(ValueLayout.JAVA_BYTE, at + 14 + i, (byte) values[i]);
    }
  }
}
