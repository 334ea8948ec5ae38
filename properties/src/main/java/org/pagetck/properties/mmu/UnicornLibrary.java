package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.pagetck.model.paging.MmuFailedException;

/// The calls of the Unicorn CPU emulator that an MMU oracle needs, for x86-64 guests.
///
/// Source: `unicorn/unicorn.h` and `unicorn/x86.h` of Unicorn 2.1.
@SuppressWarnings("restricted")
final class UnicornLibrary {
  private static final int ARCH_X86 = 4;
  private static final int MODE_64 = 8;
  private static final int PROTECTION_ALL = 7;
  private static final int REGISTER_MSR = 248;
  // UC_CTL_WRITE(UC_CTL_CPU_MODEL, 1): the kind of request, one argument, to be written.
  private static final int CONTROL_CPU_MODEL = 7 | 1 << 26 | 1 << 30;

  private final int version;
  private final NativeFunction open;
  private final NativeFunction close;
  private final NativeFunction map;
  private final NativeFunction unmap;
  private final NativeFunction writeRegister;
  private final NativeFunction readRegister;
  private final NativeFunction start;
  private final NativeFunction control;
  private final NativeFunction translate;
  private final NativeFunction contextAllocate;
  private final NativeFunction contextSave;
  private final NativeFunction contextSize;
  private final NativeFunction contextFree;

  private UnicornLibrary(SymbolLookup symbols) {
    version = function(symbols, "uc_version").call(0, 0, 0, 0, 0);
    open = function(symbols, "uc_open");
    close = function(symbols, "uc_close");
    map = function(symbols, "uc_mem_map_ptr");
    unmap = function(symbols, "uc_mem_unmap");
    writeRegister = function(symbols, "uc_reg_write");
    readRegister = function(symbols, "uc_reg_read");
    start = function(symbols, "uc_emu_start");
    control = function(symbols, "uc_ctl");
    translate = function(symbols, "uc_vmem_translate");
    contextAllocate = function(symbols, "uc_context_alloc");
    contextSave = function(symbols, "uc_context_save");
    contextSize = function(symbols, "uc_context_size");
    contextFree = function(symbols, "uc_context_free");
  }

  /// Loads the library at `path` for as long as the process lives.
  ///
  /// @throws MmuFailedException if it does not load or lacks a call, as versions before 2.1 do
  static UnicornLibrary load(Path path) {
    try {
      return new UnicornLibrary(SymbolLookup.libraryLookup(path, Arena.global()));
    } catch (IllegalArgumentException _) {
      throw new MmuFailedException("the library %s does not load".formatted(path));
    }
  }

  private static NativeFunction function(SymbolLookup symbols, String name) {
    return symbols
        .find(name)
        .map(NativeFunction::new)
        .orElseThrow(() -> new MmuFailedException("the library lacks " + name));
  }

  private static void require(int status, String call) {
    if (status != 0) {
      throw new MmuFailedException("%s answers %d".formatted(call, status));
    }
  }

  /// Returns the version: `2.1.4`.
  String version() {
    return "%d.%d.%d".formatted(version >>> 24 & 0xff, version >>> 16 & 0xff, version >>> 8 & 0xff);
  }

  /// Returns a new engine; `buffer` is overwritten.
  long open(MemorySegment buffer) {
    require(open.call(ARCH_X86, MODE_64, buffer.address(), 0, 0), "uc_open");
    return buffer.get(ValueLayout.JAVA_LONG, 0);
  }

  void close(long engine) {
    require(close.call(engine, 0, 0, 0, 0), "uc_close");
  }

  /// Chooses the model of processor; to be called before anything else.
  void setCpuModel(long engine, int model) {
    require(control.call(engine, CONTROL_CPU_MODEL, model, 0, 0), "uc_ctl");
  }

  void map(long engine, long address, MemorySegment bytes) {
    require(
        map.call(engine, address, bytes.byteSize(), PROTECTION_ALL, bytes.address()),
        "uc_mem_map_ptr");
  }

  void unmap(long engine, long address, long sizeBytes) {
    require(unmap.call(engine, address, sizeBytes, 0, 0), "uc_mem_unmap");
  }

  /// Writes a register; `buffer` is overwritten.
  void writeRegister(long engine, int register, long value, MemorySegment buffer) {
    buffer.set(ValueLayout.JAVA_LONG, 0, value);
    require(writeRegister.call(engine, register, buffer.address(), 0, 0), "uc_reg_write");
  }

  /// Returns a register; `buffer` is overwritten.
  long readRegister(long engine, int register, MemorySegment buffer) {
    require(readRegister.call(engine, register, buffer.address(), 0, 0), "uc_reg_read");
    return buffer.get(ValueLayout.JAVA_LONG, 0);
  }

  /// Writes a model-specific register; `buffer`, 16 bytes, is overwritten.
  void writeModelSpecific(long engine, int register, long value, MemorySegment buffer) {
    buffer.set(ValueLayout.JAVA_LONG, 8, value);
    writeRegister(engine, REGISTER_MSR, register & 0xffff_ffffL, buffer);
  }

  /// Executes from `begin` until `until` is reached.
  void run(long engine, long begin, long until) {
    require(start.call(engine, begin, until, 0, 0), "uc_emu_start");
  }

  /// Translates `address` for an access of `protection` (1 read, 2 write, 4 fetch) and returns the
  /// status, 0 for success; the physical address stands in `buffer` then.
  int translate(long engine, long address, int protection, MemorySegment buffer) {
    return translate.call(engine, address, protection, buffer.address(), 0);
  }

  /// Returns room for the processor's state, to be given back by [#freeContext]; `buffer` is
  /// overwritten.
  MemorySegment allocateContext(long engine, MemorySegment buffer) {
    var sizeBytes = contextSize.callForWord(engine, 0, 0, 0, 0);
    require(contextAllocate.call(engine, buffer.address(), 0, 0, 0), "uc_context_alloc");
    return buffer.get(ValueLayout.ADDRESS, 0).reinterpret(sizeBytes);
  }

  void saveContext(long engine, MemorySegment context) {
    require(contextSave.call(engine, context.address(), 0, 0, 0), "uc_context_save");
  }

  void freeContext(MemorySegment context) {
    require(contextFree.call(context.address(), 0, 0, 0, 0), "uc_context_free");
  }
}
