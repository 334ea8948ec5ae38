package org.pagetck.impl.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.mapper.MappedMapperProvider;
import org.pagetck.impl.mapper.RecursiveMapperProvider;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.RangeMapper;
import org.pagetck.model.mapper.RangeOutcome;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.PagingMode;

/// A range operation is the fold of page operations: the same answers, the same frames, and the
/// same stores in the same order.
final class RangeCoreTest {
  private static final long BASE = 0x80_4000_0000L;
  private static final long M2 = PageSize.SIZE_2M.bytes();
  private static final long G1 = PageSize.SIZE_1G.bytes();
  private static final EntryFlags PW = new EntryFlags(3);
  private static final int SLOT = 300;

  private final Machine machine = new Machine(4);
  private final RangeMapper mapper = mapped(machine);

  private static RangeMapper mapped(Machine machine) {
    return (RangeMapper) new MappedMapperProvider().open(machine);
  }

  /// A page operation at an address, with as many bytes of the range passed.
  private interface PageCall {
    Outcome call(Mapper mapper, long done, PageSize size);
  }

  private static RangeOutcome fold(
      Mapper mapper, long page, long bytes, long alignment, PageCall call) {
    var done = 0L;
    while (done < bytes) {
      Optional<Outcome> given = Optional.empty();
      var step = 0L;
      for (var size : PageSize.all().reversed()) {
        var fits =
            bytes - done >= size.bytes()
                && size.isAligned((page + done) | (alignment == 0 ? 0 : alignment + done));
        if (step == 0 && (fits || size == PageSize.SIZE_4K)) {
          given = Optional.of(call.call(mapper, done, size));
          step = given.get() instanceof Outcome.Refused ? 0 : size.bytes();
        }
      }
      if (given.get() instanceof Outcome.Refused(Refusal reason)) {
        return RangeOutcome.refused(done, reason, Flush.NONE);
      }
      done += step;
    }
    return RangeOutcome.done(done, Flush.NONE);
  }

  /// Compares all but the flush, which a fold does not collect.
  private static void assertSame(RangeOutcome given, RangeOutcome owed) {
    assertThat(new RangeOutcome(given.doneBytes(), given.refusal(), Flush.NONE)).isEqualTo(owed);
  }

  private void assertMapped(long page, PageSize size, long frame) {
    assertThat(mapper.translatePage(page, size)).isEqualTo(new Outcome.Found(frame, PW));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aRangeDoesWhatItsPagesDo(long seed) {
    var random = new SplittableRandom(seed);
    var whole = new Machine(4);
    var folded = new Machine(4);
    for (var machine : List.of(whole, folded)) {
      machine.poke(machine.root() + 8L * SLOT, machine.root() | 0x3);
    }
    var ranges =
        seed % 2 == 0 ? mapped(whole) : (RangeMapper) new RecursiveMapperProvider(SLOT).open(whole);
    var pages = mapped(folded);
    for (var i = 0; i < 400; i++) {
      if (random.nextInt(8) == 0) {
        var frames = random.nextInt(5);
        List.of(whole, folded).forEach(machine -> machine.limitFrames(frames));
      } else if (random.nextInt(4) == 0) {
        List.of(whole, folded).forEach(Machine::liftLimit);
      }
      var page = BASE + random.nextInt(4) * M2 + random.nextInt(3) * 0x1000L;
      var bytes = random.nextInt(3) == 0 ? M2 * random.nextInt(4) : 0x1000L * random.nextInt(1200);
      compare(random, ranges, pages, page, bytes);
      assertThat(whole.events()).isEqualTo(folded.events());
      assertThat(whole.takenCount()).isEqualTo(folded.takenCount());
      List.of(whole, folded).forEach(Machine::forgetEvents);
    }
    assertThat(whole.snapshot()).isEqualTo(folded.snapshot());
  }

  private static void compare(
      SplittableRandom random, RangeMapper ranges, Mapper pages, long page, long bytes) {
    var flags = new EntryFlags((random.nextLong() & 0x7) | (random.nextInt(5) == 0 ? 0 : 1));
    var frame = random.nextInt(2) == 0 ? page - BASE + M2 : 0x7000;
    switch (random.nextInt(6)) {
      case 0, 1, 2 ->
          assertSame(
              ranges.mapRange(page, bytes, frame, flags),
              fold(
                  pages,
                  page,
                  bytes,
                  frame,
                  (mapper, done, size) -> mapper.map(page + done, size, frame + done, flags)));
      case 3, 4 ->
          assertSame(
              ranges.unmapRange(page, bytes),
              fold(pages, page, bytes, 0, (mapper, done, size) -> mapper.unmap(page + done, size)));
      default ->
          assertSame(
              ranges.updateRange(page, bytes, flags),
              fold(
                  pages,
                  page,
                  bytes,
                  0,
                  (mapper, done, size) -> mapper.updateFlags(page + done, size, flags)));
    }
  }

  @Test
  void theLargestPageThatFitsIsChosenAtEachStep() {
    var first = BASE + G1 - M2 - 0x1000;
    var frame = G1 - M2 - 0x1000;
    var bytes = 0x1000 + M2 + G1 + 0x2000;

    assertThat(mapper.mapRange(first, bytes, frame, PW))
        .isEqualTo(RangeOutcome.done(bytes, Flush.NONE));

    assertMapped(first, PageSize.SIZE_4K, frame);
    assertMapped(first + 0x1000, PageSize.SIZE_2M, G1 - M2);
    assertMapped(BASE + G1, PageSize.SIZE_1G, G1);
    assertMapped(BASE + 2 * G1 + 0x1000, PageSize.SIZE_4K, 2 * G1 + 0x1000);
    assertThat(mapper.updateRange(first, bytes, new EntryFlags(1)))
        .isEqualTo(RangeOutcome.done(bytes, Flush.PAGE));
    assertThat(mapper.unmapRange(first, bytes)).isEqualTo(RangeOutcome.done(bytes, Flush.PAGE));
    assertThat(mapper.translate(BASE + G1)).isEqualTo(Outcome.refused(Refusal.NOT_MAPPED));
  }

  @Test
  void aRangeThatMeetsAPageStopsThereAndSaysHowFarItWent() {
    mapper.map(BASE + 0x5000, PageSize.SIZE_4K, 0, PW);

    assertThat(mapper.mapRange(BASE, 0x8000, 0x10_0000, PW))
        .isEqualTo(RangeOutcome.refused(0x5000, Refusal.ALREADY_MAPPED, Flush.NONE));
    assertThat(mapper.unmapRange(BASE, 0x8000))
        .isEqualTo(RangeOutcome.refused(0x6000, Refusal.NOT_MAPPED, Flush.PAGE));
  }

  @Test
  void holesAreSkippedWhereTheCallerSaysSoAndEachPageIsReported() {
    var core = new MapCore(TableSpace.of(machine.memory(), machine.root(), PagingMode.FOUR_LEVELS));
    var ranges = new RangeCore(core);
    mapper.map(BASE + 0x5000, PageSize.SIZE_4K, 0x1000, PW);
    mapper.map(BASE + 0x7000, PageSize.SIZE_4K, 0x2000, new EntryFlags(2));
    mapper.map(BASE + 4 * M2, PageSize.SIZE_2M, M2, PW);
    var heard = new ArrayList<String>();

    assertThat(
            ranges.unmap(
                BASE,
                3 * G1,
                true,
                (page, level, frame, flags) ->
                    heard.add("%x %d %x %x".formatted(page - BASE, level, frame, flags))))
        .isTrue();

    assertThat(heard).containsExactly("5000 1 1000 3", "800000 2 200000 3");
    assertThat(ranges.doneBytes()).isEqualTo(3 * G1);
    assertThat(mapper.clear(BASE + 0x7000, PageSize.SIZE_4K))
        .isInstanceOf(Outcome.RemovedReserved.class);
  }

  @Test
  void nothingWrapsAtTheEndOfTheSpaceAndNothingCrossesTheHole() {
    assertThat(mapper.mapRange(-0x3000, 0x3000, 0x1000, PW))
        .isEqualTo(RangeOutcome.done(0x3000, Flush.NONE));
    assertThat(mapper.unmapRange(-0x3000, 0x4000))
        .isEqualTo(RangeOutcome.refused(0x3000, Refusal.NON_CANONICAL, Flush.PAGE));
    assertThat(mapper.mapRange(0x7fff_ffff_f000L, 0x2000, 0x1000, PW))
        .isEqualTo(RangeOutcome.refused(0x1000, Refusal.NON_CANONICAL, Flush.NONE));
    assertThat(mapper.translate(0)).isEqualTo(Outcome.refused(Refusal.NOT_MAPPED));
  }

  @Test
  void framesEndAtThePhysicalWidth() {
    assertThat(mapper.mapRange(BASE, 0x4000, (1L << 52) - 0x2000, PW))
        .isEqualTo(RangeOutcome.refused(0x2000, Refusal.OUT_OF_RANGE, Flush.NONE));
  }

  @Test
  void aRangeOfHalfAPageIsMisalignedAndAnEmptyOneIsDone() {
    assertThat(mapper.mapRange(BASE, 0x1800, 0, PW))
        .isEqualTo(RangeOutcome.refused(0, Refusal.MISALIGNED, Flush.NONE));
    assertThat(mapper.unmapRange(BASE, -0x1000))
        .isEqualTo(RangeOutcome.refused(0, Refusal.MISALIGNED, Flush.NONE));
    assertThat(mapper.updateRange(BASE + 0x800, 0x1000, PW))
        .isEqualTo(RangeOutcome.refused(0, Refusal.MISALIGNED, Flush.NONE));
    assertThat(mapper.mapRange(BASE, 0, 0, PW)).isEqualTo(RangeOutcome.done(0, Flush.NONE));
    assertThat(machine.events()).isEmpty();
  }

  @Test
  void theWantOfAFrameStopsTheRangeAndTheRestFollowsOnceThereAreFrames() {
    machine.limitFrames(4);
    assertThat(mapper.mapRange(BASE, 3 * M2, 0x1000, PW))
        .isEqualTo(RangeOutcome.refused(2 * M2, Refusal.NO_FRAME, Flush.NONE));
    machine.liftLimit();

    assertThat(mapper.mapRange(BASE + 2 * M2, M2, 0x1000 + 2 * M2, PW))
        .isEqualTo(RangeOutcome.done(M2, Flush.NONE));
    assertMapped(BASE + 3 * M2 - 0x1000, PageSize.SIZE_4K, 3 * M2);
  }
}
