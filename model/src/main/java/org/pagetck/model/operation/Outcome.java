package org.pagetck.model.operation;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;

/// What a mapper answered to one operation, or what became of it.
public sealed interface Outcome {
  /// The answer without contents: map, updateFlags, setTableFlags, cleanUp.
  Outcome DONE = new Done(Flush.NONE);

  /// The adapter cannot express the call.
  Outcome UNSUPPORTED = new Unsupported();

  /// A refusal for `reason`.
  static Outcome refused(Refusal reason) {
    return Refused.of(reason);
  }

  /// It was done.
  record Done(Flush flush) implements Outcome {}

  /// A page was removed that had `frame` and `flags`.
  record Removed(long frame, EntryFlags flags, Flush flush) implements Outcome {}

  /// A RESERVED entry was removed that held `word`.
  record RemovedReserved(long word, Flush flush) implements Outcome {}

  /// The page is mapped to `frame` with `flags`.
  record Found(long frame, EntryFlags flags) implements Outcome {}

  /// The address lies `offset` bytes into a page of `size` that is mapped to `frame` with `flags`.
  record Translated(PageSize size, long frame, long offset, EntryFlags flags) implements Outcome {}

  /// It was refused.
  record Refused(Refusal reason) implements Outcome {
    private static final Refused[] ALL =
        Refusal.all().stream().map(Refused::new).toArray(Refused[]::new);

    /// Returns the refusal for `reason`.
    public static Refused of(Refusal reason) {
      return ALL[reason.ordinal()];
    }
  }

  /// The adapter cannot express the call: no verdict on the mapper.
  record Unsupported() implements Outcome {}

  /// An outcome that no contract allows.
  sealed interface Failed extends Outcome {}

  /// The mapper panicked or threw, with `message`.
  record Panicked(String message) implements Failed {}

  /// The mapper reached for an address outside the memory that it was given.
  record Wild(String where) implements Failed {}

  /// The process that ran the mapper died; `how` says by which signal or status.
  record Crashed(String how) implements Failed {}

  /// The call did not end within `limitMillis` milliseconds.
  record Hung(long limitMillis) implements Failed {}

  /// The answer is none that the interface has: an unknown status, bits without a name among the
  /// flags. `what` says which; the fault may be the adapter's.
  record Garbled(String what) implements Failed {}
}
