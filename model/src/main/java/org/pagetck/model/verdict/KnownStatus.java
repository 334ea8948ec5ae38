package org.pagetck.model.verdict;

import java.util.List;
import org.pagetck.model.declaration.KnownFinding;

/// What became of a finding that was declared as known.
///
/// @param finding what was declared
/// @param state whether it occurs, and is still accepted
public record KnownStatus(KnownFinding finding, State state) {
  /// Whether a known finding occurs.
  public enum State {
    /// It occurs, and fails nothing.
    ACCEPTED,
    /// It occurs and is accepted no longer.
    EXPIRED,
    /// It did not occur in this run.
    GONE
  }

  /// Returns what became of it in words.
  public String sentence() {
    var until = finding.until().map(day -> " until " + day).orElse("");
    return switch (state) {
      case ACCEPTED -> "occurs, and is accepted" + until;
      case EXPIRED -> "occurs, and was accepted%s only: it counts again".formatted(until);
      case GONE ->
          "did not occur in this run: it may be mended, and its line be taken out, or another version of the suite names it anew";
    };
  }

  /// Returns what became of each finding that the declaration of `result` names, in its order.
  public static List<KnownStatus> of(RunResult result) {
    return result.declaration().known().stream()
        .map(finding -> new KnownStatus(finding, state(finding, result)))
        .toList();
  }

  private static State state(KnownFinding known, RunResult result) {
    return result.findings().stream()
        .filter(finding -> finding.fingerprint().equals(known.fingerprint()))
        .findFirst()
        .map(finding -> finding.verdict() == Verdict.KNOWN ? State.ACCEPTED : State.EXPIRED)
        .orElse(State.GONE);
  }
}
