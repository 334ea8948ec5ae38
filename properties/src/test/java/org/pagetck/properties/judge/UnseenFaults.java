package org.pagetck.properties.judge;

import java.util.List;
import java.util.function.BiFunction;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.judge.StoringHost.Rule;

/// Faults of rights, order and flush that no catalogue lists: the built-in mapper with one idea
/// changed.
final class UnseenFaults {
  private static final long PRESENT = EntryFlags.PRESENT;
  private static final long USER = EntryFlags.USER;
  private static final long WRITABLE = EntryFlags.WRITABLE;
  private static final long HUGE_PAGE = EntryFlags.HUGE_PAGE;

  private UnseenFaults() {}

  /// A fault.
  ///
  /// @param sentence what is wrong
  /// @param provider the mapper
  /// @param blame any of these has to take it
  record Unseen(String sentence, MapperProvider provider, List<Requirement> blame) {
    @Override
    public String toString() {
      return sentence;
    }
  }

  static List<Unseen> all() {
    return List.of(
        storing(
            "links of level 3 lack USER",
            (memory, level, at, word) ->
                memory.store(at, level == 3 && isLink(word) ? word & ~USER : word),
            Requirement.PRM_01),
        storing(
            "NO_EXECUTE is lost in leaves of 1 GiB",
            (memory, level, at, word) ->
                memory.store(
                    at, level == 3 && !isLink(word) ? word & ~EntryFlags.NO_EXECUTE : word),
            Requirement.PRM_02,
            Requirement.MAP_01),
        storing(
            "a leaf shows all rights for a moment",
            (memory, level, at, word) -> {
              if (isLeaf(level, word) && memory.load(at) == 0) {
                memory.store(at, (word | WRITABLE | USER) & ~EntryFlags.NO_EXECUTE);
              }
              memory.store(at, word);
            },
            Requirement.ORD_02),
        storing(
            "a leaf shows another frame for a moment",
            (memory, level, at, word) -> {
              if (isLeaf(level, word)) {
                memory.store(at, word ^ 1L << 30);
              }
              memory.store(at, word);
            },
            Requirement.ORD_02,
            Requirement.TLB_01),
        storing(
            "a link is absent for a moment while it is widened",
            (memory, level, at, word) -> {
              if (level > 1 && isLink(word) && isLink(memory.load(at))) {
                memory.store(at, 0);
              }
              memory.store(at, word);
            },
            Requirement.ORD_02),
        storing(
            "a removed leaf comes back for a moment",
            (memory, level, at, word) -> {
              var old = memory.load(at);
              memory.store(at, word);
              if (word == 0 && isLeaf(level, old)) {
                memory.store(at, old);
                memory.store(at, 0);
              }
            },
            Requirement.ORD_06),
        changing(
            "an unmap flushes by itself before it stores, and asks for nothing then",
            "",
            EarlyUnmap::new,
            Requirement.TLB_08),
        changing(
            "a link that lost rights flushes the first page below it alone",
            "",
            NarrowTableFlags::new,
            Requirement.TLB_04),
        changing(
            "an unmap of 1 GiB flushes the 2 MiB before it",
            "",
            BesideUnmap::new,
            Requirement.TLB_01),
        changing(
            "a page that loses the right to execute is not flushed",
            "",
            QuietUpdate::new,
            Requirement.TLB_01),
        changing(
            "a map takes WRITABLE from the top link, and asks for no flush",
            "",
            NarrowingMap::new,
            Requirement.PRM_01,
            Requirement.FRM_01,
            Requirement.TLB_04),
        changing(
            "a global page is flushed by a reload of CR3 where it becomes absent",
            "flush-all = non-global\n",
            ReloadingUpdate::new,
            Requirement.TLB_05));
  }

  private static boolean isLink(long word) {
    return (word & (PRESENT | HUGE_PAGE)) == PRESENT;
  }

  private static boolean isLeaf(int level, long word) {
    return (word & PRESENT) != 0 && (level == 1 || (level > 1 && (word & HUGE_PAGE) != 0));
  }

  private static Unseen storing(String sentence, Rule rule, Requirement... blame) {
    return new Unseen(
        sentence,
        new AlteredMapper(Replays.mapped(), "", host -> StoringHost.of(host, rule), flush -> flush),
        List.of(blame));
  }

  private static Unseen changing(
      String sentence,
      String declares,
      BiFunction<Mapper, Host, Mapper> changed,
      Requirement... blame) {
    return new Unseen(sentence, DelegatingMapper.provider(declares, changed), List.of(blame));
  }

  private static Outcome asking(Outcome outcome, Flush flush) {
    return switch (outcome) {
      case Outcome.Done _ -> new Outcome.Done(flush);
      case Outcome.Removed(long frame, EntryFlags flags, _) ->
          new Outcome.Removed(frame, flags, flush);
      case Outcome.RemovedReserved _,
          Outcome.Found _,
          Outcome.Translated _,
          Outcome.Refused _,
          Outcome.Unsupported _,
          Outcome.Failed _ ->
          outcome;
    };
  }

  private static final class EarlyUnmap extends DelegatingMapper {
    EarlyUnmap(Mapper mapper, Host host) {
      super(mapper, host);
    }

    @Override
    public Outcome unmap(long page, PageSize size) {
      if (translatePage(page, size) instanceof Outcome.Found) {
        host().flushes().flush(page, size.bytes());
      }
      return asking(super.unmap(page, size), Flush.NONE);
    }
  }

  private static final class NarrowTableFlags extends DelegatingMapper {
    NarrowTableFlags(Mapper mapper, Host host) {
      super(mapper, host);
    }

    @Override
    public Outcome setTableFlags(long address, int level, EntryFlags flags) {
      var span = 1L << (12 + 9 * (level - 1));
      return asking(
          super.setTableFlags(address, level, flags), new Flush.Range(address & -span, 4096));
    }
  }

  private static final class BesideUnmap extends DelegatingMapper {
    BesideUnmap(Mapper mapper, Host host) {
      super(mapper, host);
    }

    @Override
    public Outcome unmap(long page, PageSize size) {
      var outcome = super.unmap(page, size);
      var half = PageSize.SIZE_2M.bytes();
      return size == PageSize.SIZE_1G
          ? asking(outcome, new Flush.Range(page - half, half))
          : outcome;
    }
  }

  private static final class QuietUpdate extends DelegatingMapper {
    QuietUpdate(Mapper mapper, Host host) {
      super(mapper, host);
    }

    @Override
    public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
      var had = translatePage(page, size);
      var outcome = super.updateFlags(page, size, flags);
      var loses =
          had instanceof Outcome.Found(_, EntryFlags old)
              && old.bits() == (flags.bits() & ~EntryFlags.NO_EXECUTE);
      return loses ? asking(outcome, Flush.NONE) : outcome;
    }
  }

  private static final class NarrowingMap extends DelegatingMapper {
    NarrowingMap(Mapper mapper, Host host) {
      super(mapper, host);
    }

    @Override
    public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
      var outcome = super.map(page, size, frame, flags);
      var index = page >>> (12 + 9 * (host().levels() - 1)) & 0x1ff;
      var top = host().root() + index * 8;
      var word = host().memory().load(top);
      if (outcome instanceof Outcome.Done
          && (flags.bits() & WRITABLE) == 0
          && isLink(word)
          && EntryWord.linkAddress(word) != 0
          && (word & WRITABLE) != 0) {
        host().memory().store(top, word & ~WRITABLE);
      }
      return outcome;
    }
  }

  private static final class ReloadingUpdate extends DelegatingMapper {
    ReloadingUpdate(Mapper mapper, Host host) {
      super(mapper, host);
    }

    @Override
    public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
      var outcome = super.updateFlags(page, size, flags);
      return (flags.bits() & PRESENT) == 0 ? asking(outcome, Flush.ALL) : outcome;
    }
  }
}
