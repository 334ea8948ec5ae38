package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Operation;

/// The three ways to reach tables give the same answers, the same bytes, and take and give back the
/// same frames, over one stream of operations.
///
/// The system property `pagetck.walkers.operations` says how many operations there are.
final class WalkersAgreeTest {
  private static final int OPERATION_COUNT =
      Integer.getInteger("pagetck.walkers.operations", 60_000);
  private static final int RECURSIVE = 300;

  /// How many operations lie between two comparisons of all bytes.
  private static final int STRIDE = 1_000;

  private static final int[] ROOT_INDICES = {0, 255, 256, 511};
  private static final int[] INDICES = {0, 1, 511};

  private final SplittableRandom random = new SplittableRandom(0x3a1c);

  @ParameterizedTest(name = "{0} levels")
  @ValueSource(ints = {4, 5})
  void threeWalkersAgree(int levels) {
    var machines = List.of(new Machine(levels), new Machine(levels), new Machine(levels));
    machines.forEach(
        machine -> machine.poke(machine.root() + 8L * RECURSIVE, machine.root() | 0x3));
    var mappers =
        List.of(
            new MappedMapperProvider().open(machines.get(0)),
            new OffsetMapperProvider().open(machines.get(1)),
            new RecursiveMapperProvider(RECURSIVE).open(machines.get(2)));
    for (var count = 0; count < OPERATION_COUNT; count++) {
      if (random.nextInt(200) == 0) {
        var frames = random.nextInt(4);
        machines.forEach(machine -> machine.limitFrames(frames));
      } else if (random.nextInt(100) == 0) {
        machines.forEach(Machine::liftLimit);
      }
      compare(operation(levels), mappers, machines);
      if (count % STRIDE == 0) {
        assertThat(machines.get(1).snapshot()).isEqualTo(machines.get(0).snapshot());
        assertThat(machines.get(2).snapshot()).isEqualTo(machines.get(0).snapshot());
      }
    }
  }

  private static void compare(Operation operation, List<Mapper> mappers, List<Machine> machines) {
    var owed = mappers.getFirst().apply(operation);
    var events = machines.getFirst().events();
    for (var i = 1; i < mappers.size(); i++) {
      var given = mappers.get(i).apply(operation);
      if (!given.equals(owed) || !machines.get(i).events().equals(events)) {
        assertThat(given).as("%s", operation).isEqualTo(owed);
        assertThat(machines.get(i).events()).as("%s", operation).isEqualTo(events);
      }
    }
    machines.forEach(Machine::forgetEvents);
  }

  private Operation operation(int levels) {
    var size = PageSize.all().get(random.nextInt(3));
    var page = page(levels, size);
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> new Operation.Map(page, size, frame(size), flags());
      case 5, 6, 7 -> new Operation.Unmap(page, size);
      case 8, 9 -> new Operation.UpdateFlags(page, size, flags());
      case 10 -> new Operation.TranslatePage(page, size);
      case 11, 12 -> new Operation.Translate(page + (random.nextLong() & size.offsetMask()));
      case 13 -> new Operation.Clear(page, size);
      case 14 ->
          new Operation.MapWithTableFlags(page, size, frame(size), flags(), new EntryFlags(7));
      default ->
          random.nextInt(16) == 0
              ? new Operation.CleanUp(0, -1)
              : new Operation.SetTableFlags(page, 2 + random.nextInt(levels - 1), linkFlags());
    };
  }

  private long page(int levels, PageSize size) {
    var address = 0L;
    for (var level = levels; level >= size.leafLevel(); level--) {
      var indices = level == levels ? ROOT_INDICES : INDICES;
      address |= (long) indices[random.nextInt(indices.length)] << Levels.shift(level);
    }
    return Levels.signExtend(address, levels);
  }

  private long frame(PageSize size) {
    return size.bytes() * random.nextInt(64);
  }

  private EntryFlags flags() {
    var drawn = random.nextLong() & EntryFlags.ALL & ~EntryFlags.HUGE_PAGE;
    return new EntryFlags(random.nextInt(8) == 0 ? drawn : drawn | EntryFlags.PRESENT);
  }

  private EntryFlags linkFlags() {
    return new EntryFlags(random.nextLong() & 0x7);
  }
}
