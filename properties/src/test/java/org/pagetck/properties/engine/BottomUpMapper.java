package org.pagetck.properties.engine;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// A right mapper that makes tables unlike the built-in one: it takes all frames first, gives them
/// back if one is lacking, and links from the leaf up. It maps single pages into an empty space.
record BottomUpMapper(Host host) implements Mapper {
  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    var tables = new long[host.levels() - 1];
    for (var i = 0; i < tables.length; i++) {
      tables[i] = host.frames().allocate();
      if (tables[i] == FrameAllocator.NO_FRAME) {
        for (var taken = 0; taken < i; taken++) {
          host.frames().deallocate(tables[taken]);
        }
        return Outcome.refused(Refusal.NO_FRAME);
      }
    }
    var rights = EntryFlags.PRESENT | (flags.bits() & (EntryFlags.WRITABLE | EntryFlags.USER));
    var word = EntryWord.leaf(1, frame, flags.bits());
    for (var level = 1; level < host.levels(); level++) {
      var table = tables[level - 1];
      host.memory().zero(table);
      store(table, page, level, word);
      word = EntryWord.link(table, rights);
    }
    store(host.root(), page, host.levels(), word);
    return Outcome.DONE;
  }

  private void store(long table, long page, int level, long word) {
    var index = Levels.index(page, level);
    host.memory().store(table + (long) index * Levels.ENTRY_BYTES, word);
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    return Outcome.UNSUPPORTED;
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    return Outcome.UNSUPPORTED;
  }

  @Override
  public Outcome translatePage(long page, PageSize size) {
    return Outcome.UNSUPPORTED;
  }

  @Override
  public Outcome translate(long address) {
    return Outcome.UNSUPPORTED;
  }
}
