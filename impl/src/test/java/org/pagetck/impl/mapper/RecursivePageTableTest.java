package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.impl.core.RecursiveCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.frame.FrameCleaner;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.processor.Marking;
import org.pagetck.impl.processor.PageFaultException;
import org.pagetck.impl.processor.Processor;
import org.pagetck.impl.processor.VirtualMemory;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;

/// A mapper that sees its tables through themselves does what the others do, and flushes what it
/// sees them by.
@ParameterizedClass(name = "{0} levels, index {1}")
@CsvSource({"4, 511", "4, 0", "5, 256", "5, 511"})
final class RecursivePageTableTest {
  private static final Protection NO_WRITE_PROTECT = new Protection(false, false, false, false);
  private static final EntryFlags PW = new EntryFlags(3);
  private static final Page PAGE = page(0x80_c020_3000L);
  private static final PhysFrame FRAME = new PhysFrame(new PhysAddr(0x5000), PageSize.SIZE_4K);

  private final int levels;
  private final int index;
  private final Machine machine;
  private final Processor processor;
  private final VirtAddr table;

  RecursivePageTableTest(int levels, int index) {
    this.levels = levels;
    this.index = index;
    this.machine = new Machine(levels);
    machine.poke(machine.root() + 8L * index, machine.root() | 0x3);
    this.processor = processor(NO_WRITE_PROTECT);
    this.table = RecursivePageTable.addressOf(index, levels);
  }

  private Processor processor(Protection protection) {
    var mode = new PagingMode(levels, 52, true);
    return new Processor(machine.memory(), machine.root(), mode, protection, Marking.NONE);
  }

  private static Page page(long start) {
    return new Page(new VirtAddr(start), PageSize.SIZE_4K);
  }

  private RecursionCheck check(VirtAddr address) {
    return RecursivePageTable.of(
        processor, address, FrameCleaner.in(machine.memory()), machine.flushes());
  }

  private RecursivePageTable mapper() {
    return switch (check(table)) {
      case RecursionCheck.Recursive(var mapper) -> mapper;
      case RecursionCheck.Invalid(var reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void theTableIsSeenWhereTheIndexGoesRoundAtEveryLevel() {
    for (var level = 1; level <= levels; level++) {
      assertThat(table.index(level)).isEqualTo(index);
    }
    assertThat(processor.load(table.bits() + 8L * index)).isEqualTo(machine.root() | 0x3);
    assertThat(mapper().table()).isEqualTo(table);
    assertThat(mapper().recursiveIndex()).isEqualTo(index);
    assertThat(mapper().root()).isEqualTo(new PhysAddr(machine.root()));
  }

  @Test
  void anAddressThatDoesNotGoRoundIsNotRecursive() {
    var notRecursive = new RecursionCheck.Invalid(InvalidPageTable.NOT_RECURSIVE);
    for (var level = 1; level <= levels; level++) {
      var address = table.bits() ^ (1L << Levels.shift(level));
      var canonical = Levels.signExtend(Levels.significant(address, levels), levels);
      assertThat(check(new VirtAddr(canonical))).isEqualTo(notRecursive);
    }
    assertThat(check(new VirtAddr(table.bits() + 8))).isEqualTo(notRecursive);
  }

  @Test
  void tablesThatTheProcessorDoesNotUseAreNotActive() {
    var notActive = new RecursionCheck.Invalid(InvalidPageTable.NOT_ACTIVE);
    var slot = machine.root() + 8L * index;
    for (var word : new long[] {0, machine.root() | 0x2, machine.root() | 0x83}) {
      machine.poke(slot, word);
      processor.flushAll();
      assertThat(check(table)).isEqualTo(notActive);
    }
    var elsewhere = machine.ownFrame();
    machine.poke(slot, elsewhere | 0x3);
    machine.poke(elsewhere + 8L * index, elsewhere | 0x3);
    processor.flushAll();
    assertThat(check(table)).isEqualTo(notActive);
    processor.activate(elsewhere);
    assertThat(check(table)).isInstanceOf(RecursionCheck.Recursive.class);
  }

  @Test
  void withoutTheChecksTheIndexMustStillBeOne() {
    var cleaner = FrameCleaner.in(machine.memory());
    var unchecked = RecursivePageTable.unchecked(processor, index, cleaner, machine.flushes());
    assertThat(unchecked.table()).isEqualTo(table);
    for (var wrong : new int[] {-1, 512}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> RecursivePageTable.unchecked(processor, wrong, cleaner, machine.flushes()));
    }
  }

  @Test
  void itStoresWhatTheMapperOverPhysicalMemoryStores() {
    var plain = new Machine(levels);
    var other =
        new MappedPageTable(
            plain.memory(),
            new PhysAddr(plain.root()),
            new PagingMode(levels, 52, true),
            plain.flushes());

    for (var mapper : new PageTableMapper[] {mapper(), other}) {
      var on = mapper == other ? plain : machine;
      on.forgetEvents();
      mapper.mapTo(PAGE, FRAME, new EntryFlags(1), on.frames());
      mapper.mapTo(page(0x80_c020_4000L), FRAME, new EntryFlags(7), on.frames());
      mapper.updateFlags(PAGE, PW);
      mapper.setFlagsP3Entry(PAGE, PW);
      mapper.unmap(PAGE);
      mapper.clear(page(0x80_c020_4000L));
      assertThat(mapper.cleanUp(on.frames())).isEqualTo(levels - 1);
    }

    assertThat(machine.events()).isEqualTo(plain.events()).isNotEmpty();
  }

  @Test
  void aNewTableInThePlaceOfOneThatWasGivenBackIsSeen() {
    var mapper = mapper();
    mapper.mapTo(PAGE, FRAME, PW, machine.frames());
    var old = machine.wordAt(PAGE.start().bits(), 2) & ~0xfffL;
    mapper.unmap(PAGE);
    mapper.cleanUp(machine.frames());
    var taken = machine.frames().allocate();
    for (var level = 2; taken != old && level <= levels; level++) {
      taken = machine.frames().allocate();
    }
    assertThat(taken).isEqualTo(old);
    machine.poke(old + 0x18, 0x4711);

    mapper.mapTo(PAGE, FRAME, PW, machine.frames());

    assertThat(machine.load(old + 0x18)).isEqualTo(0x4711);
    assertThat(machine.wordAt(PAGE.start().bits(), 1)).isEqualTo(0x5003);
    assertThat(mapper.translateAddr(PAGE.start())).contains(new PhysAddr(0x5000));
  }

  /// The same, with clean-up's flush kept from the processor: the store goes where the table was.
  @Test
  void withoutTheFlushOfItsWindowAStoreGoesIntoTheTableThatWasGivenBack() {
    var span = Levels.entrySpan(levels);
    var memory = machine.memory();
    var window = new VirtualMemory(processor, table.bits() & -span, span);
    var format = new EntryFormat(52, true, memory.start(), memory.sizeBytes());
    var core =
        new RecursiveCore(new TableSpace(window, table.bits(), levels, format), memory::zero);
    var page = PAGE.start().bits();
    core.map(page, PageSize.SIZE_4K, 0x5000, 3, machine.frames());
    core.unmap(page, PageSize.SIZE_4K);
    core.cleanUp(0, -1, machine.frames(), new NoTlb());
    machine.frames().allocate();

    assertThat(core.map(page, PageSize.SIZE_4K, 0x5000, 3, machine.frames())).isTrue();

    assertThatExceptionOfType(PageFaultException.class)
        .isThrownBy(() -> processor(NO_WRITE_PROTECT).translate(page, Access.SUPERVISOR_READ));
  }

  @Test
  void flushesReachThisProcessorAndTheOthers() {
    var mapper = mapper();
    mapper.mapTo(PAGE, FRAME, PW, machine.frames());
    assertThat(processor.translate(PAGE.start().bits(), Access.SUPERVISOR_READ)).isEqualTo(0x5000);
    machine.forgetEvents();

    mapper.unmap(PAGE).done().orElseThrow().flush().flush();

    assertThat(machine.events()).contains(new Event.FlushRange(PAGE.start().bits(), 0x1000));
    assertThat(mapper.translateAddr(PAGE.start())).isEmpty();
  }
}
