package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.requirement.Requirement;

/// The processor may walk between the two.
@Faulty(
    id = "F48",
    sentence = "an entry is written as two halves of 32 bits",
    origin = "aarch64-paging",
    blame = Requirement.ORD_01)
final class EntriesAreStoredInHalves extends MapCore {
  EntriesAreStoredInHalves(TableSpace space) {
    super(new TableSpace(new Halves(space.memory()), space.root(), space.levels(), space.format()));
  }

  private record Halves(PhysMemory whole) implements PhysMemory {
    private static final int HALF_BYTES = Integer.BYTES;

    @Override
    public long start() {
      return whole.start();
    }

    @Override
    public long sizeBytes() {
      return whole.sizeBytes();
    }

    @Override
    public long load(long address) {
      return whole.load(address);
    }

    @Override
    public void store(long address, long value) {
      whole.store(address, value, HALF_BYTES);
      whole.store(address + HALF_BYTES, value >>> Integer.SIZE, HALF_BYTES);
    }

    @Override
    public void store(long address, long value, int width) {
      whole.store(address, value, width);
    }

    @Override
    public long compareAndExchange(long address, long expected, long value) {
      return whole.compareAndExchange(address, expected, value);
    }

    @Override
    public void zero(long frame) {
      whole.zero(frame);
    }
  }
}
