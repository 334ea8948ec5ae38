package org.pagetck.properties.subject.worker;

import java.util.List;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.properties.subject.nativelib.HostBlock;

/// Outcomes of Java mappers as answers in a [ControlBlock]; reading and writing are inverse. The
/// status of such an answer is past 32 bits, where no native mapper's can be.
final class OutcomeWire {
  private static final long MARK = 1L << 32;
  private static final int DONE = 0;
  private static final int REMOVED = 1;
  private static final int REMOVED_RESERVED = 2;
  private static final int FOUND = 3;
  private static final int TRANSLATED = 4;
  private static final int REFUSED = 5;
  private static final int UNSUPPORTED = 6;
  private static final int PANICKED = 7;
  private static final int WILD = 8;
  private static final int CRASHED = 9;
  private static final int HUNG = 10;
  private static final int GARBLED = 11;

  private static final List<Flush> FLUSHES =
      List.of(Flush.UNKNOWN, Flush.NONE, Flush.PAGE, Flush.ALL);
  private static final int RANGE = 4;

  private OutcomeWire() {}

  /// Tells whether an answer with `status` was written here.
  static boolean isOutcome(long status) {
    return (status & MARK) != 0;
  }

  /// Writes `outcome` and returns the status.
  static long write(ControlBlock block, Outcome outcome) {
    var host = block.host();
    return MARK
        | switch (outcome) {
          case Outcome.Done(var flush) -> write(host, DONE, 0, 0, 0, 0, flush);
          case Outcome.Removed(var frame, var flags, var flush) ->
              write(host, REMOVED, frame, flags.bits(), 0, 0, flush);
          case Outcome.RemovedReserved(var word, var flush) ->
              write(host, REMOVED_RESERVED, 0, 0, word, 0, flush);
          case Outcome.Found(var frame, var flags) ->
              write(host, FOUND, frame, flags.bits(), 0, 0, Flush.NONE);
          case Outcome.Translated(var size, var frame, var offset, var flags) ->
              write(host, TRANSLATED, frame, flags.bits(), offset, size.ordinal(), Flush.NONE);
          case Outcome.Refused(var reason) ->
              write(host, REFUSED, 0, 0, 0, reason.ordinal(), Flush.NONE);
          case Outcome.Unsupported() -> UNSUPPORTED;
          case Outcome.Panicked(var message) -> write(block, PANICKED, message);
          case Outcome.Wild(var where) -> write(block, WILD, where);
          case Outcome.Crashed(var how) -> write(block, CRASHED, how);
          case Outcome.Hung(var limitMillis) -> write(host, HUNG, 0, 0, limitMillis, 0, Flush.NONE);
          case Outcome.Garbled(var what) -> write(block, GARBLED, what);
        };
  }

  private static int write(
      HostBlock host, int tag, long frame, long flags, long offset, int choice, Flush flush) {
    host.setResult(frame, flags, offset, choice);
    switch (flush) {
      case Flush.Range(var address, var bytes) -> host.setFlush(RANGE, address, bytes);
      case Flush.Nothing _, Flush.CallPage _, Flush.Everything _, Flush.Unsaid _ ->
          host.setFlush(FLUSHES.indexOf(flush), 0, 0);
    }
    return tag;
  }

  private static int write(ControlBlock block, int tag, String text) {
    block.setText(text);
    return tag;
  }

  /// Returns the outcome that stands in the block with `status`.
  static Outcome read(ControlBlock block, long status) {
    var host = block.host();
    return switch ((int) status) {
      case DONE -> new Outcome.Done(flush(host));
      case REMOVED -> new Outcome.Removed(host.resultFrame(), flags(host), flush(host));
      case REMOVED_RESERVED -> new Outcome.RemovedReserved(host.resultOffset(), flush(host));
      case FOUND -> new Outcome.Found(host.resultFrame(), flags(host));
      case TRANSLATED ->
          new Outcome.Translated(
              PageSize.all().get(host.resultSize()),
              host.resultFrame(),
              host.resultOffset(),
              flags(host));
      case REFUSED -> Outcome.refused(Refusal.all().get(host.resultSize()));
      case UNSUPPORTED -> Outcome.UNSUPPORTED;
      case PANICKED -> new Outcome.Panicked(block.text());
      case WILD -> new Outcome.Wild(block.text());
      case CRASHED -> new Outcome.Crashed(block.text());
      case HUNG -> new Outcome.Hung(host.resultOffset());
      case GARBLED -> new Outcome.Garbled(block.text());
      default -> throw new IllegalStateException("no worker answers " + status);
    };
  }

  private static EntryFlags flags(HostBlock host) {
    return new EntryFlags(host.resultFlags());
  }

  private static Flush flush(HostBlock host) {
    var code = host.resultFlush();
    return code == RANGE
        ? new Flush.Range(host.rangeStart(), host.rangeBytes())
        : FLUSHES.get(code);
  }
}
