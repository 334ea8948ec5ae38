package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.ErrorCode;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.paging.Protection;

/// Finds the error code in the saved state of a processor, which the library does not lay open:
/// faults whose codes are beyond doubt are raised, and the one place that held each of them is it.
final class UnicornErrorCode {
  private static final int FRAME_COUNT = 5;
  private static final long LINK = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;
  private static final int USER = ErrorCode.USER;
  private static final int PRESENT = ErrorCode.PRESENT;

  /// An access to the page at `address` that faults with `code`.
  private record Known(long address, AccessKind kind, int code) {}

  private static final List<Known> FAULTS =
      List.of(
          new Known(0x1000, AccessKind.READ, USER),
          new Known(0x1000, AccessKind.WRITE, USER | ErrorCode.WRITE),
          new Known(0x1000, AccessKind.FETCH, USER | ErrorCode.FETCH),
          new Known(0x2000, AccessKind.WRITE, PRESENT | USER | ErrorCode.WRITE),
          new Known(0x2000, AccessKind.FETCH, PRESENT | USER | ErrorCode.FETCH),
          new Known(0x3000, AccessKind.READ, PRESENT | USER | ErrorCode.RESERVED));

  private UnicornErrorCode() {}

  /// Returns the offset of the error code in [UnicornEngine#state].
  ///
  /// @throws MmuFailedException if there is no such place, or more than one
  static long calibrate(UnicornLibrary library) {
    try (var arena = Arena.ofConfined()) {
      var bytes = arena.allocate((long) FRAME_COUNT * Levels.TABLE_BYTES, Levels.TABLE_BYTES);
      var memory = new MmuMemory(bytes, Levels.TABLE_BYTES);
      build(memory);
      try (var engine =
          new UnicornEngine(
              library,
              memory,
              new PagingMode(4, UnicornMmu.PHYSICAL_WIDTH, true),
              Privilege.USER,
              Protection.WRITE_PROTECT)) {
        return offset(engine, memory.start());
      }
    }
  }

  /// Maps page 0x2000 read-only without fetches and page 0x3000 with a reserved bit.
  private static void build(MmuMemory memory) {
    var table = memory.start();
    for (var level = 4; level > 1; level--) {
      memory.store(table, table + Levels.TABLE_BYTES | LINK);
      table += Levels.TABLE_BYTES;
    }
    var leaf = EntryFlags.PRESENT | EntryFlags.USER;
    memory.store(table + 2 * Levels.ENTRY_BYTES, leaf | EntryFlags.NO_EXECUTE);
    memory.store(table + 3 * Levels.ENTRY_BYTES, leaf | 1L << UnicornMmu.PHYSICAL_WIDTH);
  }

  private static long offset(UnicornEngine engine, long root) {
    var places = new BitSet();
    var first = true;
    for (var fault : FAULTS) {
      if (engine.translate(root, fault.address(), fault.kind(), false) == 0) {
        throw new MmuFailedException("an access that must fault did not: " + fault);
      }
      var holding = placesOf(fault.code(), engine.state());
      if (first) {
        places.or(holding);
      } else {
        places.and(holding);
      }
      first = false;
    }
    if (places.cardinality() != 1) {
      throw new MmuFailedException(
          "the error code may stand in %d places of the state".formatted(places.cardinality()));
    }
    return (long) places.nextSetBit(0) * Integer.BYTES;
  }

  private static BitSet placesOf(int code, MemorySegment state) {
    var places = new BitSet();
    for (var place = 0; (place + 1L) * Integer.BYTES <= state.byteSize(); place++) {
      if (state.getAtIndex(ValueLayout.JAVA_INT, place) == code) {
        places.set(place);
      }
    }
    return places;
  }
}
