package org.pagetck.properties.subject.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.properties.subject.Conversation;

/// What goes to and fro between suite and worker.
class WireTest {
  private static final EntryFlags FLAGS = new EntryFlags(EntryFlags.ALL & ~EntryFlags.HUGE_PAGE);

  private final ControlBlock block =
      new ControlBlock(Arena.ofAuto().allocate(ControlBlock.SIZE_BYTES, 4096));

  static List<Operation> operations() {
    return Conversation.script();
  }

  @ParameterizedTest
  @MethodSource
  void operations(Operation operation) {
    OperationWire.write(block, operation);
    assertThat(OperationWire.read(block)).contains(operation);
  }

  @Test
  void every_kind_of_operation_is_in_the_script() {
    assertThat(operations().stream().map(Operation::kind)).containsAll(OperationKind.all());
  }

  @Test
  void other_requests_are_no_operations() {
    for (var kind : List.of(ControlBlock.OPEN, ControlBlock.CLOSE, ControlBlock.END)) {
      block.setRequest(kind, 0, 0, 0, 0, 0);
      assertThat(OperationWire.read(block)).isEmpty();
    }
  }

  static List<Outcome> outcomes() {
    return List.of(
        new Outcome.Done(Flush.NONE),
        new Outcome.Done(Flush.UNKNOWN),
        new Outcome.Removed(-0x1000, FLAGS, Flush.PAGE),
        new Outcome.RemovedReserved(-2, Flush.ALL),
        new Outcome.Removed(0, EntryFlags.NONE, new Flush.Range(-4096, 4096)),
        new Outcome.Found(0x1000, FLAGS),
        new Outcome.Translated(PageSize.SIZE_1G, 0x40000000, 0x3fffffff, FLAGS),
        Outcome.refused(Refusal.ALREADY_MAPPED),
        Outcome.refused(Refusal.REFUSED),
        Outcome.UNSUPPORTED,
        new Outcome.Panicked("entry ü"),
        new Outcome.Wild("0x10"),
        new Outcome.Crashed("SIGSEGV"),
        new Outcome.Hung(2000),
        new Outcome.Garbled("null"));
  }

  @ParameterizedTest
  @MethodSource
  void outcomes(Outcome outcome) {
    var status = OutcomeWire.write(block, outcome);
    assertThat(OutcomeWire.isOutcome(status)).isTrue();
    assertThat(OutcomeWire.read(block, status)).isEqualTo(outcome);
  }

  @Test
  void a_status_of_a_native_mapper_is_no_outcome() {
    assertThat(OutcomeWire.isOutcome(Integer.toUnsignedLong(-1))).isFalse();
  }

  @Test
  void a_text_that_is_too_long_is_cut() {
    block.setText("x".repeat(100_000));
    assertThat(block.text()).isEqualTo("x".repeat(0x10000));
  }
}
