package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.table.PageTableEntry;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageRange;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.PagingMode;

/// What the tables say as a whole: entries, and ranges of pages that are mapped alike.
final class PageTableTreeTest {
  private static final long BASE = 0x80_4000_0000L;
  private static final EntryFlags PW = new EntryFlags(3);

  private final Machine machine = new Machine(4);
  private final MappedPageTable mapper =
      new MappedPageTable(
          machine.memory(),
          new PhysAddr(machine.root()),
          PagingMode.FOUR_LEVELS,
          machine.flushes());

  private static Page page(long start, PageSize size) {
    return new Page(new VirtAddr(start), size);
  }

  private void map(long start, int count, long frame, EntryFlags flags) {
    var pages =
        new PageRange(
            page(start, PageSize.SIZE_4K), page(start + count * 0x1000L, PageSize.SIZE_4K));
    var first = new PhysFrame(new PhysAddr(frame), PageSize.SIZE_4K);
    assertThat(mapper.ranges().map(pages, first, flags, machine.frames()).isDone()).isTrue();
  }

  @Test
  void adjacentPagesThatAreMappedAlikeAreOneRange() {
    map(BASE, 3, 0x1000, PW);
    map(BASE + 0x3000, 1, 0x4000, new EntryFlags(3 | EntryFlags.ACCESSED | EntryFlags.DIRTY));
    map(BASE + 0x4000, 1, 0x5000, new EntryFlags(1));
    map(BASE + 0x5000, 1, 0x5000, new EntryFlags(1));
    map(BASE + 0x7000, 1, 0x6000, new EntryFlags(1));
    map(BASE + 0x20_0000, 512, 0x4000_0000, PW);

    assertThat(mapper.tree())
        .hasToString(
            """
            0x0000008040000000-0x0000008040003fff  4 x 4K -> 0x1000  PRESENT|WRITABLE
            0x0000008040004000-0x0000008040004fff  1 x 4K -> 0x5000  PRESENT
            0x0000008040005000-0x0000008040005fff  1 x 4K -> 0x5000  PRESENT
            0x0000008040007000-0x0000008040007fff  1 x 4K -> 0x6000  PRESENT
            0x0000008040200000-0x00000080403fffff  1 x 2M -> 0x40000000  PRESENT|WRITABLE\
            """
                .stripIndent());
  }

  @Test
  void rightsThatALinkTakesAwayAreShown() {
    map(BASE, 1, 0x1000, new EntryFlags(7));
    mapper.setFlagsP3Entry(
        page(BASE, PageSize.SIZE_4K), new EntryFlags(1 | EntryFlags.USER | EntryFlags.NO_EXECUTE));

    assertThat(mapper.tree().ranges())
        .singleElement()
        .satisfies(range -> {
          assertThat(range.flags()).isEqualTo(new EntryFlags(7));
          assertThat(range.effective())
              .isEqualTo(new EntryFlags(1 | EntryFlags.USER | EntryFlags.NO_EXECUTE));
          assertThat(range.toString()).endsWith("(effective PRESENT|USER|NO_EXECUTE)");
        });
  }

  @Test
  void aVisitorSeesEveryEntryAndSaysWhereToLook() {
    map(BASE, 1, 0x1000, PW);
    map(-0x2000, 1, 0x2000, PW);
    machine.plant(BASE + 0x1000, 1, 0x2);
    machine.plant(BASE + 0x40_0000, 2, 0x83 | 0x2000);
    machine.poke(machine.root() + 8 * 300, machine.root() | 0x3);
    var seen = new ArrayList<String>();

    mapper
        .tree()
        .visit(
            new TableVisitor() {
              @Override
              public boolean link(VirtAddr address, PageTableEntry entry) {
                seen.add("link %d %s".formatted(entry.level(), address));
                return entry.level() > 2 || address.bits() >= 0;
              }

              @Override
              public void leaf(Page page, Mapping mapping, EntryFlags effective) {
                seen.add("leaf %s %s".formatted(page, mapping.frame()));
              }

              @Override
              public void other(VirtAddr address, PageTableEntry entry) {
                seen.add("other %d %s %x".formatted(entry.level(), address, entry.word()));
              }
            });

    assertThat(seen)
        .containsExactly(
            "link 4 0x8000000000",
            "link 3 0x8040000000",
            "link 2 0x8040000000",
            "leaf 4K 0x8040000000 4K 0x1000",
            "other 1 0x8040001000 2",
            "other 2 0x8040400000 2083",
            "link 4 0xffff960000000000",
            "link 4 0xffffff8000000000",
            "link 3 0xffffffffc0000000",
            "link 2 0xffffffffffe00000");
  }

  @Test
  void linksThatGoRoundEndTheWalk() {
    var first = machine.ownFrame();
    machine.poke(machine.root(), first | 0x3);
    for (var index = 0; index < 512; index++) {
      machine.poke(first + 8L * index, first | 0x3);
    }

    assertThat(mapper.tree().ranges()).hasSizeLessThan(512 * 512);
  }

  @Test
  void anEmptySpaceHasNoRanges() {
    assertThat(mapper.tree().ranges()).isEmpty();
    assertThat(mapper.tree()).hasToString("");
  }
}
