package org.pagetck.properties.engine;

import java.util.regex.Pattern;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// Says a defect in one sentence: `update-flags of a 2M page that meets a LINK answers ok where
/// TABLE_ENTRY is owed`.
final class Titles {
  private static final Pattern ANSWER = Pattern.compile("owed (.+), given (.+)");
  private static final Pattern FAILURE = Pattern.compile("given (.+)");
  private static final Pattern SLOT = Pattern.compile("(\\w+) slot holds (\\w+)");

  private Titles() {}

  static String of(Failure failure) {
    var divergence = failure.primary().divergence();
    var colon = divergence.indexOf(": ");
    if (colon < 0) {
      return divergence;
    }
    var flags = divergence.substring(0, colon).endsWith("PRESENT") ? " without PRESENT" : "";
    return "%s%s %s %s"
        .formatted(
            subject(failure.trace().lines().getLast()),
            flags,
            situation(failure.situation()),
            verb(divergence.substring(colon + 2)));
  }

  private static String subject(TraceLine line) {
    return switch (line) {
      case TraceLine.Call(Operation.OnPage call) ->
          "%s of a %s page".formatted(call.kind().key(), call.size());
      case TraceLine.Call(Operation call) -> call.kind().key();
      case TraceLine.HostEvent _ -> "an event of the host";
    };
  }

  private static String situation(String state) {
    return switch (state) {
      case "ARGUMENTS" -> "with arguments to be refused";
      case "EMPTY" -> "that meets an EMPTY slot";
      default -> "that meets a %s entry".formatted(state);
    };
  }

  private static String verb(String divergence) {
    var answer = ANSWER.matcher(divergence);
    if (answer.matches()) {
      return answer(answer.group(2), " where %s is owed".formatted(answer.group(1)));
    }
    var failed = FAILURE.matcher(divergence);
    if (failed.matches()) {
      return answer(failed.group(1), "");
    }
    var slot = SLOT.matcher(divergence);
    if (slot.matches()) {
      return slot.group(1).equals(slot.group(2))
          ? "leaves a wrong %s entry behind".formatted(slot.group(1))
          : "leaves %s behind where %s is owed".formatted(slot.group(2), slot.group(1));
    }
    return switch (divergence) {
      case "frames taken" -> "takes a wrong number of frames";
      case "a store outside the tables" -> "stores outside the tables";
      case "a lookup stores" -> "stores";
      case "a table is linked twice" -> "links a table twice";
      case "a link to a frame that the mapper does not own" ->
          "makes a link to a frame that the mapper does not own";
      case "an entry that hardware cannot use" -> "leaves an entry behind that hardware cannot use";
      case "hardware translates otherwise" -> "answers what hardware translates otherwise";
      case "hardware faults" -> "answers where hardware faults";
      default -> divergence;
    };
  }

  private static String answer(String given, String where) {
    return switch (given) {
      case "panic" -> "panics" + where;
      case "crash" -> "crashes" + where;
      case "wild" -> "leaves the memory" + where;
      case "no answer" -> "does not end" + where;
      case "garbled" -> "answers nonsense" + where;
      case String same when where.contains(" " + same + " ") ->
          "answers %s with wrong contents".formatted(same);
      default -> "answers " + given + where;
    };
  }
}
