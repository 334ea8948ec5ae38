package org.pagetck.model.paging;

import java.util.List;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;

/// What a processor makes of one access.
public sealed interface WalkResult {
  /// The access is allowed.
  ///
  /// @param frame what the page is mapped to
  /// @param offset the access's place in it, in bytes
  /// @param leaf the word of the leaf
  /// @param rights what the entries of the walk allow together
  /// @param updates the stores that the processor makes before the access, root first; to be
  ///   carried out in order, since a recursive slot can be among them twice
  record Translated(
      PhysFrame frame, long offset, long leaf, Rights rights, List<EntryUpdate> updates)
      implements WalkResult {
    /// Copies the list.
    public Translated {
      updates = List.copyOf(updates);
    }

    /// Returns the physical address.
    public PhysAddr address() {
      return new PhysAddr(frame.start().bits() + offset);
    }

    /// Returns the size of the page.
    public PageSize size() {
      return frame.size();
    }
  }

  /// The access raises #PF. Which parents gain ACCESSED before it is not specified.
  ///
  /// @param errorCode the error code, bits as in [ErrorCode]
  /// @param level the level of the entry that decided: the highest where several would
  /// @param reason why
  record PageFault(int errorCode, int level, FaultReason reason) implements WalkResult {
    /// Returns the fault in words: `#PF(P|U/S) at level 3: the entry lacks USER`.
    @Override
    public String toString() {
      return "#PF(%s) at level %d: %s"
          .formatted(ErrorCode.toText(errorCode), level, reason.sentence());
    }
  }

  /// The address is not canonical: #GP(0), and no entry is read.
  record NotCanonical() implements WalkResult {
    @Override
    public String toString() {
      return "#GP(0): not canonical";
    }
  }
}
