package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.frame.FrameCleaner;
import org.pagetck.impl.frame.LimitedFrames;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.processor.Marking;
import org.pagetck.impl.processor.Processor;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;

/// A large page and its 512 parts translate alike, and become one another.
@ParameterizedClass(name = "recursive: {0}")
@ValueSource(booleans = {false, true})
final class PagePartsTest {
  private static final long BASE = 0x80_4000_0000L;
  private static final long FRAME = 0x8000_0000L;
  private static final int SLOT = 300;
  private static final EntryFlags FLAGS =
      new EntryFlags(3 | EntryFlags.PAT | EntryFlags.NO_EXECUTE | EntryFlags.GLOBAL);

  private final Machine machine = new Machine(4);
  private final PageTableMapper mapper;

  PagePartsTest(boolean isRecursive) {
    this.mapper =
        isRecursive
            ? recursive()
            : new MappedPageTable(
                machine.memory(),
                new PhysAddr(machine.root()),
                PagingMode.FOUR_LEVELS,
                machine.flushes());
  }

  private PageTableMapper recursive() {
    machine.poke(machine.root() + 8L * SLOT, machine.root() | 0x3);
    var processor =
        new Processor(
            machine.memory(),
            machine.root(),
            PagingMode.FOUR_LEVELS,
            new Protection(false, false, false, false),
            Marking.NONE);
    return RecursivePageTable.unchecked(
        processor, SLOT, FrameCleaner.in(machine.memory()), machine.flushes());
  }

  private static Page page(PageSize size) {
    return new Page(new VirtAddr(BASE), size);
  }

  private void map(PageSize size) {
    var frame = new PhysFrame(new PhysAddr(FRAME), size);
    assertThat(mapper.mapTo(page(size), frame, FLAGS, machine.frames()).done()).isPresent();
    machine.forgetEvents();
  }

  @Test
  void aSplitPageTranslatesAsBeforeInPartsOfTheNextSize() {
    for (var size : List.of(PageSize.SIZE_2M, PageSize.SIZE_1G)) {
      map(size);
      assertThat(mapper.split(page(size), machine.frames()).done()).contains(1);

      var parts = PageSize.all().get(size.ordinal() - 1);
      for (var offset : new long[] {0, parts.bytes(), size.bytes() - 1}) {
        var location = mapper.translate(new VirtAddr(BASE + offset)).done().orElseThrow();
        assertThat(location.address()).isEqualTo(new PhysAddr(FRAME + offset));
        assertThat(location.frame().size()).isEqualTo(parts);
        assertThat(location.flags()).isEqualTo(FLAGS);
      }
      assertThat(machine.events()).contains(new Event.FlushRange(BASE, size.bytes()));
      assertThat(mapper.tree().ranges())
          .singleElement()
          .satisfies(range -> assertThat(range.pages().count()).isEqualTo(512));

      assertThat(mapper.join(page(size), machine.frames()).done()).contains(1);
      assertThat(machine.wordAt(BASE, size.leafLevel()))
          .isEqualTo(EntryWord.leaf(size.leafLevel(), FRAME, FLAGS.bits()));
      mapper.unmap(page(size));
      mapper.cleanUp(machine.frames());
      assertThat(machine.takenCount()).isZero();
    }
  }

  @Test
  void marksOfAnyPartAreMarksOfTheWhole() {
    map(PageSize.SIZE_2M);
    mapper.split(page(PageSize.SIZE_2M), machine.frames());
    var slot = machine.slot(BASE + 0x5000, 1);
    machine.poke(slot, machine.load(slot) | EntryFlags.ACCESSED);
    var other = machine.slot(BASE + 0x7000, 1);
    machine.poke(other, machine.load(other) | EntryFlags.DIRTY);

    assertThat(mapper.join(page(PageSize.SIZE_2M), machine.frames()).done()).isPresent();

    assertThat(mapper.translatePage(page(PageSize.SIZE_2M)).done().orElseThrow().flags())
        .isEqualTo(FLAGS.with(EntryFlags.ACCESSED | EntryFlags.DIRTY));
    assertThat(machine.events().stream().filter(Event.FlushAll.class::isInstance)).hasSize(1);
  }

  @Test
  void partsThatAreNotOnePageStayApart() {
    map(PageSize.SIZE_2M);
    mapper.split(page(PageSize.SIZE_2M), machine.frames());
    var slot = machine.slot(BASE + 0x5000, 1);
    var word = machine.load(slot);
    for (var wrong : new long[] {0, 2, word ^ 2, word + 0x1000, word & ~1L}) {
      machine.poke(slot, wrong);
      assertThat(mapper.join(page(PageSize.SIZE_2M), machine.frames()).refusal())
          .contains(Refusal.TABLE_ENTRY);
      assertThat(machine.load(slot)).isEqualTo(wrong);
    }
    machine.poke(slot, word);
    mapper.setFlagsP2Entry(page(PageSize.SIZE_2M), new EntryFlags(1));
    assertThat(mapper.join(page(PageSize.SIZE_2M), machine.frames()).refusal())
        .contains(Refusal.TABLE_ENTRY);
  }

  @Test
  void framesThatDoNotBeginAtAMultipleOfTheSizeAreNotJoined() {
    for (var index = 0; index < 512; index++) {
      machine.plant(BASE + index * 0x1000L, 1, (0x1000L * (index + 1)) | 3);
    }
    assertThat(mapper.join(page(PageSize.SIZE_2M), machine.frames()).refusal())
        .contains(Refusal.TABLE_ENTRY);
  }

  @Test
  void whatCannotBeSplitOrJoinedIsRefusedAndLeft() {
    map(PageSize.SIZE_2M);
    var before = machine.snapshot();
    var none = new LimitedFrames(machine.frames(), 0);
    assertThat(mapper.split(page(PageSize.SIZE_2M), none).refusal()).contains(Refusal.NO_FRAME);
    assertThat(mapper.split(page(PageSize.SIZE_1G), none).refusal()).contains(Refusal.TABLE_ENTRY);
    assertThat(mapper.join(page(PageSize.SIZE_2M), machine.frames()).refusal())
        .contains(Refusal.NOT_MAPPED);
    assertThat(mapper.join(page(PageSize.SIZE_4K), machine.frames()).refusal())
        .contains(Refusal.OUT_OF_RANGE);
    assertThat(machine.snapshot()).isEqualTo(before);
    mapper.unmap(page(PageSize.SIZE_2M));
    map(PageSize.SIZE_4K);
    assertThat(mapper.split(page(PageSize.SIZE_4K), machine.frames()).refusal())
        .contains(Refusal.OUT_OF_RANGE);
  }
}
