package org.pagetck.properties.subject.nativelib;

import java.util.List;
import java.util.function.Function;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// Reads what a native mapper answered: a status and the `pagetck_result` in a [HostBlock].
public final class NativeAnswer {
  static final int UNSUPPORTED = 100;

  private static final int OK = 0;
  private static final int PANIC = 101;
  private static final int WILD = 102;
  private static final List<Flush> FLUSHES =
      List.of(Flush.UNKNOWN, Flush.NONE, Flush.PAGE, Flush.ALL);

  private NativeAnswer() {}

  /// Returns the outcome of `operation`. An answer that the interface does not have is
  /// [Outcome.Garbled].
  public static Outcome read(Operation operation, int status, HostBlock block) {
    return switch (status) {
      case OK -> done(operation, block);
      case UNSUPPORTED -> Outcome.UNSUPPORTED;
      case PANIC -> new Outcome.Panicked("the adapter caught a panic");
      case WILD -> new Outcome.Wild("the adapter caught an address outside the memory");
      default ->
          status > OK && status <= Refusal.all().size()
              ? Outcome.refused(Refusal.all().get(status - 1))
              : new Outcome.Garbled("status " + status);
    };
  }

  private static Outcome done(Operation operation, HostBlock block) {
    return switch (operation) {
      case Operation.Map _,
          Operation.MapWithTableFlags _,
          Operation.UpdateFlags _,
          Operation.SetTableFlags _,
          Operation.CleanUp _ ->
          withFlush(block, Outcome.Done::new);
      case Operation.Unmap _ -> removed(block);
      case Operation.Clear _ ->
          (block.resultFlags() & EntryFlags.PRESENT) == 0
              ? withFlush(block, flush -> new Outcome.RemovedReserved(block.resultOffset(), flush))
              : removed(block);
      case Operation.TranslatePage _ ->
          withFlags(block, flags -> new Outcome.Found(block.resultFrame(), flags));
      case Operation.Translate _ -> withFlags(block, flags -> translated(block, flags));
    };
  }

  private static Outcome removed(HostBlock block) {
    return withFlags(
        block,
        flags -> withFlush(block, flush -> new Outcome.Removed(block.resultFrame(), flags, flush)));
  }

  private static Outcome translated(HostBlock block, EntryFlags flags) {
    var size = block.resultSize();
    if (size < 0 || size >= PageSize.all().size()) {
      return new Outcome.Garbled("page size code " + Integer.toUnsignedString(size));
    }
    return new Outcome.Translated(
        PageSize.all().get(size), block.resultFrame(), block.resultOffset(), flags);
  }

  private static Outcome withFlush(HostBlock block, Function<Flush, Outcome> next) {
    var code = block.resultFlush();
    return code < 0 || code >= FLUSHES.size()
        ? new Outcome.Garbled("flush code " + Integer.toUnsignedString(code))
        : next.apply(FLUSHES.get(code));
  }

  private static Outcome withFlags(HostBlock block, Function<EntryFlags, Outcome> next) {
    var bits = block.resultFlags() & ~EntryFlags.HUGE_PAGE;
    return (bits & ~EntryFlags.ALL) == 0
        ? next.apply(new EntryFlags(bits))
        : new Outcome.Garbled(
            "bits 0x%x among the flags 0x%x".formatted(bits & ~EntryFlags.ALL, bits));
  }
}
