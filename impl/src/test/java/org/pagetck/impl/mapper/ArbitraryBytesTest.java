package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.core.CoreMapper;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WalkWord;

/// Over tables of any contents every operation ends, stays inside the memory and throws nothing,
/// and translate finds what the hardware walk finds.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class ArbitraryBytesTest {
  private static final int OPERATION_COUNT = 4_000;

  private final int levels;

  ArbitraryBytesTest(int levels) {
    this.levels = levels;
  }

  /// The same machine with an allocator that accepts whatever comes back.
  private record Lenient(Machine machine) implements Host {
    @Override
    public PhysMemory memory() {
      return machine.memory();
    }

    @Override
    public long root() {
      return machine.root();
    }

    @Override
    public int levels() {
      return machine.levels();
    }

    @Override
    public FrameAllocator frames() {
      return new FrameAllocator() {
        @Override
        public long allocate() {
          return NO_FRAME;
        }

        @Override
        public void deallocate(long frame) {}
      };
    }

    @Override
    public FlushSink flushes() {
      return machine.flushes();
    }
  }

  private static Mapper open(Machine machine) {
    var mode = new PagingMode(machine.levels(), 52, true);
    var space = TableSpace.of(machine.memory(), machine.root(), mode);
    return new CoreMapper(new MapCore(space), new Lenient(machine));
  }

  private static void fill(Machine machine, SplittableRandom random) {
    for (var slot = Machine.START; slot < Machine.START + Machine.BYTES; slot += 8) {
      var link = (Machine.START + (random.nextLong(Machine.BYTES) & -4096)) | 0x7;
      machine.poke(slot, random.nextInt(3) == 0 ? random.nextLong() : link);
    }
  }

  private static Outcome operate(Mapper mapper, SplittableRandom random, int levels) {
    var size = PageSize.all().get(random.nextInt(3));
    var address = Levels.signExtend(random.nextLong(), levels);
    var page = size.alignDown(address);
    var flags = new EntryFlags(random.nextLong() & EntryFlags.ALL & ~EntryFlags.HUGE_PAGE);
    return switch (random.nextInt(7)) {
      case 0 -> mapper.map(page, size, size.bytes(), flags);
      case 1 -> mapper.unmap(page, size);
      case 2 -> mapper.updateFlags(page, size, flags);
      case 3 -> mapper.translatePage(page, size);
      case 4 -> mapper.clear(page, size);
      case 5 -> mapper.setTableFlags(address, 2 + random.nextInt(levels - 1), flags);
      default -> mapper.cleanUp(page, page + size.offsetMask());
    };
  }

  @Test
  void everyOperationEndsInBoundsAndTranslateAgreesWithTheHardwareWalk() {
    var random = new SplittableRandom(levels);
    var walk = new PageWalk(new PagingMode(levels, 52, true));
    var machine = new Machine(levels);
    fill(machine, random);
    var mapper = open(machine);
    for (var i = 0; i < OPERATION_COUNT; i++) {
      assertThat(operate(mapper, random, levels)).isNotInstanceOf(Outcome.Failed.class);
      var address = Levels.signExtend(random.nextLong(), levels);
      assertAgrees(machine, walk, mapper.translate(address), address);
      machine.forgetEvents();
    }
  }

  private static void assertAgrees(Machine machine, PageWalk walk, Outcome outcome, long address) {
    var found = walk.walk(slot -> wordOrNothing(machine, slot), machine.root(), address);
    if (outcome instanceof Outcome.Translated translated) {
      assertThat(WalkWord.isLeaf(found)).isTrue();
      assertThat(translated.frame() + translated.offset())
          .isEqualTo(WalkWord.physicalAddress(found, address));
    } else {
      assertThat(WalkWord.isLeaf(found)).as("%x: %s", address, outcome).isFalse();
    }
  }

  private static long wordOrNothing(Machine machine, long slot) {
    var offset = slot - Machine.START;
    return offset >= 0 && offset < Machine.BYTES ? machine.load(slot) : 0;
  }

  @Test
  void linksThatGoRoundDoNotKeepCleanUpForEver() {
    var machine = new Machine(levels);
    for (var slot = machine.root(); slot < machine.root() + 4096; slot += 8) {
      machine.poke(slot, (machine.root() + 4096) | 0x7);
      machine.poke(slot + 4096, (machine.root() + 4096) | 0x7);
    }
    var mapper = open(machine);

    assertTimeout(Duration.ofSeconds(10), () -> mapper.cleanUp(0, -1));

    assertThat(machine.stores()).isEmpty();
  }
}
