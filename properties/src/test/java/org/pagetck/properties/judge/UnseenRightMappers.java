package org.pagetck.properties.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// Mappers that go other ways than the built-in one and are right.
final class UnseenRightMappers {
  private UnseenRightMappers() {}

  /// A right mapper.
  ///
  /// @param sentence what it does otherwise
  /// @param provider the mapper
  record Right(String sentence, MapperProvider provider) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  static List<Right> all() {
    return List.of(
        new Right(
            "it flushes everything where a page would do",
            new AlteredMapper(
                Replays.mapped(),
                "",
                host -> host,
                flush -> flush.equals(Flush.PAGE) ? Flush.ALL : flush)),
        new Right(
            "it flushes inside the call, after the store, and asks for nothing",
            DelegatingMapper.provider("", FlushingUnmap::new)),
        new Right(
            "it has no words for what a processor sets",
            DelegatingMapper.provider("flags = all -ACCESSED -DIRTY\n", Wordless::new)),
        new Right(
            "it removes leaves by exchange",
            new AlteredMapper(
                Replays.mapped(),
                "",
                host -> StoringHost.of(host, new Exchanges()),
                flush -> flush)),
        new Right(
            "it cuts empty subtrees off at the top, flushes, and clears the links inside then",
            DelegatingMapper.provider("", (it, host) -> new SubtreeCleanUp(it, host, true))),
        new Right(
            "it cuts empty subtrees off at the top, flushes, and leaves the links inside",
            DelegatingMapper.provider("", (it, host) -> new SubtreeCleanUp(it, host, false))));
  }

  private static final class Exchanges implements StoringHost.Rule {
    @Override
    public void store(PhysMemory memory, int level, long address, long word) {
      var old = memory.load(address);
      if (level == 0 || memory.compareAndExchange(address, old, word) != old) {
        memory.store(address, word);
      }
    }

    @Override
    public boolean isForExchanges() {
      return false;
    }
  }

  private static final class Wordless extends DelegatingMapper {
    Wordless(Mapper mapper, Host host) {
      super(mapper, host);
    }

    @Override
    public Outcome unmap(long page, PageSize size) {
      return spoken(super.unmap(page, size));
    }

    @Override
    public Outcome translatePage(long page, PageSize size) {
      return spoken(super.translatePage(page, size));
    }

    @Override
    public Outcome translate(long address) {
      return spoken(super.translate(address));
    }

    private static Outcome spoken(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Removed(var frame, var flags, var flush) ->
            new Outcome.Removed(frame, spoken(flags), flush);
        case Outcome.Found(var frame, var flags) -> new Outcome.Found(frame, spoken(flags));
        case Outcome.Translated(var size, var frame, var offset, var flags) ->
            new Outcome.Translated(size, frame, offset, spoken(flags));
        default -> outcome;
      };
    }

    private static EntryFlags spoken(EntryFlags flags) {
      return new EntryFlags(flags.bits() & ~(EntryFlags.ACCESSED | EntryFlags.DIRTY));
    }
  }

  private static final class FlushingUnmap extends DelegatingMapper {
    FlushingUnmap(Mapper mapper, Host host) {
      super(mapper, host);
    }

    @Override
    public Outcome unmap(long page, PageSize size) {
      var outcome = super.unmap(page, size);
      if (outcome instanceof Outcome.Removed(long frame, EntryFlags flags, _)) {
        host().flushes().flush(page, size.bytes());
        return new Outcome.Removed(frame, flags, Flush.NONE);
      }
      return outcome;
    }
  }

  /// Looks for whole subtrees without a page: unlinks the highest table of each, flushes, and only
  /// then takes it apart.
  private static final class SubtreeCleanUp extends DelegatingMapper {
    private final boolean clears;

    /// Creates it; `clears` says whether it clears the links inside a subtree that is cut off.
    SubtreeCleanUp(Mapper mapper, Host host, boolean clears) {
      super(mapper, host);
      this.clears = clears;
    }

    /// An entry that links an empty subtree, the table at its top, and those below.
    private record Subtree(long link, long table, List<Subtree> below) {}

    @Override
    public Outcome cleanUp(long first, long last) {
      if (first != 0 || last != -1) {
        return super.cleanUp(first, last);
      }
      emptyBelow(host().root(), host().levels()).orElse(List.of()).forEach(this::cut);
      return Outcome.DONE;
    }

    /// Returns the empty subtrees that `table` links, if it holds nothing else; else cuts them.
    private Optional<List<Subtree>> emptyBelow(long table, int level) {
      var found = new ArrayList<Subtree>();
      var holdsMore = false;
      for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
        var at = table + (long) index * Levels.ENTRY_BYTES;
        var word = host().memory().load(at);
        var child = EntryWord.linkAddress(word);
        var below =
            isLink(level, word) ? emptyBelow(child, level - 1) : Optional.<List<Subtree>>empty();
        below.ifPresent(it -> found.add(new Subtree(at, child, it)));
        holdsMore |= word != 0 && below.isEmpty();
      }
      if (holdsMore) {
        found.forEach(this::cut);
        return Optional.empty();
      }
      return Optional.of(found);
    }

    private boolean isLink(int level, long word) {
      var offset = EntryWord.linkAddress(word) - host().memory().start();
      return level > 1
          && (word & (EntryFlags.PRESENT | EntryFlags.HUGE_PAGE)) == EntryFlags.PRESENT
          && offset >= 0
          && offset < host().memory().sizeBytes();
    }

    private void cut(Subtree subtree) {
      host().memory().store(subtree.link(), 0);
      host().flushes().flushAll();
      giveBack(subtree);
    }

    private void giveBack(Subtree subtree) {
      for (var below : subtree.below()) {
        if (clears) {
          host().memory().store(below.link(), 0);
        }
        giveBack(below);
      }
      host().frames().deallocate(subtree.table());
    }
  }
}
