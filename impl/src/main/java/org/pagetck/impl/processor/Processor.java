package org.pagetck.impl.processor;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.EntryUpdate;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;
import org.pagetck.model.paging.Rights;
import org.pagetck.model.paging.WalkResult;
import org.pagetck.model.paging.WalkWord;
import org.pagetck.model.paging.WordReader;

/// One processor over physical memory: it translates virtual addresses by the page walk and keeps
/// what it found until it is flushed, so that software which forgets a flush is found out.
///
/// It keeps translations of any page that it used, also of entries without ACCESSED, and forgets
/// none of its own accord but for want of room. One thread uses it at a time.
public final class Processor implements FlushSink {
  private final PhysMemory memory;
  private final PageWalk walk;
  private final Protection protection;
  private final Marking marking;
  private final WordReader words;
  private final Tlb tlb = new Tlb();
  private final long readMask;
  private final long writeMask;
  private long root;

  /// Creates it with an empty cache; `root` is the physical address of the top table.
  public Processor(
      PhysMemory memory, long root, PagingMode mode, Protection protection, Marking marking) {
    this.memory = memory;
    this.root = root;
    this.walk = new PageWalk(mode);
    this.protection = protection;
    this.marking = marking;
    this.words = address -> isWord(address) ? memory.load(address) : 0;
    this.readMask = Rights.mask(Access.SUPERVISOR_READ, protection);
    this.writeMask = Rights.mask(Access.SUPERVISOR_WRITE, protection);
  }

  private boolean isWord(long address) {
    var offset = address - memory.start();
    return offset >= 0 && offset <= memory.sizeBytes() - Levels.ENTRY_BYTES;
  }

  /// Returns how it reads tables.
  public PagingMode mode() {
    return walk.mode();
  }

  /// Returns its memory.
  public PhysMemory memory() {
    return memory;
  }

  /// Returns the physical address of the top table that is active: what CR3 holds.
  public long root() {
    return root;
  }

  /// Makes the table at the physical address `table` the active one, as a load of CR3 does:
  /// translations of global pages stay.
  public void activate(long table) {
    root = table;
    tlb.forgetAllButGlobal();
  }

  /// Returns the physical address that `access` to `address` reaches.
  ///
  /// @throws PageFaultException if the tables, or what is cached of them, do not allow it
  public long translate(long address, Access access) {
    return translate(address, access, Rights.mask(access, protection));
  }

  private long translate(long address, Access access, long mask) {
    var cached = tlb.find(address);
    if (cached != 0
        && (WalkWord.rights(cached) & mask) != 0
        && (!isWrite(access) || tlb.servesWrites(address))) {
      return WalkWord.physicalAddress(cached, address);
    }
    return translateAnew(address, access, mask);
  }

  private static boolean isWrite(Access access) {
    return access == Access.SUPERVISOR_WRITE || access == Access.USER_WRITE;
  }

  /// Walks. An access that what is cached does not allow is looked up again before it faults.
  private long translateAnew(long address, Access access, long mask) {
    tlb.forget(address, 1);
    var found = walk.walk(words, root, address);
    if ((WalkWord.rights(found) & mask) == 0) {
      throw new PageFaultException(address, access, result(address, access));
    }
    if (marking == Marking.ACCESSED_DIRTY) {
      mark(address, access);
    }
    tlb.keep(address, found, marking == Marking.NONE || isWrite(access));
    return WalkWord.physicalAddress(found, address);
  }

  private WalkResult result(long address, Access access) {
    return walk.access(words, root, address, access, protection);
  }

  private void mark(long address, Access access) {
    if (result(address, access) instanceof WalkResult.Translated translated) {
      translated.updates().forEach(this::mark);
    }
  }

  /// Sets the marks of `update` in one step, whatever else changes the entry meanwhile.
  private void mark(EntryUpdate update) {
    var marks = update.word() & (EntryFlags.ACCESSED | EntryFlags.DIRTY);
    var word = memory.load(update.address());
    while (true) {
      var seen = memory.compareAndExchange(update.address(), word, word | marks);
      if (seen == word) {
        return;
      }
      word = seen;
    }
  }

  /// Returns the word at the virtual `address`, read by the supervisor.
  public long load(long address) {
    return memory.load(translate(address, Access.SUPERVISOR_READ, readMask));
  }

  /// Stores `value` at the virtual `address` as the supervisor, by one aligned 8-byte store.
  public void store(long address, long value) {
    memory.store(translate(address, Access.SUPERVISOR_WRITE, writeMask), value);
  }

  /// Stores the low `width` bytes of `value`.
  public void store(long address, long value, int width) {
    memory.store(translate(address, Access.SUPERVISOR_WRITE, writeMask), value, width);
  }

  /// Stores `value` if `expected` stands there, in one step; returns what stood there.
  public long compareAndExchange(long address, long expected, long value) {
    var physical = translate(address, Access.SUPERVISOR_WRITE, writeMask);
    return memory.compareAndExchange(physical, expected, value);
  }

  /// Zeroes the 4 KiB page at the virtual `page`.
  public void zero(long page) {
    memory.zero(translate(page, Access.SUPERVISOR_WRITE, writeMask));
  }

  @Override
  public void flush(long address, long bytes) {
    tlb.forget(address, bytes);
  }

  @Override
  public void flushAll() {
    tlb.forgetAll();
  }
}
