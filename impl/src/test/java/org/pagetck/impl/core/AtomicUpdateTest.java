package org.pagetck.impl.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.PagingMode;

/// What a processor marks while a leaf is changed is not lost.
final class AtomicUpdateTest {
  private static final long PAGE = 0x80_c020_3000L;
  private static final long A = EntryFlags.ACCESSED;
  private static final long D = EntryFlags.DIRTY;

  private final Machine machine = new Machine(4);
  private final Deque<Long> marksToCome = new ArrayDeque<>();
  private final MapCore core =
      new MapCore(
          TableSpace.of(new Marking(machine.memory()), machine.root(), PagingMode.FOUR_LEVELS));
  private final AtomicUpdate update = new AtomicUpdate(core);

  /// Memory in which a processor sets marks in the leaf just before each exchange of it.
  private final class Marking implements PhysMemory {
    private final PhysMemory memory;

    Marking(PhysMemory memory) {
      this.memory = memory;
    }

    @Override
    public long start() {
      return memory.start();
    }

    @Override
    public long sizeBytes() {
      return memory.sizeBytes();
    }

    @Override
    public long load(long address) {
      return memory.load(address);
    }

    @Override
    public void store(long address, long value) {
      memory.store(address, value);
    }

    @Override
    public void store(long address, long value, int width) {
      memory.store(address, value, width);
    }

    @Override
    public long compareAndExchange(long address, long expected, long value) {
      if (!marksToCome.isEmpty() && address == machine.slot(PAGE, 1)) {
        machine.poke(address, machine.load(address) | marksToCome.remove());
      }
      return memory.compareAndExchange(address, expected, value);
    }

    @Override
    public void zero(long frame) {
      memory.zero(frame);
    }
  }

  private void map(long flags) {
    assertThat(core.map(PAGE, PageSize.SIZE_4K, 0x5000, flags, machine.frames())).isTrue();
    machine.forgetEvents();
  }

  private boolean update(long flags) {
    return update.update(PAGE, PageSize.SIZE_4K, flags);
  }

  @Test
  void marksThatAreThereAndMarksThatComeMeanwhileStay() {
    map(3 | A);
    marksToCome.add(D);

    assertThat(update(1)).isTrue();

    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(0x5001 | A | D);
    assertThat(update.flush()).isEqualTo(Flush.PAGE);
  }

  @Test
  void linksAreWidenedBeforeTheLeafGainsAndAfterItLoses() {
    map(1 | EntryFlags.NO_EXECUTE);
    marksToCome.add(A);
    marksToCome.add(D);

    assertThat(update(7)).isTrue();

    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(0x5007 | A | D);
    assertThat(machine.wordAt(PAGE, 4) & 7).isEqualTo(7);
    assertThat(machine.stores())
        .filteredOn(store -> store.slot() != machine.slot(PAGE, 1))
        .hasSize(3);
    assertThat(update.flush()).isNotEqualTo(Flush.NONE);
  }

  @Test
  void whatIsRemovedIsToldWithTheMarksThatComeMeanwhile() {
    map(3);
    marksToCome.add(A);
    marksToCome.add(D);

    assertThat(core.unmap(PAGE, PageSize.SIZE_4K)).isTrue();

    assertThat(core.flags()).isEqualTo(3 | A | D);
    assertThat(machine.wordAt(PAGE, 1)).isZero();
  }

  @Test
  void whatChangesNothingStoresNothingAndRightsGainedNeedNoFlush() {
    map(3);
    assertThat(update(3)).isTrue();
    assertThat(machine.events()).isEmpty();
    assertThat(update.flush()).isEqualTo(Flush.NONE);
    assertThat(update(1)).isTrue();
    assertThat(update(3)).isTrue();
    assertThat(update.flush()).isEqualTo(Flush.NONE);
  }

  @Test
  void whatIsRefusedIsLeftAsItIs() {
    assertThat(update(3)).isFalse();
    assertThat(core.reason()).isEqualTo(Refusal.NOT_MAPPED);
    map(3);
    assertThat(update(2)).isFalse();
    assertThat(core.reason()).isEqualTo(Refusal.INVALID_FLAGS);
    assertThat(update(3 | EntryFlags.HUGE_PAGE)).isFalse();
    assertThat(core.reason()).isEqualTo(Refusal.INVALID_FLAGS);
    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(0x5003);
  }

  @Test
  void marksAreTakenOnceAndNoneIsLost() {
    map(3 | A);
    marksToCome.add(D);

    assertThat(update.takeMarks(PAGE, PageSize.SIZE_4K, A | D)).isTrue();
    assertThat(core.flags()).isEqualTo(3 | A | D);
    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(0x5003);
    assertThat(update.flush()).isEqualTo(Flush.PAGE);

    assertThat(update.takeMarks(PAGE, PageSize.SIZE_4K, A | D)).isTrue();
    assertThat(core.flags()).isEqualTo(3);
    assertThat(update.flush()).isEqualTo(Flush.NONE);
    assertThat(update.takeMarks(PAGE - 0x3000, PageSize.SIZE_2M, A)).isFalse();
    assertThat(core.reason()).isEqualTo(Refusal.TABLE_ENTRY);
  }

  @Test
  void otherFlagsThanMarksAreNotTaken() {
    map(3 | A);

    assertThat(update.takeMarks(PAGE, PageSize.SIZE_4K, -1L)).isTrue();

    assertThat(machine.wordAt(PAGE, 1)).isEqualTo(0x5003);
  }
}
