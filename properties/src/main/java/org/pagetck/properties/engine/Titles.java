package org.pagetck.properties.engine;

/// Says a defect in one sentence.
final class Titles {
  private Titles() {}

  static String of(Failure failure) {
    var primary = failure.primary();
    var where =
        failure.situation().equals("ARGUMENTS")
            ? "decided by its arguments"
            : "decided by %s slot".formatted(article(failure.situation()));
    var divergence = primary.divergence();
    var colon = divergence.indexOf(": ");
    if (colon < 0) {
      return divergence;
    }
    return "%s (%s)%s"
        .formatted(divergence.substring(0, colon), where, divergence.substring(colon));
  }

  private static String article(String state) {
    return state.equals("EMPTY") ? "an EMPTY" : "a " + state;
  }
}
