package org.pagetck.model.space;

import java.util.List;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// What one operation owes: the next space, the answer, the frames taken and given back.
///
/// @param next the space afterwards
/// @param owed the owed answer; its flush is never compared
/// @param alternatives bits of the reasons, by ordinal, that may stand in the place of the owed one
/// @param decidedBy state of the slot that decided, EMPTY where the arguments did
/// @param decidedAt level of the slot that decided, 0 where the arguments did
/// @param missingTables how many tables a map lacked before the call
/// @param framesTaken how many frames are owed to be taken
/// @param unlinked the tables that are owed to be unlinked and given back, in that order
/// @param optionalLinkFlags rights that links on the path may gain without being owed them
/// @param free how much of the answer is not compared
public record Step(
    AddressSpace next,
    Outcome owed,
    int alternatives,
    SlotState decidedBy,
    int decidedAt,
    int missingTables,
    int framesTaken,
    List<Unlinked> unlinked,
    long optionalLinkFlags,
    Freedom free) {

  /// A table that is given back: it hung below the slot at `level` for `address`.
  public record Unlinked(int level, long address) {}

  /// How much of an answer is left to the mapper.
  public enum Freedom {
    /// Nothing: the answer is owed as it stands.
    NONE,
    /// The contents of a successful answer.
    CONTENTS,
    /// The whole answer is a should: the slot that decided is malformed.
    SHOULD
  }

  static Step unchanged(AddressSpace space, Outcome owed, SlotState decidedBy, int decidedAt) {
    var free = decidedBy == SlotState.MALFORMED ? Freedom.SHOULD : Freedom.NONE;
    return new Step(space, owed, 0, decidedBy, decidedAt, 0, 0, List.of(), 0, free);
  }

  static Step refused(AddressSpace space, Refusal reason, SlotState decidedBy, int decidedAt) {
    return unchanged(space, Outcome.refused(reason), decidedBy, decidedAt);
  }

  static Step changed(AddressSpace next, Outcome owed, SlotState decidedBy, int decidedAt) {
    return new Step(next, owed, 0, decidedBy, decidedAt, 0, 0, List.of(), 0, Freedom.NONE);
  }

  Step withAlternatives(int reasons) {
    return new Step(
        next,
        owed,
        alternatives | reasons,
        decidedBy,
        decidedAt,
        missingTables,
        framesTaken,
        unlinked,
        optionalLinkFlags,
        free);
  }

  Step withTables(int missing, int taken) {
    return new Step(
        next,
        owed,
        alternatives,
        decidedBy,
        decidedAt,
        missing,
        taken,
        unlinked,
        optionalLinkFlags,
        free);
  }

  Step withUnlinked(List<Unlinked> tables) {
    return new Step(
        next,
        owed,
        alternatives,
        decidedBy,
        decidedAt,
        missingTables,
        framesTaken,
        List.copyOf(tables),
        optionalLinkFlags,
        free);
  }

  Step withOptionalLinkFlags(long flags) {
    return new Step(
        next,
        owed,
        alternatives,
        decidedBy,
        decidedAt,
        missingTables,
        framesTaken,
        unlinked,
        flags,
        free);
  }

  Step withFreeContents() {
    return new Step(
        next,
        owed,
        alternatives,
        decidedBy,
        decidedAt,
        missingTables,
        framesTaken,
        unlinked,
        optionalLinkFlags,
        Freedom.CONTENTS);
  }

  /// Tells whether the owed answer is a refusal.
  public boolean isRefused() {
    return owed instanceof Outcome.Refused;
  }

  /// Tells whether `reason` may stand in the place of the owed one.
  public boolean allows(Refusal reason) {
    return (alternatives >>> reason.ordinal() & 1) != 0;
  }
}
