package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.paging.Protection;

/// One emulated processor at one privilege and under one setting of WP, SMEP and SMAP, with paging
/// on.
final class UnicornEngine implements AutoCloseable {
  private static final int CR0 = 50;
  private static final int CR2 = 52;
  private static final int CR3 = 53;
  private static final int CR4 = 54;
  private static final int RCX = 38;
  private static final int R11 = 109;
  private static final int RFLAGS = 253;
  private static final int EFER = 0xc000_0080;
  private static final int STAR = 0xc000_0081;

  private static final long EFER_SCE_LME_LMA = 0x501;
  private static final long EFER_NXE = 1L << 11;
  private static final long CR0_PG_NE_ET_MP_PE = 0x8000_0033L;
  private static final long CR0_WP = 1L << 16;
  private static final long CR4_PAE = 1L << 5;
  private static final long CR4_LA57 = 1L << 12;
  private static final long CR4_SMEP = 1L << 20;
  private static final long CR4_SMAP = 1L << 21;
  private static final long RFLAGS_FIXED = 1L << 1;
  private static final long RFLAGS_AC = 1L << 18;

  // UC_CPU_X86_ICELAKE_SERVER: the default model has no SMAP.
  private static final int CPU_MODEL = 26;
  private static final long[] SCRATCH_ADDRESSES = {0x7000_0000L, 0x1000L};
  private static final byte[] SYSRETQ = {0x48, 0x0f, 0x07};
  private static final int BUFFER_BYTES = 16;
  private static final long NOWHERE = -1;

  private final UnicornLibrary library;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(BUFFER_BYTES, BUFFER_BYTES);
  private final MemorySegment landingBytes = arena.allocate(Levels.TABLE_BYTES, Levels.TABLE_BYTES);
  private final MemorySegment context;
  private final long handle;
  private long flags;
  private long landing = NOWHERE;

  UnicornEngine(
      UnicornLibrary library,
      MmuMemory memory,
      PagingMode mode,
      Privilege privilege,
      Protection protection) {
    this.library = library;
    this.handle = library.open(buffer);
    library.setCpuModel(handle, CPU_MODEL);
    library.map(handle, memory.start(), memory.bytes());
    var nxe = mode.noExecute() ? EFER_NXE : 0;
    library.writeModelSpecific(handle, EFER, EFER_SCE_LME_LMA | nxe, buffer);
    if (privilege == Privilege.USER) {
      enterUserMode(memory);
    }
    write(
        CR4,
        CR4_PAE
            | (mode.levels() == Levels.ROOT_MAX ? CR4_LA57 : 0)
            | (protection.smep() ? CR4_SMEP : 0)
            | (protection.smap() ? CR4_SMAP : 0));
    write(CR3, memory.start());
    write(CR0, CR0_PG_NE_ET_MP_PE | (protection.writeProtect() ? CR0_WP : 0));
    setFlags(RFLAGS_FIXED);
    context = library.allocateContext(handle, buffer);
  }

  /// Reaches ring 3 by executing `sysretq` before paging is on: the one way that the library
  /// offers.
  private void enterUserMode(MmuMemory memory) {
    var at = scratchAddress(memory);
    var code = arena.allocate(Levels.TABLE_BYTES, Levels.TABLE_BYTES);
    MemorySegment.copy(SYSRETQ, 0, code, ValueLayout.JAVA_BYTE, 0, SYSRETQ.length);
    library.map(handle, at, code);
    library.writeModelSpecific(handle, STAR, 0x0013L << 48 | 0x0008L << 32, buffer);
    write(RCX, at + BUFFER_BYTES);
    write(R11, RFLAGS_FIXED);
    library.run(handle, at, at + BUFFER_BYTES);
    library.unmap(handle, at, code.byteSize());
  }

  private static long scratchAddress(MmuMemory memory) {
    for (var address : SCRATCH_ADDRESSES) {
      var end = memory.start() + memory.bytes().byteSize();
      if (address + Levels.TABLE_BYTES <= memory.start() || address >= end) {
        return address;
      }
    }
    throw new MmuFailedException("no room for code beside the memory");
  }

  private void write(int register, long value) {
    library.writeRegister(handle, register, value, buffer);
  }

  private void setFlags(long value) {
    if (flags != value) {
      write(RFLAGS, value);
      flags = value;
    }
  }

  /// Puts memory where there is none, at the physical address `page`. Everything is forgotten then.
  void setLanding(long page) {
    library.map(handle, page, landingBytes);
    landing = page;
  }

  /// Takes that memory away, if it is there.
  void clearLanding() {
    if (landing != NOWHERE) {
      library.unmap(handle, landing, Levels.TABLE_BYTES);
      landing = NOWHERE;
    }
  }

  /// Translates `address` with nothing cached and returns the status, 0 for success.
  int translate(long root, long address, AccessKind kind, boolean alignmentCheck) {
    // Writing CR3 flushes.
    write(CR3, root);
    return translate(address, kind, alignmentCheck);
  }

  /// Translates `address` with what is cached below the present root, likewise.
  int translate(long address, AccessKind kind, boolean alignmentCheck) {
    setFlags(alignmentCheck ? RFLAGS_FIXED | RFLAGS_AC : RFLAGS_FIXED);
    // A CR2 that stays tells #GP from #PF.
    write(CR2, ~address);
    return library.translate(handle, address, 1 << kind.ordinal(), buffer);
  }

  /// Returns the physical address after a success.
  long physicalAddress() {
    return buffer.get(ValueLayout.JAVA_LONG, 0);
  }

  /// Returns CR2.
  long faultAddress() {
    return library.readRegister(handle, CR2, buffer);
  }

  /// Returns the processor's state as it is now; the next call overwrites it.
  MemorySegment state() {
    library.saveContext(handle, context);
    return context;
  }

  @Override
  public void close() {
    library.freeContext(context);
    library.close(handle);
    arena.close();
  }
}
