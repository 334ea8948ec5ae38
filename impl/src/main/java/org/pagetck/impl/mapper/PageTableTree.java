package org.pagetck.impl.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.impl.core.TableTree;
import org.pagetck.impl.table.PageTableEntry;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageRangeInclusive;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;

/// What the tables of an address space say as a whole. It stores nothing, and looks anew each time.
public final class PageTableTree {
  private static final long RIGHTS = EntryFlags.WRITABLE | EntryFlags.USER;
  private static final long MARKS = EntryFlags.ACCESSED | EntryFlags.DIRTY;

  private final TableTree tree;

  PageTableTree(TableTree tree) {
    this.tree = tree;
  }

  /// Shows `visitor` every entry that is not empty. A recursive link is shown and not followed.
  public void visit(TableVisitor visitor) {
    tree.visit((level, address, word, state, granted, forbidden) ->
        switch (state) {
          case LINK -> visitor.link(new VirtAddr(address), new PageTableEntry(level, word));
          case LEAF -> {
            var size = PageSize.all().get(level - 1);
            var frame = new PhysFrame(new PhysAddr(EntryWord.leafAddress(level, word)), size);
            var flags = new EntryFlags(EntryWord.leafFlags(level, word));
            var effective =
                EntryFlags.PRESENT
                    | (word & granted & RIGHTS)
                    | ((word | forbidden) & EntryFlags.NO_EXECUTE);
            visitor.leaf(
                new Page(new VirtAddr(address), size),
                new Mapping(frame, flags),
                new EntryFlags(effective));
            yield false;
          }
          case RESERVED, MALFORMED -> {
            visitor.other(new VirtAddr(address), new PageTableEntry(level, word));
            yield false;
          }
          case EMPTY -> false;
        });
  }

  /// Returns what is mapped, ascending, adjacent pages that are mapped alike as one range.
  public List<MappedRange> ranges() {
    var ranges = new ArrayList<MappedRange>();
    visit(
        new TableVisitor() {
          @Override
          public void leaf(Page page, Mapping mapping, EntryFlags effective) {
            var flags = mapping.flags().without(MARKS);
            var alone =
                new MappedRange(
                    new PageRangeInclusive(page, page), mapping.frame(), flags, effective);
            if (!ranges.isEmpty() && isContinued(ranges.getLast(), alone)) {
              var last = ranges.removeLast();
              var pages = new PageRangeInclusive(last.pages().start(), page);
              ranges.add(new MappedRange(pages, last.first(), flags, effective));
            } else {
              ranges.add(alone);
            }
          }
        });
    return ranges;
  }

  private static boolean isContinued(MappedRange range, MappedRange next) {
    var bytes = range.pages().bytes();
    var start = range.pages().start().start().bits();
    return range.pages().size() == next.pages().size()
        && start + bytes == next.pages().start().start().bits()
        && (start ^ next.pages().start().start().bits()) >= 0
        && range.first().start().bits() + bytes == next.first().start().bits()
        && range.flags().equals(next.flags())
        && range.effective().equals(next.effective());
  }

  /// Returns the [#ranges], one line each.
  @Override
  public String toString() {
    return ranges().stream().map(MappedRange::toString).collect(Collectors.joining("\n"));
  }
}
