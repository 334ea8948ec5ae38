package org.pagetck.impl.mapper;

import org.pagetck.impl.core.RecursiveCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.frame.FrameCleaner;
import org.pagetck.impl.processor.PageFaultException;
import org.pagetck.impl.processor.Processor;
import org.pagetck.impl.processor.VirtualMemory;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.FlushSink;

/// A mapper that edits the tables that its processor uses, through an entry of the top table that
/// leads back to the top table: a walk that goes round there ends one level early, at a table
/// instead of a page.
///
/// The pages of the recursive index are the tables themselves; what is asked of the mapper there is
/// done to them. Tables whose links lack WRITABLE are seen as read-only pages, so that the
/// processor must not have CR0.WP set.
public final class RecursivePageTable extends PageTableMapper {
  private final Processor processor;
  private final int recursiveIndex;
  private final long table;

  private RecursivePageTable(
      Processor processor, long table, FrameCleaner cleaner, FlushSink flushes) {
    var sink = new BothFlushes(processor, flushes);
    super(new RecursiveCore(space(processor, table), cleaner::clean), sink);
    this.processor = processor;
    this.recursiveIndex = Levels.index(table, processor.mode().levels());
    this.table = table;
  }

  private static TableSpace space(Processor processor, long table) {
    var mode = processor.mode();
    var memory = processor.memory();
    var span = Levels.entrySpan(mode.levels());
    var format =
        new EntryFormat(mode.physicalWidth(), mode.noExecute(), memory.start(), memory.sizeBytes());
    return new TableSpace(
        new VirtualMemory(processor, table & -span, span), table, mode.levels(), format);
  }

  /// Returns a mapper over the table that `processor` shows at `table`, or why there is none.
  ///
  /// @param cleaner zeroes frames before they are linked, where the recursive entry does not show
  ///   them yet
  /// @param flushes carries out flushes on other processors; those of this one are made besides
  public static RecursionCheck of(
      Processor processor, VirtAddr table, FrameCleaner cleaner, FlushSink flushes) {
    var levels = processor.mode().levels();
    if (!isRecursive(table.bits(), levels)) {
      return new RecursionCheck.Invalid(InvalidPageTable.NOT_RECURSIVE);
    }
    if (!isActive(processor, table.bits())) {
      return new RecursionCheck.Invalid(InvalidPageTable.NOT_ACTIVE);
    }
    return new RecursionCheck.Recursive(
        new RecursivePageTable(processor, table.bits(), cleaner, flushes));
  }

  /// Returns the mapper without a look at the tables. Where the top table is not recursive at
  /// `recursiveIndex`, its operations throw [PageFaultException], or do harm.
  ///
  /// @throws IllegalArgumentException if the index is not 0 to 511
  public static RecursivePageTable unchecked(
      Processor processor, int recursiveIndex, FrameCleaner cleaner, FlushSink flushes) {
    if (recursiveIndex < 0 || recursiveIndex >= Levels.ENTRY_COUNT) {
      throw new IllegalArgumentException("index not 0 to 511: " + recursiveIndex);
    }
    var table = addressOf(recursiveIndex, processor.mode().levels());
    return new RecursivePageTable(processor, table.bits(), cleaner, flushes);
  }

  /// Returns the virtual address at which a recursive entry at `recursiveIndex` shows the top table
  /// of `levels` levels.
  public static VirtAddr addressOf(int recursiveIndex, int levels) {
    var address = 0L;
    for (var level = 1; level <= levels; level++) {
      address |= (long) recursiveIndex << Levels.shift(level);
    }
    return new VirtAddr(Levels.signExtend(address, levels));
  }

  private static boolean isRecursive(long table, int levels) {
    return table == addressOf(Levels.index(table, levels), levels).bits();
  }

  private static boolean isActive(Processor processor, long table) {
    var index = Levels.index(table, processor.mode().levels());
    try {
      var word = processor.load(table + (long) index * Levels.ENTRY_BYTES);
      var isLink = (word & (EntryFlags.PRESENT | EntryFlags.HUGE_PAGE)) == EntryFlags.PRESENT;
      return isLink && EntryWord.linkAddress(word) == processor.root();
    } catch (PageFaultException _) {
      return false;
    }
  }

  @Override
  public PhysAddr root() {
    return new PhysAddr(processor.root());
  }

  /// Returns the index in the top table of the entry that leads back to it.
  public int recursiveIndex() {
    return recursiveIndex;
  }

  /// Returns the virtual address at which the top table is seen.
  public VirtAddr table() {
    return new VirtAddr(table);
  }

  /// Flushes here and elsewhere.
  private record BothFlushes(FlushSink here, FlushSink elsewhere) implements FlushSink {
    @Override
    public void flush(long address, long bytes) {
      here.flush(address, bytes);
      elsewhere.flush(address, bytes);
    }

    @Override
    public void flushAll() {
      here.flushAll();
      elsewhere.flushAll();
    }
  }
}
