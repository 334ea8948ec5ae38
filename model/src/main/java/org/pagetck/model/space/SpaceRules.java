package org.pagetck.model.space;

import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.trace.Setup;

/// What the model goes by during one trace.
///
/// @param contract the policies
/// @param levels 4 or 5
/// @param format the machine's entry format
public record SpaceRules(Contract contract, int levels, EntryFormat format) {
  /// Frames at the end of the memory that the host keeps for tables that it plants.
  public static final int HOST_FRAME_COUNT = 64;

  /// The rights that a link takes from the leaves below it.
  public static final long LINK_RIGHTS = EntryFlags.WRITABLE | EntryFlags.USER;

  /// Flags that no link may be asked to have.
  static final long NO_LINK_FLAGS = EntryFlags.HUGE_PAGE | EntryFlags.PAT | EntryFlags.GLOBAL;

  /// Returns what the model goes by under `contract` on the machine of `setup`.
  public static SpaceRules of(Contract contract, Setup setup) {
    return new SpaceRules(contract, setup.levels(), formatOf(contract, setup));
  }

  /// Returns the entry format of the machine that `contract` and the memory of `setup` make.
  public static EntryFormat formatOf(Contract contract, Setup setup) {
    return new EntryFormat(
        contract.physicalWidth(), contract.noExecute(), setup.memoryStart(), setup.memoryBytes());
  }

  /// Returns the first byte of the frames that the host keeps.
  public long hostFramesStart() {
    return format.memoryStart()
        + format.memoryBytes()
        - (long) HOST_FRAME_COUNT * Levels.TABLE_BYTES;
  }

  /// Tells whether the entry at `level` for `address` is one that several address spaces share.
  /// What such an entry holds is the host's business.
  public boolean isShared(int level, long address) {
    return level == levels && contract.sharedEntries().contains(Levels.index(address, level));
  }

  /// Tells whether `frame` is one of the frames that the host keeps.
  public boolean isHostFrame(long frame) {
    return frame >= hostFramesStart() && format.isInMemory(frame);
  }

  /// Returns the flags that no leaf may be asked to have.
  long noLeafFlags() {
    return format.noExecute() ? EntryFlags.HUGE_PAGE : EntryFlags.HUGE_PAGE | EntryFlags.NO_EXECUTE;
  }

  /// Returns the flags that no link may be asked to have on this machine.
  long noLinkFlags() {
    return format.noExecute() ? NO_LINK_FLAGS : NO_LINK_FLAGS | EntryFlags.NO_EXECUTE;
  }

  /// Returns the flags of a link that is created for a leaf with `leafFlags`.
  long newLinkFlags(long leafFlags) {
    return EntryFlags.PRESENT
        | switch (contract.parentFlags()) {
          case FROM_LEAF -> leafFlags & LINK_RIGHTS;
          case FIXED -> EntryFlags.WRITABLE;
          case PERMISSIVE, EXPLICIT -> LINK_RIGHTS;
        };
  }

  /// Returns the rights that an existing link gains for a leaf with `leafFlags`.
  long gainedLinkFlags(long leafFlags) {
    return switch (contract.parentFlags()) {
      case FROM_LEAF -> leafFlags & LINK_RIGHTS;
      case FIXED, PERMISSIVE, EXPLICIT -> 0;
    };
  }

  /// Returns the rights that an existing link may gain without being owed them.
  long optionalLinkFlags() {
    return switch (contract.parentFlags()) {
      case FROM_LEAF, FIXED -> 0;
      case PERMISSIVE, EXPLICIT -> LINK_RIGHTS;
    };
  }
}
