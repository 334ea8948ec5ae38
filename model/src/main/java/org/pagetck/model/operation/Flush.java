package org.pagetck.model.operation;

/// What a caller owes the TLB after a call, as the mapper told it.
public sealed interface Flush {
  /// No flush is asked for.
  Flush NONE = new Nothing();

  /// The whole page of the call.
  Flush PAGE = new CallPage();

  /// Everything.
  Flush ALL = new Everything();

  /// The mapper does not say.
  Flush UNKNOWN = new Unsaid();

  /// No flush.
  record Nothing() implements Flush {
    @Override
    public String toString() {
      return "none";
    }
  }

  /// The page that the call named.
  record CallPage() implements Flush {
    @Override
    public String toString() {
      return "page";
    }
  }

  /// Each page touched by `bytes` bytes from `address`.
  record Range(long address, long bytes) implements Flush {
    @Override
    public String toString() {
      return "0x%x+%d".formatted(address, bytes);
    }
  }

  /// Everything that is cached.
  record Everything() implements Flush {
    @Override
    public String toString() {
      return "all";
    }
  }

  /// Nothing was said.
  record Unsaid() implements Flush {
    @Override
    public String toString() {
      return "unknown";
    }
  }

  /// Returns what `outcome` asks for: nothing, where it is no answer that can ask.
  static Flush askedBy(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Flush flush) -> flush;
      case Outcome.Removed removed -> removed.flush();
      case Outcome.RemovedReserved removed -> removed.flush();
      case Outcome.Found _,
          Outcome.Translated _,
          Outcome.Refused _,
          Outcome.Unsupported _,
          Outcome.Failed _ ->
          NONE;
    };
  }
}
