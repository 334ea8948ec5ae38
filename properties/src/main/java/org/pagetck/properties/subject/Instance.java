package org.pagetck.properties.subject;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.memory.LateMark;

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
  /// @param showsBytes whether anything but answers is looked at
  /// @param lateMark what a processor does before a store, where the subject shows stores as they
  ///   happen
  record Opening(
      long start,
      int levels,
      long root,
      FrameStock stock,
      EventLog log,
      boolean showsBytes,
      LateMark lateMark) {
    /// Creates one where no processor marks entries.
    public Opening(
        long start, int levels, long root, FrameStock stock, EventLog log, boolean showsBytes) {
      this(start, levels, root, stock, log, showsBytes, new LateMark());
    }

    /// Creates one where bytes are looked at.
    public Opening(long start, int levels, long root, FrameStock stock, EventLog log) {
      this(start, levels, root, stock, log, true);
    }
  }

  /// Returns `sizeBytes` bytes of memory that the subject sees as physical memory, 4 KiB-aligned,
  /// the same segment as last time where the size is the same. Its contents are the caller's
  /// business; a fresh segment is all zero.
  MemorySegment memory(long sizeBytes);

  /// Opens a mapper over the memory.
  ///
  /// @throws SubjectFailedException if the subject cannot be opened
  void open(Opening opening);

  /// Opens the mapper anew over what the memory holds now, in the place of the one that is open.
  ///
  /// @throws SubjectFailedException if the subject cannot be opened
  default void reopen(Opening opening) {
    endTrace();
    open(opening);
  }

  /// Carries out one operation. Takes, give-backs, stores and flushes stand in the log afterwards,
  /// in order.
  ///
  /// A subject that died or hung answers [Outcome.Crashed] or [Outcome.Hung]; the next [#open]
  /// starts a fresh one. Where it has hung before, a shorter time may count as hanging: a verdict
  /// wants a fresh instance, which waits for the whole limit.
  Outcome call(Operation operation);

  /// Returns what the subject wrote to its error stream since the last [#open], or an empty text.
  String diagnostics();

  /// Says which lines the trace has that was opened, where that is known. They come as they stand
  /// here, but may end early. A subject that shows nothing but answers may be asked before their
  /// time.
  default void expect(List<TraceLine> lines) {}

  /// Tells whether the frames that are taken and given back leave and reach the stock. If not,
  /// [#limitFrames] limits them.
  default boolean showsFrames() {
    return true;
  }

  /// Limits the frames that may be had from now on, for a subject that does not show them; tells
  /// whether it can be limited.
  default boolean limitFrames(TraceLine.Budget budget) {
    return true;
  }

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
