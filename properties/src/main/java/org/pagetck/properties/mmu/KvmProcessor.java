package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WalkStep;

/// Lets a guest make each access that is asked about, and sees where it ends.
final class KvmProcessor implements BareMmu {
  private static final int MEMORY_SLOT = 0;
  private static final int HARNESS_SLOT = 1;
  private static final int LANDING_SLOT = 2;
  private static final int[] TOP_INDICES = {300, 301};
  private static final long HARNESS_ADDRESS = 0x7000_0000L;
  private static final long HARNESS_DISTANCE = 0x10_0000L;
  private static final byte HALT = (byte) 0xf4;
  private static final byte MARKER = 0x5c;
  private static final long ACCESSED_DIRTY = EntryFlags.ACCESSED | EntryFlags.DIRTY;

  private final Arena arena = Arena.ofShared();
  private final KvmMachine machine = new KvmMachine();
  private final MmuMemory memory;
  private final PagingMode mode;
  private final KvmReach reach;
  private final MmuMemory harnessMemory;
  private final KvmHarness[] harnesses = new KvmHarness[TOP_INDICES.length];
  private final MmuMemory landing;
  private final KvmRegisters registers;

  KvmProcessor(MmuMemory memory, PagingMode mode, KvmReach reach) {
    this.memory = memory;
    this.mode = mode;
    this.reach = reach;
    var sizeBytes = (long) KvmHarness.SIZE_BYTES * TOP_INDICES.length;
    var bytes = arena.allocate(sizeBytes, Levels.TABLE_BYTES);
    harnessMemory = new MmuMemory(bytes, harnessAddress(memory));
    for (var i = 0; i < harnesses.length; i++) {
      var offset = (long) i * KvmHarness.SIZE_BYTES;
      harnesses[i] =
          new KvmHarness(
              bytes.asSlice(offset, KvmHarness.SIZE_BYTES),
              harnessMemory.start() + offset,
              mode.levels(),
              TOP_INDICES[i]);
    }
    landing = new MmuMemory(arena.allocate(Levels.TABLE_BYTES, Levels.TABLE_BYTES), 0);
    landing.bytes().fill(HALT);
    registers = new KvmRegisters(machine.initialSystemRegisters(), mode);
    addMemory();
  }

  /// Returns an address below 4 GiB, or past the memory where that is in the way.
  private static long harnessAddress(MmuMemory memory) {
    var end = memory.start() + memory.bytes().byteSize();
    var free = HARNESS_ADDRESS + HARNESS_DISTANCE <= memory.start() || HARNESS_ADDRESS >= end;
    return free ? HARNESS_ADDRESS : end + HARNESS_DISTANCE;
  }

  private void addMemory() {
    machine.setMemory(MEMORY_SLOT, memory.start(), memory.bytes());
    machine.setMemory(HARNESS_SLOT, harnessMemory.start(), harnessMemory.bytes());
  }

  /// Makes KVM forget what it derived from the tables: stores of the host into them are not seen
  /// where it keeps shadows of them, and translations are cached where it does not.
  private void forget() {
    machine.removeMemory(MEMORY_SLOT, memory.start());
    machine.removeMemory(HARNESS_SLOT, harnessMemory.start());
    addMemory();
  }

  @Override
  public Optional<String> unanswerable(MmuQuestion question, List<WalkStep> path, long target) {
    if (reach.bars(question, mode.levels())) {
      return Optional.of("this KVM keeps the range for itself");
    }
    return machine
        .features()
        .lacking(question.protection(), path)
        .or(() -> target == NO_TARGET ? Optional.empty() : unreachable(path, target));
  }

  private Optional<String> unreachable(List<WalkStep> path, long target) {
    if (harnessMemory.contains(target, 1) || KvmMachine.needs(target)) {
      return Optional.of("the access lands in memory that the guest itself needs");
    }
    return path.stream().anyMatch(step -> step.address() == (target & -Levels.ENTRY_BYTES))
        ? Optional.of("the access lands in an entry of its own walk")
        : Optional.empty();
  }

  @Override
  public MmuAnswer ask(MmuQuestion question, long target) {
    var index = Levels.index(question.address(), mode.levels());
    var harness = harnesses[harnesses[0].topIndex() == index ? 1 : 0];
    var entry = question.root() + (long) index * Levels.ENTRY_BYTES;
    harness.setTop(index, memory.load(entry));
    forget();
    var answer = makeRoomAndRun(harness, question, target);
    memory.store(entry, memory.load(entry) | (harness.top(index) & ACCESSED_DIRTY));
    return answer;
  }

  /// Puts an instruction that halts where a fetch should arrive, and a byte to be recognised where
  /// a read or write should; outside the memory those leave the guest by themselves.
  private MmuAnswer makeRoomAndRun(KvmHarness harness, MmuQuestion question, long target) {
    var fetch = question.access().kind() == AccessKind.FETCH;
    if (memory.contains(target, 1)) {
      var before = memory.loadByte(target);
      memory.storeByte(target, fetch ? HALT : (byte) ~MARKER);
      var answer = run(harness, question);
      var after = memory.loadByte(target);
      memory.storeByte(target, before);
      return answer instanceof MmuAnswer.Allowed ? checked(answer, question, after) : answer;
    }
    if (!fetch || target == NO_TARGET) {
      return run(harness, question);
    }
    var page = target & -Levels.TABLE_BYTES;
    machine.setMemory(LANDING_SLOT, page, landing.bytes());
    try {
      return run(harness, question);
    } finally {
      machine.removeMemory(LANDING_SLOT, page);
    }
  }

  private MmuAnswer checked(MmuAnswer answer, MmuQuestion question, byte after) {
    var arrived =
        switch (question.access().kind()) {
          case READ -> new KvmExit(machine, harnesses[0], question).valueRead() == (byte) ~MARKER;
          case WRITE -> after == MARKER;
          case FETCH -> true;
        };
    return arrived ? answer : new MmuAnswer.Unexpected("the access went elsewhere: " + answer);
  }

  private MmuAnswer run(KvmHarness harness, MmuQuestion question) {
    registers.write(machine.registers(), machine.systemRegisters(), harness, question, MARKER);
    var exit = new KvmExit(machine, harness, question);
    var reason = machine.start();
    if (reason == KvmMachine.EXIT_MMIO) {
      var touched = machine.touchedAddress();
      reason = machine.run();
      return reason == KvmMachine.EXIT_HALT && exit.hasPassed()
          ? new MmuAnswer.Allowed(touched, List.of())
          : exit.unexpected(reason);
    }
    if (reason != KvmMachine.EXIT_HALT) {
      return exit.unexpected(reason);
    }
    return exit.hasPassed()
        ? new MmuAnswer.Allowed(machine.translate(question.address()), List.of())
        : exit.fault();
  }

  @Override
  public void close() {
    machine.close();
    arena.close();
  }
}
