package org.pagetck.model.trace;

import org.pagetck.model.address.Levels;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;

/// One line of a trace: a call of the mapper, or something that the host does between calls. No
/// line depends on the state to be valid, so any part of a trace is a trace.
public sealed interface TraceLine {
  /// The mapper is called.
  record Call(Operation operation) implements TraceLine {}

  /// The host does something; the mapper is not called.
  sealed interface HostEvent extends TraceLine {}

  /// The host stores `word` into the entry at `level` on the path of `address`. Nothing happens
  /// where the path is missing or the slot is a link.
  ///
  /// @param level 1 to 5; nothing happens above the root
  /// @param address any address in the span of the entry
  /// @param word the entry's new value
  record Plant(int level, long address, long word) implements HostEvent {
    /// Checks the level.
    ///
    /// @throws IllegalArgumentException if there is no such level
    public Plant {
      if (level < 1 || level > Levels.ROOT_MAX) {
        throw new IllegalArgumentException("no such level: " + level);
      }
    }
  }

  /// The host stores `word` anywhere in the memory. A trace with such a line is judged against the
  /// hardware walk only.
  ///
  /// @param physicalAddress where; nothing happens outside the memory or where it is no multiple of
  ///   8
  /// @param word what
  record Poke(long physicalAddress, long word) implements HostEvent {}

  /// The processor touches `address`: ACCESSED and DIRTY are set as hardware does, and the
  /// translation may be cached. One that faults changes nothing.
  record Access(long address, AccessKind kind, Privilege privilege) implements HostEvent {}

  /// From here on at most `frames` more frames are to be had.
  ///
  /// @param frames 0 or more
  record Budget(int frames) implements HostEvent {
    /// No limit but the memory: the state that a trace starts in.
    public static final Budget ALL = new Budget(Integer.MAX_VALUE);

    /// Checks the count.
    ///
    /// @throws IllegalArgumentException if it is negative
    public Budget {
      if (frames < 0) {
        throw new IllegalArgumentException("negative budget: " + frames);
      }
    }

    /// Tells whether it is [#ALL].
    public boolean isAll() {
      return frames == ALL.frames;
    }
  }

  /// When owed flushes happen.
  enum FlushPolicy implements HostEvent {
    /// Owed flushes wait.
    DELAYED,
    /// Those waiting happen now, later ones at once: the state that a trace starts in.
    DONE
  }
}
