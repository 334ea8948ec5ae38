package org.pagetck.properties.subject.worker;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.foreign.GuardedMemory;
import org.pagetck.properties.subject.foreign.SharedFile;

/// The main class of a worker. Its arguments are the process that started it, the descriptor under
/// which that one holds the control block, and the subject.
public final class WorkerMain {
  private static final long GUARD_BYTES = 1L << 40;

  private final long suite;
  private final ControlBlock block;
  private @Nullable GuardedMemory memory;
  private long generation;

  private WorkerMain(long suite, ControlBlock block) {
    this.suite = suite;
    this.block = block;
  }

  /// Runs until the suite asks for the end, or ends itself.
  public static void main(String[] arguments) {
    OwnProcess.dieWithoutCore();
    OwnProcess.dieWithStandardInput();
    var suite = Long.parseLong(arguments[0]);
    GuardedMemory control;
    try (var file =
        SharedFile.open(suite, Integer.parseInt(arguments[1]), ControlBlock.SIZE_BYTES)) {
      control = GuardedMemory.map(file, GuardedMemory.GUARD_BYTES_MIN);
    }
    var spec = GuestSpec.parse(Arrays.asList(arguments).subList(2, arguments.length));
    var worker = new WorkerMain(suite, new ControlBlock(control.bytes()));
    worker.load(spec).ifPresent(worker::serve);
  }

  private Optional<Guest> load(GuestSpec spec) {
    Optional<Guest> loaded;
    try {
      block.setStage(Stage.LOADING);
      var guest = spec.load(block);
      block.setStage(Stage.DESCRIBING);
      block.setText(guest.describe());
      block.setOperations(guest.operations());
      block.setStage(Stage.READY);
      loaded = Optional.of(guest);
    } catch (SubjectFailedException e) {
      block.setText(String.valueOf(e.getMessage()));
      block.setStage(Stage.FAILED);
      loaded = Optional.empty();
    }
    block.answers().send(1);
    return loaded;
  }

  private void serve(Guest guest) {
    for (var number = 2L; ; number++) {
      block.requests().await(number, Long.MAX_VALUE, () -> false);
      var operation = OperationWire.read(block);
      if (operation.isPresent()) {
        block.host().setStatus(guest.call(operation.get()));
      } else if (!control(guest)) {
        block.answers().send(number);
        return;
      }
      block.answers().send(number);
    }
  }

  private boolean control(Guest guest) {
    switch (block.requestKind()) {
      case ControlBlock.OPEN -> block.host().setStatus(open(guest));
      case ControlBlock.CLOSE -> block.host().setStatus(guest.close());
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Opens a mapper; returns 0, or 1 and says why not.
  private long open(Guest guest) {
    try {
      var shared = sharedMemory();
      block.setMemory(shared.address(), shared.guardBytes());
      guest.open(shared);
      return 0;
    } catch (SubjectFailedException e) {
      block.setText(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private GuardedMemory sharedMemory() {
    var last = memory;
    if (last != null && generation == block.argument(2)) {
      return last;
    }
    if (last != null) {
      last.close();
    }
    try (var file = SharedFile.open(suite, (int) block.argument(0), block.argument(1))) {
      var mapped = GuardedMemory.map(file, GUARD_BYTES);
      memory = mapped;
      generation = block.argument(2);
      return mapped;
    }
  }
}
