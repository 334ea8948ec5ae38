package org.pagetck.properties.judge;

import java.util.List;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.Step;

/// Which requirements own an answer: those that are exercised when it is owed and accused when it
/// is not given.
final class Owners {
  private Owners() {}

  /// Returns the owners of what `step` owes an operation of `kind`; the first is the one accused
  /// first.
  static List<Requirement> of(OperationKind kind, Step step) {
    if (step.owed() instanceof Outcome.Refused(Refusal reason)) {
      return ofRefusal(kind, step, reason);
    }
    return switch (kind) {
      case MAP, MAP_WITH_TABLE_FLAGS ->
          step.decidedBy() == SlotState.EMPTY
              ? List.of(Requirement.MAP_01)
              : step.decidedBy() == SlotState.LINK
                  ? List.of(Requirement.MAP_05, Requirement.MAP_02)
                  : List.of(Requirement.MAP_04, Requirement.MAP_02);
      case UNMAP ->
          step.free() == Step.Freedom.CONTENTS
              ? List.of(Requirement.UNM_02)
              : List.of(Requirement.UNM_01);
      case UPDATE_FLAGS -> List.of(Requirement.UPD_01);
      case TRANSLATE_PAGE, TRANSLATE -> List.of(Requirement.TRN_01);
      case CLEAR -> List.of(Requirement.CLR_01);
      case SET_TABLE_FLAGS -> List.of(Requirement.TFL_01);
      case CLEAN_UP -> List.of(Requirement.CLN_01);
    };
  }

  private static List<Requirement> ofRefusal(OperationKind kind, Step step, Refusal reason) {
    return switch (reason) {
      case NON_CANONICAL -> List.of(Requirement.ROB_01);
      case MISALIGNED -> List.of(Requirement.ROB_02);
      case OUT_OF_RANGE ->
          kind == OperationKind.SET_TABLE_FLAGS
              ? List.of(Requirement.TFL_01)
              : List.of(Requirement.ROB_03);
      case NO_FRAME -> List.of(Requirement.FAL_03);
      case INVALID_FLAGS -> ofInvalidFlags(kind);
      case ALREADY_MAPPED,
          PARENT_HUGE_PAGE,
          PARENT_RESERVED,
          TABLE_ENTRY,
          NOT_MAPPED,
          INVALID_FRAME_ADDRESS,
          REFUSED ->
          ofState(kind, step, reason);
    };
  }

  private static List<Requirement> ofInvalidFlags(OperationKind kind) {
    return switch (kind) {
      case MAP, MAP_WITH_TABLE_FLAGS ->
          List.of(Requirement.UPD_03, Requirement.MAP_01, Requirement.ROB_05);
      case SET_TABLE_FLAGS -> List.of(Requirement.TFL_01, Requirement.ROB_05);
      case UPDATE_FLAGS, UNMAP, TRANSLATE_PAGE, TRANSLATE, CLEAR, CLEAN_UP ->
          List.of(Requirement.UPD_03, Requirement.ROB_05);
    };
  }

  private static List<Requirement> ofState(OperationKind kind, Step step, Refusal reason) {
    var reserved = step.decidedBy() == SlotState.RESERVED;
    return switch (kind) {
      case MAP, MAP_WITH_TABLE_FLAGS ->
          reason == Refusal.PARENT_RESERVED
              ? List.of(Requirement.MAP_03, Requirement.TRN_03)
              : List.of(Requirement.MAP_02);
      case UNMAP ->
          reason == Refusal.NOT_MAPPED
              ? reserved
                  ? List.of(Requirement.UNM_02, Requirement.TRN_03)
                  : List.of(Requirement.UNM_02)
              : List.of(Requirement.UNM_03);
      case UPDATE_FLAGS -> List.of(Requirement.UPD_02);
      case TRANSLATE_PAGE, TRANSLATE ->
          reserved ? List.of(Requirement.TRN_01, Requirement.TRN_03) : List.of(Requirement.TRN_01);
      case CLEAR -> List.of(Requirement.CLR_01);
      case SET_TABLE_FLAGS -> List.of(Requirement.TFL_01);
      case CLEAN_UP -> List.of(Requirement.CLN_01);
    };
  }
}
