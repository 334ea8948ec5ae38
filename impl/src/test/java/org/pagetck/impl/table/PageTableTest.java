package org.pagetck.impl.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.impl.memory.SegmentMemory;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.WildAccessException;
import org.pagetck.model.paging.PagingMode;

/// Tables, entries and the walk as a tool sees them.
final class PageTableTest {
  private static final long START = 0x1_0000_0000L;
  private static final EntryFlags PW = new EntryFlags(3);
  private static final VirtAddr ADDRESS = new VirtAddr(0xffff_8040_c020_3000L);

  private final SegmentMemory memory = SegmentMemory.allocate(Arena.ofAuto(), START, 16 << 12);

  private static PhysAddr frame(int index) {
    return new PhysAddr(START + index * 4096L);
  }

  private PageTable table(int index, int level) {
    return new PageTable(memory, frame(index), level);
  }

  private PageTableWalker walker(int levels) {
    return new PageTableWalker(memory, frame(0), new PagingMode(levels, 52, true));
  }

  @Test
  void anEntryThatIsSetStandsInMemoryAtEightTimesItsIndex() {
    var table = table(1, 2);
    var entry = PageTableEntry.link(2, frame(2), PW);

    table.set(5, entry);

    assertThat(memory.load(START + 4096 + 40)).isEqualTo(frame(2).bits() | 3);
    assertThat(table.entry(5)).isEqualTo(entry);
    assertThat(table.slot(5).bits()).isEqualTo(START + 4096 + 40);
    assertThat(table.isEmpty()).isFalse();
    assertThat(table.entries()).hasSize(512).filteredOn(e -> !e.isUnused()).containsExactly(entry);
  }

  @Test
  void aZeroedTableIsEmpty() {
    var table = table(1, 1);
    table.set(511, PageTableEntry.leaf(1, new PhysAddr(0), PW));

    table.zero();

    assertThat(table.isEmpty()).isTrue();
  }

  @Test
  void anIndexFrom0To511IsAnIndexAndNoOther() {
    assertThatThrownBy(() -> table(1, 1).entry(512)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table(1, 1).slot(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anEntryOfAnotherLevelDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table(1, 2).set(0, PageTableEntry.unused(1)));
  }

  @Test
  void aTableLiesInAFrameOfTheMemoryAtALevelThatThereIs() {
    assertThatIllegalArgumentException().isThrownBy(() -> table(16, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageTable(memory, new PhysAddr(START + 8), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> table(0, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> PageTableEntry.unused(0));
  }

  @ParameterizedTest
  @CsvSource({"1, 0x6081", "2, 0x601081", "3, 0xc0001081"})
  void aLeafReadsBackAsWrittenWithPatWhereItsLevelHasIt(int level, String word) {
    var frame = new PhysAddr(level == 1 ? 0x6000 : level == 2 ? 0x60_0000 : 0xc000_0000L);
    var flags = new EntryFlags(EntryFlags.PRESENT | EntryFlags.PAT);

    var leaf = PageTableEntry.leaf(level, frame, flags);

    assertThat(leaf.word()).isEqualTo(Long.decode(word));
    assertThat(leaf.flags()).isEqualTo(flags);
    assertThat(leaf.address()).isEqualTo(frame);
  }

  @Test
  void aLinkHasNoPat() {
    var link = PageTableEntry.link(3, new PhysAddr(START + 0x1000), EntryFlags.NONE);

    assertThat(link.flags()).isEqualTo(new EntryFlags(EntryFlags.PRESENT));
    assertThat(link.address()).isEqualTo(frame(1));
  }

  @Test
  void otherFlagsLeaveTheAddress() {
    assertThat(PageTableEntry.link(3, frame(1), PW).withFlags(new EntryFlags(7)))
        .isEqualTo(PageTableEntry.link(3, frame(1), new EntryFlags(7)));
    assertThat(PageTableEntry.leaf(1, frame(1), PW).withFlags(EntryFlags.NONE))
        .isEqualTo(new PageTableEntry(1, frame(1).bits()));
  }

  @Test
  void entriesSayWhatTheyAre() {
    assertThat(PageTableEntry.unused(4)).hasToString("level 4 unused");
    assertThat(PageTableEntry.leaf(1, new PhysAddr(0x5000), PW))
        .hasToString("level 1 0x5000 PRESENT|WRITABLE");
  }

  @Test
  void aWalkEndsAtTheLeaf() {
    for (var levels : List.of(4, 5)) {
      memory.zero(START);
      for (var level = levels; level > 1; level--) {
        var table = table(levels - level, level);
        table.set(ADDRESS.index(level), PageTableEntry.link(level, frame(levels - level + 1), PW));
      }
      var leaf = PageTableEntry.leaf(1, new PhysAddr(0x5000), PW);
      table(levels - 1, 1).set(ADDRESS.index(1), leaf);

      assertThat(walker(levels).path(ADDRESS)).hasSize(levels).endsWith(leaf);
    }
  }

  @Test
  void aWalkEndsAtTheFirstEntryThatIsNoLink() {
    var walker = walker(4);
    assertThat(walker.path(ADDRESS)).containsExactly(PageTableEntry.unused(4));

    var outside = PageTableEntry.link(4, new PhysAddr(0x5000), PW);
    walker.root().set(ADDRESS.index(4), outside);
    assertThat(walker.path(ADDRESS)).containsExactly(outside);
    assertThat(walker.next(outside)).isEqualTo(new NextTable.None(SlotState.MALFORMED));
  }

  @Test
  void anAddressThatIsCanonicalForFiveLevelsOnlyHasNoPathThroughFour() {
    assertThat(walker(4).path(new VirtAddr(1L << 50))).isEmpty();
  }

  @Test
  void aWindowLeadsEachAccessToItsVirtualAddress() {
    var offset = 0x7f00_0000L;
    var virtual = SegmentMemory.allocate(Arena.ofAuto(), START + offset, 16 << 12);
    var window = new WindowMemory(virtual, PhysToVirt.offset(offset), START, 16 << 12);

    window.store(START + 8, 5);
    window.store(START + 16, -1, 4);

    assertThat(virtual.load(START + offset + 8)).isEqualTo(5);
    assertThat(window.load(START + 16)).isEqualTo(0xffff_ffffL);
    assertThat(window.compareAndExchange(START + 8, 5, 6)).isEqualTo(5);
    assertThat(virtual.load(START + offset + 8)).isEqualTo(6);
    window.zero(START);
    assertThat(virtual.load(START + offset + 8)).isZero();
  }

  @Test
  void aWindowShowsNothingOutsideItsRange() {
    var window = new WindowMemory(memory, physical -> physical, START + 4096, 4096);

    assertThatThrownBy(() -> window.load(START)).isInstanceOf(WildAccessException.class);
    assertThatThrownBy(() -> window.store(START + 8192, 0)).isInstanceOf(WildAccessException.class);
    assertThatThrownBy(() -> window.zero(START)).isInstanceOf(WildAccessException.class);
  }
}
