package org.pagetck.properties.subject;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.memory.EventLog;

/// One running copy of a subject, used by one thread for any number of traces, one after the other.
///
/// Calls come in this order: [#memory], [#open], [#call] any number of times, [#endTrace], and
/// again.
public interface Instance extends AutoCloseable {
  /// What a mapper is opened over.
  ///
  /// @param start physical address of the first byte of the memory
  /// @param levels 4 or 5
  /// @param root physical address of the top table
  /// @param stock where frames come from
  /// @param log where events go to; the session clears it before each call
  record Opening(long start, int levels, long root, FrameStock stock, EventLog log) {}

  /// Returns `sizeBytes` bytes of memory that the subject sees as physical memory, 4 KiB-aligned,
  /// the same segment as last time where the size is the same. Its contents are the caller's
  /// business; a fresh segment is all zero.
  MemorySegment memory(long sizeBytes);

  /// Opens a mapper over the memory.
  ///
  /// @throws SubjectFailedException if the subject cannot be opened
  void open(Opening opening);

  /// Carries out one operation. Takes, give-backs, stores and flushes stand in the log afterwards,
  /// in order.
  ///
  /// A subject that died or hung answers [Outcome.Crashed] or [Outcome.Hung]; the next [#open]
  /// starts a fresh one.
  Outcome call(Operation operation);

  /// Returns what the subject wrote to its error stream since the last [#open], or an empty text.
  String diagnostics();

  /// Limits each later call to `millis` milliseconds, for subjects that run in a process of their
  /// own.
  default void limitCalls(long millis) {}

  /// Closes the mapper; the memory stays. What the mapper does then stands in the log; how it
  /// failed, if it did, is returned.
  Optional<Outcome.Failed> endTrace();

  /// Ends this copy and frees what it holds.
  @Override
  void close();
}
