package org.pagetck.properties.mmu;

import java.lang.foreign.ValueLayout;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;

/// Where a guest stands after it made an access, and what that says of the access.
///
/// @param machine the guest's machine
/// @param harness what it ran in
/// @param question the access
record KvmExit(KvmMachine machine, KvmHarness harness, MmuQuestion question) {
  private static final int INSTRUCTION_BYTES = 2;
  private static final int VECTOR_GENERAL_PROTECTION = 13;
  private static final int VECTOR_PAGE_FAULT = 14;

  private long register(long place) {
    return machine.registers().get(ValueLayout.JAVA_LONG, place);
  }

  private int vector() {
    return harness.vector(register(KvmRegisters.RIP));
  }

  private long pushed(int index) {
    return harness.pushed(register(KvmRegisters.RSP), index);
  }

  /// Returns what a read put into AL.
  byte valueRead() {
    return (byte) register(KvmRegisters.RAX);
  }

  /// Tells whether the guest halted behind the access. In user mode HLT itself raises #GP.
  boolean hasPassed() {
    var access = question.access();
    var behind =
        access.kind() == AccessKind.FETCH
            ? question.address()
            : harness.code(access.kind(), access.isUser()) + INSTRUCTION_BYTES;
    return access.isUser()
        ? vector() == VECTOR_GENERAL_PROTECTION && pushed(1) == behind
        : register(KvmRegisters.RIP) - 1 == behind;
  }

  /// Returns the exception in whose handler the guest halted.
  MmuAnswer fault() {
    var vector = vector();
    if (vector == VECTOR_GENERAL_PROTECTION && pushed(0) == 0) {
      return new MmuAnswer.NotCanonical();
    }
    if (vector != VECTOR_PAGE_FAULT) {
      return unexpected(KvmMachine.EXIT_HALT);
    }
    var address = machine.systemRegisters().get(ValueLayout.JAVA_LONG, KvmRegisters.CR2);
    return address == question.address()
        ? new MmuAnswer.PageFault((int) pushed(0))
        : new MmuAnswer.Unexpected("CR2 holds 0x%x".formatted(address));
  }

  /// Returns an answer that no walk explains.
  MmuAnswer unexpected(int reason) {
    return new MmuAnswer.Unexpected(
        "exit %d at 0x%x, vector %d".formatted(reason, register(KvmRegisters.RIP), vector()));
  }
}
