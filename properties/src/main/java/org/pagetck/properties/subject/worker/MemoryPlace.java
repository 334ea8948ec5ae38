package org.pagetck.properties.subject.worker;

import java.util.Optional;
import org.pagetck.model.operation.Outcome;

/// Where the memory lies in a worker.
///
/// @param address its first byte there
/// @param sizeBytes its length in bytes
/// @param guardBytes how far no access may go, on either side
/// @param start the physical address of its first byte
record MemoryPlace(long address, long sizeBytes, long guardBytes, long start) {
  /// Returns the wild access that one to `fault` was, or nothing where that lies in no guard.
  Optional<Outcome.Wild> wild(long fault) {
    var offset = fault - address;
    var inGuards = offset >= -guardBytes && offset < sizeBytes + guardBytes;
    var inMemory = offset >= 0 && offset < sizeBytes;
    return inGuards && !inMemory
        ? Optional.of(new Outcome.Wild("0x%x".formatted(start + offset)))
        : Optional.empty();
  }
}
