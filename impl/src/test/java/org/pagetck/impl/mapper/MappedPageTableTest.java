package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pagetck.impl.frame.LimitedFrames;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.table.PageTableEntry;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.PagingMode;

/// The library as its users see it: typed arguments, sealed answers, flushes that they carry out.
final class MappedPageTableTest {
  private static final EntryFlags PW = new EntryFlags(3);
  private static final EntryFlags PRESENT = new EntryFlags(1);
  private static final Page SMALL = page(0x40_c020_3000L, PageSize.SIZE_4K);
  private static final PhysFrame SMALL_FRAME = frame(0x5000, PageSize.SIZE_4K);
  private static final Page LARGE = page(0xffff_8000_0020_0000L, PageSize.SIZE_2M);
  private static final PhysFrame LARGE_FRAME = frame(0x4000_0000L, PageSize.SIZE_2M);

  private final Machine machine = new Machine(4);
  private final FrameAllocator frames = machine.frames();
  private final MappedPageTable mapper =
      new MappedPageTable(
          machine.memory(),
          new PhysAddr(machine.root()),
          PagingMode.FOUR_LEVELS,
          machine.flushes());

  private static Page page(long start, PageSize size) {
    return new Page(new VirtAddr(start), size);
  }

  private static PhysFrame frame(long start, PageSize size) {
    return new PhysFrame(new PhysAddr(start), size);
  }

  @Test
  void aMappedPageTranslatesUntilItIsUnmapped() {
    assertThat(mapper.mapTo(LARGE, LARGE_FRAME, PW, frames).done()).isPresent();

    var inside = new VirtAddr(0xffff_8000_0020_1234L);
    assertThat(mapper.translateAddr(inside)).contains(new PhysAddr(0x4000_1234L));
    assertThat(mapper.translate(inside).done())
        .contains(new Location(LARGE_FRAME, 0x1234, PW))
        .map(Location::address)
        .contains(new PhysAddr(0x4000_1234L));
    assertThat(mapper.translatePage(LARGE).done()).contains(new Mapping(LARGE_FRAME, PW));

    var removed = mapper.unmap(LARGE).done().orElseThrow();
    assertThat(removed.mapping()).isEqualTo(new Mapping(LARGE_FRAME, PW));
    assertThat(mapper.translateAddr(inside)).isEmpty();
    assertThat(mapper.translate(inside).refusal()).contains(Refusal.NOT_MAPPED);
  }

  @Test
  void theFlushOfARemovedPageNamesThePageAndHappensWhenAsked() {
    mapper.mapTo(LARGE, LARGE_FRAME, PW, frames);
    machine.forgetEvents();

    var flush = mapper.unmap(LARGE).done().orElseThrow().flush();
    assertThat(machine.events()).hasSize(1);
    flush.ignore();
    assertThat(machine.events()).hasSize(1);
    flush.flush();

    assertThat(flush.owed()).isEqualTo(Flush.PAGE);
    assertThat(machine.events())
        .endsWith(new Event.FlushRange(0xffff_8000_0020_0000L, PageSize.SIZE_2M.bytes()));
  }

  @Test
  void aFlushThatIsNotOwedDoesNothing() {
    var flush = mapper.mapTo(SMALL, SMALL_FRAME, PW, frames).done().orElseThrow();
    machine.forgetEvents();

    flush.flush();

    assertThat(flush.owed()).isEqualTo(Flush.NONE);
    assertThat(flush.page()).isEqualTo(SMALL);
    assertThat(machine.events()).isEmpty();
  }

  @Test
  void aRefusalCarriesTheEntryThatDecided() {
    mapper.mapTo(LARGE, LARGE_FRAME, PW, frames);

    var inside = page(0xffff_8000_0020_1000L, PageSize.SIZE_4K);
    var refused = mapper.mapTo(inside, SMALL_FRAME, PW, frames);

    assertThat(refused).isEqualTo(new Answer.Refused<>(Refusal.PARENT_HUGE_PAGE, 2, 0x4000_0083L));
    assertThat(((Answer.Refused<MapperFlush>) refused).entry())
        .contains(PageTableEntry.leaf(2, new PhysAddr(0x4000_0000L), PW));
  }

  @Test
  void aRefusalOfArgumentsHasNoEntry() {
    var answer = mapper.unmap(page(1L << 50, PageSize.SIZE_4K));

    assertThat(answer).isEqualTo(new Answer.Refused<>(Refusal.NON_CANONICAL, 0, 0));
    assertThat(((Answer.Refused<Removed>) answer).entry()).isEmpty();
  }

  @Test
  void aFrameOfAnotherSizeIsMisaligned() {
    assertThat(mapper.mapTo(SMALL, LARGE_FRAME, PW, frames).refusal()).contains(Refusal.MISALIGNED);
    assertThat(mapper.mapToWithTableFlags(SMALL, LARGE_FRAME, PW, PW, frames).refusal())
        .contains(Refusal.MISALIGNED);
    assertThat(machine.events()).isEmpty();
  }

  @Test
  void tableFlagsStandInTheNewLinks() {
    mapper.mapToWithTableFlags(SMALL, SMALL_FRAME, PRESENT, new EntryFlags(6), frames);

    assertThat(mapper.walker().path(SMALL.start()))
        .extracting(PageTableEntry::flags)
        .containsExactly(new EntryFlags(7), new EntryFlags(7), new EntryFlags(7), PRESENT);
  }

  @Test
  void anIdentityMapGivesThePageOfTheSameAddress() {
    assertThat(mapper.identityMap(LARGE_FRAME, PW, frames).done()).isPresent();

    assertThat(mapper.translateAddr(new VirtAddr(0x4000_0001L)))
        .contains(new PhysAddr(0x4000_0001L));
  }

  @Test
  void anIdentityMapIntoTheHoleIsNonCanonical() {
    var high = frame(1L << 50, PageSize.SIZE_4K);

    assertThat(mapper.identityMap(high, PW, frames).refusal()).contains(Refusal.NON_CANONICAL);
  }

  @Test
  void updatedFlagsAreThoseThatTranslateFinds() {
    mapper.mapTo(SMALL, SMALL_FRAME, PW, frames);

    var flush = mapper.updateFlags(SMALL, PRESENT).done().orElseThrow();

    assertThat(flush.owed()).isEqualTo(Flush.PAGE);
    assertThat(mapper.translatePage(SMALL).done()).contains(new Mapping(SMALL_FRAME, PRESENT));
  }

  @Test
  void clearTellsAPageFromAMarker() {
    mapper.mapTo(SMALL, SMALL_FRAME, PW, frames);
    mapper.mapTo(LARGE, LARGE_FRAME, new EntryFlags(2), frames);

    assertThat(mapper.clear(SMALL).done())
        .hasValueSatisfying(cleared ->
            assertThat(cleared)
                .isInstanceOfSatisfying(
                    Cleared.Page.class,
                    page ->
                        assertThat(page.removed().mapping())
                            .isEqualTo(new Mapping(SMALL_FRAME, PW))));
    assertThat(mapper.clear(LARGE).done()).contains(new Cleared.Reserved(0x4000_0082L));
    assertThat(mapper.clear(LARGE).refusal()).contains(Refusal.NOT_MAPPED);
  }

  @Test
  void eachLinkOnTheWayHasItsOwnSetter() {
    mapper.mapTo(SMALL, SMALL_FRAME, PW, frames);

    var flush = mapper.setFlagsP4Entry(SMALL, new EntryFlags(1 << 9)).done().orElseThrow();
    mapper.setFlagsP3Entry(SMALL, new EntryFlags(1 << 10));
    mapper.setFlagsP2Entry(SMALL, new EntryFlags(1 << 11));

    assertThat(mapper.walker().path(SMALL.start()))
        .extracting(entry -> entry.flags().bits())
        .containsExactly(1L | 1 << 9, 1L | 1 << 10, 1L | 1 << 11, 3L);
    assertThat(mapper.setFlagsP5Entry(SMALL, PW).refusal()).contains(Refusal.OUT_OF_RANGE);

    assertThat(flush.owed()).isEqualTo(Flush.ALL);
    machine.forgetEvents();
    flush.ignore();
    assertThat(machine.events()).isEmpty();
    flush.flush();
    assertThat(machine.events()).containsExactly(new Event.FlushAll());
  }

  @Test
  void aLinkThatStaysAsItIsOwesNoFlush() {
    mapper.mapTo(SMALL, SMALL_FRAME, PW, frames);
    var flush = mapper.setFlagsP2Entry(SMALL, PW).done().orElseThrow();
    machine.forgetEvents();

    flush.flush();

    assertThat(machine.events()).isEmpty();
  }

  @Test
  void cleanUpGivesBackTheEmptyTablesAndSaysHowMany() {
    mapper.mapTo(SMALL, SMALL_FRAME, PW, frames);
    mapper.unmap(SMALL);

    var lowest = SMALL.start().alignDown(PageSize.SIZE_2M);
    var last = new VirtAddr(lowest.bits() + PageSize.SIZE_2M.bytes() - 1);
    assertThat(mapper.cleanUpAddrRange(lowest, last, frames)).isEqualTo(new Answer.Done<>(1));
    assertThat(mapper.cleanUp(frames)).isEqualTo(2);
    assertThat(mapper.cleanUp(frames)).isZero();
    assertThat(machine.takenCount()).isZero();
  }

  @Test
  void aRangeThatIsCanonicalForFiveLevelsOnlyIsRefused() {
    var high = new VirtAddr(1L << 50);

    assertThat(mapper.cleanUpAddrRange(high, high, frames).refusal())
        .contains(Refusal.NON_CANONICAL);
  }

  @Test
  void aMapperOfItsOwnBeginsWithAnEmptyRootFromTheStock() {
    var created =
        MappedPageTable.create(machine.memory(), frames, PagingMode.FOUR_LEVELS, new NoTlb())
            .orElseThrow();

    assertThat(created.root().bits()).isNotEqualTo(machine.root());
    assertThat(created.walker().root().isEmpty()).isTrue();
    assertThat(created.mapTo(SMALL, SMALL_FRAME, PW, frames).done()).isPresent();
    created.unmap(SMALL).done().orElseThrow().flush().flush();
    assertThat(created.cleanUp(frames)).isEqualTo(3);
  }

  @Test
  void withoutAFrameThereIsNoRoot() {
    assertThat(
            MappedPageTable.create(
                machine.memory(),
                new LimitedFrames(frames, 0),
                PagingMode.FOUR_LEVELS,
                new NoTlb()))
        .isEqualTo(Optional.empty());
  }
}
