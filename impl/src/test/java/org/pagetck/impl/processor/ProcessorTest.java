package org.pagetck.impl.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.WildAccessException;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.FaultReason;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;
import org.pagetck.model.paging.WalkResult;

/// A processor translates by its tables, and by what it keeps of them until it is told otherwise.
final class ProcessorTest {
  private static final long PAGE = 0xffff_8000_0020_3000L;
  private static final long P = EntryFlags.PRESENT;
  private static final long PW = P | EntryFlags.WRITABLE;
  private static final long A = EntryFlags.ACCESSED;
  private static final long D = EntryFlags.DIRTY;
  private static final Protection SMAP = new Protection(true, true, true, false);

  private final Machine machine = new Machine(4);
  private final long frame = machine.ownFrame();
  private final long other = machine.ownFrame();
  private final Processor processor = processor(Protection.WRITE_PROTECT, Marking.NONE);

  private Processor processor(Protection protection, Marking marking) {
    return new Processor(
        machine.memory(), machine.root(), PagingMode.FOUR_LEVELS, protection, marking);
  }

  private void map(long page, long word) {
    machine.plant(page, 1, word);
  }

  private static void assertFault(FaultReason reason, Runnable access) {
    assertThatExceptionOfType(PageFaultException.class)
        .isThrownBy(access::run)
        .satisfies(fault ->
            assertThat(fault.result())
                .isInstanceOfSatisfying(
                    WalkResult.PageFault.class,
                    found -> assertThat(found.reason()).isEqualTo(reason)));
  }

  @Test
  void whatIsStoredAtAVirtualAddressStandsInItsFrame() {
    map(PAGE, frame | PW);

    processor.store(PAGE + 0x18, 0x1234);
    processor.store(PAGE + 0x21, 0xab, 1);

    assertThat(machine.load(frame + 0x18)).isEqualTo(0x1234);
    assertThat(machine.load(frame + 0x20)).isEqualTo(0xab00);
    assertThat(processor.load(PAGE + 0x18)).isEqualTo(0x1234);
    assertThat(processor.compareAndExchange(PAGE + 0x18, 0x1234, 7)).isEqualTo(0x1234);
    assertThat(processor.load(PAGE + 0x18)).isEqualTo(7);
    processor.zero(PAGE);
    assertThat(machine.load(frame + 0x18)).isZero();
  }

  @Test
  void aTranslationIsKeptUntilItsPageIsFlushed() {
    map(PAGE, frame | PW);
    processor.store(PAGE, 1);
    map(PAGE, other | PW);

    processor.store(PAGE, 2);
    assertThat(machine.load(frame)).isEqualTo(2);
    processor.flush(PAGE + 0x1000, 0x1000);
    processor.store(PAGE, 3);
    assertThat(machine.load(frame)).isEqualTo(3);
    processor.flush(PAGE + 0x7ff, 1);
    processor.store(PAGE, 4);
    assertThat(machine.load(frame)).isEqualTo(3);
    assertThat(machine.load(other)).isEqualTo(4);
  }

  @Test
  void aFlushOfEverythingReachesGlobalPagesAndALoadOfTheRootDoesNot() {
    map(PAGE, frame | PW | EntryFlags.GLOBAL);
    map(PAGE + 0x1000, frame | PW);
    processor.load(PAGE);
    processor.load(PAGE + 0x1000);
    map(PAGE, other | PW);
    map(PAGE + 0x1000, other | PW);

    processor.activate(machine.root());
    assertThat(processor.translate(PAGE, Access.SUPERVISOR_READ)).isEqualTo(frame);
    assertThat(processor.translate(PAGE + 0x1000, Access.SUPERVISOR_READ)).isEqualTo(other);
    processor.flushAll();
    assertThat(processor.translate(PAGE, Access.SUPERVISOR_READ)).isEqualTo(other);
  }

  @ParameterizedTest
  @EnumSource(
      value = PageSize.class,
      names = {"SIZE_2M", "SIZE_1G"})
  void oneAddressOfALargePageFlushesAllOfIt(PageSize size) {
    var page = 0xffff_8000_4000_0000L;
    machine.plant(page, size.leafLevel(), EntryWord.leaf(size.leafLevel(), 0x4000_0000L, PW));
    var last = page + size.bytes() - 0x1000;
    processor.translate(page, Access.SUPERVISOR_READ);
    processor.translate(last, Access.SUPERVISOR_READ);
    machine.plant(page, size.leafLevel(), EntryWord.leaf(size.leafLevel(), 0x8000_0000L, PW));

    processor.flush(page + 0x5000, 1);

    assertThat(processor.translate(page, Access.SUPERVISOR_READ)).isEqualTo(0x8000_0000L);
    assertThat(processor.translate(last, Access.SUPERVISOR_READ))
        .isEqualTo(0x8000_0000L + size.bytes() - 0x1000);
  }

  @Test
  void aRangeUpToTheEndOfTheSpaceIsFlushedWhole() {
    map(-0x1000, frame | PW);
    map(-0x3000, frame | PW);
    processor.load(-0x1000);
    processor.load(-0x3000);
    map(-0x1000, other | PW);
    map(-0x3000, other | PW);

    processor.flush(-0x2000, 0x2000);

    assertThat(processor.translate(-0x1000, Access.SUPERVISOR_READ)).isEqualTo(other);
    assertThat(processor.translate(-0x3000, Access.SUPERVISOR_READ)).isEqualTo(frame);
  }

  @Test
  void absenceIsNotKeptAndRightsThatWereGainedAreFound() {
    assertFault(FaultReason.NOT_PRESENT, () -> processor.load(PAGE));
    map(PAGE, frame | P);

    processor.load(PAGE);
    assertFault(FaultReason.READ_ONLY, () -> processor.store(PAGE, 1));
    map(PAGE, frame | PW);
    processor.store(PAGE, 1);

    assertThat(machine.load(frame)).isEqualTo(1);
  }

  @Test
  void protectionDecidesWhatIsAllowed() {
    map(PAGE, frame | P);
    machine.plant(PAGE + 0x1000, 1, frame | PW | EntryFlags.USER);
    var lenient = processor(new Protection(false, false, false, false), Marking.NONE);

    lenient.store(PAGE, 5);
    assertThat(machine.load(frame)).isEqualTo(5);
    assertThat(lenient.translate(PAGE + 0x1008, Access.USER_WRITE)).isEqualTo(frame + 8);
    assertFault(FaultReason.SUPERVISOR_ONLY, () -> lenient.translate(PAGE, Access.USER_READ));
    var strict = processor(SMAP, Marking.NONE);
    assertFault(FaultReason.SMAP, () -> strict.load(PAGE + 0x1000));
    assertFault(FaultReason.SMEP, () -> strict.translate(PAGE + 0x1000, Access.SUPERVISOR_FETCH));
  }

  @Test
  void anAddressThatIsNotCanonicalFaults() {
    assertThatExceptionOfType(PageFaultException.class)
        .isThrownBy(() -> processor.load(1L << 47))
        .satisfies(fault -> assertThat(fault.address()).isEqualTo(1L << 47))
        .satisfies(fault -> assertThat(fault.result()).isInstanceOf(WalkResult.NotCanonical.class));
  }

  @Test
  void accessedIsSetByAnyUseAndDirtyByTheFirstWrite() {
    var marking = processor(Protection.WRITE_PROTECT, Marking.ACCESSED_DIRTY);
    map(PAGE, frame | PW);

    marking.load(PAGE);
    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(frame | PW | A);
    assertThat(machine.wordAt(PAGE, 4) & (A | D)).isEqualTo(A);
    marking.store(PAGE, 1);
    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(frame | PW | A | D);
    assertThat(machine.wordAt(PAGE, 2) & (A | D)).isEqualTo(A);
  }

  @Test
  void marksAreSetOnceAndNotAgainBeforeAFlush() {
    var marking = processor(Protection.WRITE_PROTECT, Marking.ACCESSED_DIRTY);
    map(PAGE, frame | PW);
    marking.store(PAGE, 1);
    map(PAGE, frame | PW);

    marking.store(PAGE, 2);
    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(frame | PW);
    marking.flush(PAGE, 1);
    marking.store(PAGE, 3);
    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(frame | PW | A | D);
  }

  @Test
  void moreTranslationsThanThereIsRoomForStayRight() {
    for (var i = 0; i < 4096; i++) {
      machine.plant(0x40_0000_0000L + i * 0x1000L, 1, i * 0x1000L | PW);
    }
    for (var round = 0; round < 2; round++) {
      for (var i = 0L; i < 4096; i++) {
        var address = 0x40_0000_0000L + i * 0x1000L + 8;
        assertThat(processor.translate(address, Access.SUPERVISOR_READ)).isEqualTo(i * 0x1000 + 8);
      }
    }
  }

  @Test
  void virtualMemoryEndsWhereItIsSaidTo() {
    map(-0x1000, frame | PW);
    var window = new VirtualMemory(processor, -0x1000, 0x1000);

    window.store(-8, 9);
    window.store(-16, 0x77, 1);
    assertThat(window.load(-8)).isEqualTo(9);
    assertThat(window.compareAndExchange(-8, 9, 10)).isEqualTo(9);
    assertThat(machine.load(frame + 0xff0)).isEqualTo(0x77);
    window.zero(-0x1000);
    assertThat(machine.load(frame + Levels.TABLE_BYTES - 8)).isZero();
    assertThatExceptionOfType(WildAccessException.class).isThrownBy(() -> window.load(0));
    assertThatExceptionOfType(WildAccessException.class).isThrownBy(() -> window.load(-0x1008));
    assertThatExceptionOfType(WildAccessException.class).isThrownBy(() -> window.zero(-0x2000));
  }
}
