package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;
import org.pagetck.properties.exhaust.Extent.AbsentFlags;
import org.pagetck.properties.exhaust.Extent.Host;
import org.pagetck.properties.exhaust.Extent.Place;
import org.pagetck.properties.exhaust.Extent.Range;
import org.pagetck.properties.exhaust.Extent.Tables;

/// The universes that can be searched, each cut down to what a contract lets be done.
///
/// All have pages of each size that contain one another at one end of the address space, and
/// budgets from none to as many frames as a call may need. What grows from one to the next is the
/// number of things that can be combined.
public enum Universes {
  /// Seconds: pages within one another, no host.
  SMALL(
      "small",
      "a 1 GiB page, a 2 MiB page in it and a 4 KiB page in that; 2 frames, 2 sets of flags"),
  /// A minute.
  DEFAULT(
      "default",
      "as small, with markers, flags of links, entries that the host plants at each level, processors"
          + " that access; and a 4 KiB page in the other half"),
  /// Minutes to hours.
  LARGER(
      "larger",
      "as default, with 2 sets of flags for links, maps that say them, pages that are changed to markers,"
          + " and 2 frames for the page in the other half");

  private static final long MEMORY_START = 1L << 32;
  private static final long GIGANTIC_FRAME = 1L << 30;
  private static final EntryFlags PLAIN = new EntryFlags(EntryFlags.PRESENT);
  private static final EntryFlags OPEN =
      new EntryFlags(EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER);
  private static final EntryFlags MARKER = new EntryFlags(1L << 9);
  private static final EntryFlags WRITABLE_MARKER = new EntryFlags(EntryFlags.WRITABLE);
  private static final EntryFlags HUGE = new EntryFlags(EntryFlags.PRESENT | EntryFlags.HUGE_PAGE);
  private static final List<Long> FRAMES = List.of(0L, GIGANTIC_FRAME);
  private static final List<Universes> ALL = List.of(values());

  private final String text;
  private final String sentence;

  Universes(String text, String sentence) {
    this.text = text;
    this.sentence = sentence;
  }

  /// Returns all of them, the smallest first.
  public static List<Universes> all() {
    return ALL;
  }

  /// Returns the one that `text` names, or nothing.
  public static Optional<Universes> byText(String text) {
    return ALL.stream().filter(universe -> universe.text.equals(text)).findFirst();
  }

  /// Returns what selects it.
  public String text() {
    return text;
  }

  /// Returns what it holds, in words.
  public String sentence() {
    return sentence;
  }

  /// Returns the universe for mappers under `contract`, in tables of the fewest levels that it has.
  public Universe under(Contract contract) {
    var setup =
        new Setup(
            Map.of(), MEMORY_START, Setup.MEMORY_MIN, FrameOrder.ASCENDING, 0, FrameContents.DIRTY);
    var levels = contract.levels().getFirst();
    if (levels != setup.levels()) {
      setup = setup.with(Setup.LEVELS, Integer.toString(levels));
    }
    var extent = extent(contract, levels);
    return new Universe(text, sentence, setup, MoveList.of(extent, contract, setup));
  }

  private Extent extent(Contract contract, int levels) {
    var base = contract.virtualRange() == VirtualRange.UPPER ? firstUpper(levels) : 0;
    var nest = new ArrayList<Place>();
    PageSize.all().forEach(size -> nest.add(new Place(base, size, FRAMES)));
    var smallest = List.of(nest.getFirst());
    var flags = List.of(PLAIN, OPEN);
    if (this == SMALL) {
      return new Extent(
          nest,
          flags,
          new AbsentFlags(List.of(), List.of()),
          List.of(),
          new Tables(List.of(), List.of(), List.of()),
          new Host(List.of(), List.of()),
          ranges(base, levels));
    }
    var isLarger = this == LARGER;
    var pages = new ArrayList<>(nest);
    var far = far(contract, levels);
    pages.add(new Place(far, PageSize.SIZE_4K, isLarger ? FRAMES : FRAMES.subList(0, 1)));
    return new Extent(
        pages,
        flags,
        isLarger
            ? new AbsentFlags(List.of(WRITABLE_MARKER), List.of(WRITABLE_MARKER))
            : new AbsentFlags(List.of(MARKER), List.of()),
        List.of(HUGE),
        new Tables(isLarger ? flags : List.of(OPEN), smallest, isLarger ? smallest : List.of()),
        new Host(smallest, smallest),
        ranges(base, levels));
  }

  private static long firstUpper(int levels) {
    return -1L << (Levels.virtualBits(levels) - 1);
  }

  /// Returns the last page of the address space whose root entry a mapper may use.
  private static long far(Contract contract, int levels) {
    var last = contract.virtualRange() == VirtualRange.LOWER ? ~firstUpper(levels) : -1L;
    var page = last & -Levels.entrySpan(1);
    while (isSet(contract, Levels.index(page, levels))) {
      page -= Levels.entrySpan(levels);
    }
    return page;
  }

  private static boolean isSet(Contract contract, int index) {
    return index > 0
        && (contract.sharedEntries().contains(index)
            || contract.recursiveSlot().orElse(0) == index);
  }

  /// Returns everything, one 2 MiB table's span, and the half that `base` lies in.
  private static List<Range> ranges(long base, int levels) {
    return List.of(
        new Range(0, -1),
        new Range(base, base + PageSize.SIZE_2M.bytes() - 1),
        new Range(base, base - 1 - firstUpper(levels)));
  }
}
