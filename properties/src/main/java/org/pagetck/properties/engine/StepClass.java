package org.pagetck.properties.engine;

import java.util.Locale;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.space.Step;
import org.pagetck.model.verdict.CoverageCount;

/// Classes of steps, as small numbers: operation, size, state and level of the slot that decided,
/// owed outcome, and whether flags without PRESENT were passed.
public final class StepClass {
  private static final int SIZES = 4;
  private static final int STATES = SlotState.values().length;
  private static final int LEVELS = 6;
  private static final int OUTCOMES = Refusal.all().size() + 1;

  /// The number of classes.
  public static final int COUNT =
      OperationKind.all().size() * SIZES * STATES * LEVELS * OUTCOMES * 2;

  private StepClass() {}

  /// Returns the class of a step.
  public static int of(Operation operation, Step step) {
    var size = operation instanceof Operation.OnPage call ? call.size().ordinal() + 1 : 0;
    var outcome = step.owed() instanceof Outcome.Refused(Refusal reason) ? reason.ordinal() + 1 : 0;
    var number = operation.kind().ordinal();
    number = number * SIZES + size;
    number = number * STATES + step.decidedBy().ordinal();
    number = number * LEVELS + step.decidedAt();
    number = number * OUTCOMES + outcome;
    return number * 2 + (isAbsent(operation) ? 1 : 0);
  }

  private static boolean isAbsent(Operation operation) {
    return switch (operation) {
      case Operation.AnyMap map -> !map.flags().has(EntryFlags.PRESENT);
      case Operation.UpdateFlags update -> !update.flags().has(EntryFlags.PRESENT);
      case Operation.Unmap _,
          Operation.TranslatePage _,
          Operation.Translate _,
          Operation.Clear _,
          Operation.SetTableFlags _,
          Operation.CleanUp _ ->
          false;
    };
  }

  /// Returns the class `number`, which occurred `count` times in so many `traces`, in words.
  public static CoverageCount describe(int number, long count, long traces) {
    var rest = number / 2;
    var outcome = rest % OUTCOMES;
    rest /= OUTCOMES;
    var level = rest % LEVELS;
    rest /= LEVELS;
    var state = SlotState.values()[rest % STATES];
    rest /= STATES;
    var size = rest % SIZES;
    var kind = OperationKind.all().get(rest / SIZES);
    return new CoverageCount(
        kind.key() + (number % 2 == 0 ? "" : " without PRESENT"),
        size == 0 ? "" : PageSize.all().get(size - 1).text(),
        level == 0 ? "ARGUMENTS" : state.name(),
        level,
        outcome == 0 ? "ok" : Refusal.all().get(outcome - 1).name().toUpperCase(Locale.ROOT),
        count,
        traces);
  }
}
