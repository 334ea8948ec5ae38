package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.NamedContract;

/// The file `badge.json`: the verdict in a few words, as services that draw badges read it.
///
/// @param schemaVersion version of the format, which is not the suite's
/// @param label the left half
/// @param message the right half
/// @param color the colour of the right half, by the name that those services have for it
@Json
public record BadgeRecord(int schemaVersion, String label, String message, String color) {
  /// Returns the badge of `summary`. What is accepted as known is said, not passed over.
  public static BadgeRecord of(SummaryRecord summary) {
    return switch (summary.verdict()) {
      case "CONFORMS" -> conforms(summary);
      case "FINDINGS" -> badge(counted(summary, "VIOLATED"), "red");
      case "INCONCLUSIVE" -> badge("inconclusive", "yellow");
      default -> badge("no verdict", "lightgrey");
    };
  }

  private static BadgeRecord conforms(SummaryRecord summary) {
    var name = summary.contract().getOrDefault("contract", NamedContract.STRICT.text());
    var contract =
        name.equals(NamedContract.STRICT.text()) ? name + " " + Contract.version() : name;
    if (count(summary, "KNOWN") > 0) {
      return badge(
          "%s but for %s".formatted(contract, counted(summary, "KNOWN").replace(" ", " known ")),
          "yellowgreen");
    }
    return badge("conforms to " + contract, "brightgreen");
  }

  private static BadgeRecord badge(String message, String color) {
    return new BadgeRecord(1, "pagetck", message, color);
  }

  private static String counted(SummaryRecord summary, String verdict) {
    var count = count(summary, verdict);
    return count == 1 ? "1 finding" : count + " findings";
  }

  private static long count(SummaryRecord summary, String verdict) {
    return summary.findings().stream().filter(it -> it.verdict().equals(verdict)).count();
  }
}
