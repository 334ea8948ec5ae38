package org.pagetck.model.paging;

import java.util.List;
import java.util.TreeMap;

/// What an MMU says to a [MmuQuestion]: of a [WalkResult], that which a program can see.
public sealed interface MmuAnswer {
  /// The access is allowed.
  ///
  /// @param address the physical address that it went to
  /// @param updates the entries that changed, with what then stood there, by ascending address
  record Allowed(long address, List<EntryUpdate> updates) implements MmuAnswer {
    /// Copies the list.
    public Allowed {
      updates = List.copyOf(updates);
    }

    @Override
    public String toString() {
      return "0x%x%s".formatted(address, updates.isEmpty() ? "" : " " + updates);
    }
  }

  /// The access raised #PF, with CR2 holding the address.
  ///
  /// @param errorCode the error code, bits as in [ErrorCode]
  record PageFault(int errorCode) implements MmuAnswer {
    @Override
    public String toString() {
      return "#PF(%s)".formatted(ErrorCode.toText(errorCode));
    }
  }

  /// The access raised #GP(0): the address is not canonical.
  record NotCanonical() implements MmuAnswer {
    @Override
    public String toString() {
      return "#GP(0)";
    }
  }

  /// Something else happened, which no walk explains.
  ///
  /// @param what what was seen
  record Unexpected(String what) implements MmuAnswer {}

  /// Returns what a program sees of `result`.
  static MmuAnswer of(WalkResult result) {
    return switch (result) {
      case WalkResult.Translated translated ->
          new Allowed(translated.address().bits(), merged(translated.updates()));
      case WalkResult.PageFault fault -> new PageFault(fault.errorCode());
      case WalkResult.NotCanonical() -> new NotCanonical();
    };
  }

  private static List<EntryUpdate> merged(List<EntryUpdate> updates) {
    var words = new TreeMap<Long, Long>(Long::compareUnsigned);
    updates.forEach(update -> words.merge(update.address(), update.word(), (a, b) -> a | b));
    return words.entrySet().stream().map(e -> new EntryUpdate(e.getKey(), e.getValue())).toList();
  }
}
