package org.pagetck.properties.record;

import java.util.Map;
import org.pagetck.model.declaration.Declaration;

/// What makes two runs the same one made anew: the later takes the place of the earlier.
///
/// @param subject how the command line names the subject
/// @param seed in hex
/// @param contract the named contract, then each key that differs from it
public record RunKey(String subject, String seed, Map<String, String> contract) {
  /// Copies the map.
  public RunKey {
    contract = Ordered.copyOf(contract);
  }

  /// Returns the key of a run with `seed` of a subject that is judged by `declaration`.
  public static RunKey of(String subject, long seed, Declaration declaration) {
    return new RunKey(subject, Hex.of(seed), declaration.overrides());
  }

  static RunKey of(SummaryRecord summary) {
    return new RunKey(summary.subject(), summary.seed(), summary.contract());
  }

  /// Returns in what this run differs from `other`, in a few words.
  String differenceTo(RunKey other) {
    if (!subject.equals(other.subject)) {
      return "of " + other.subject;
    }
    return seed.equals(other.seed) ? "under another declaration" : "with seed " + other.seed;
  }
}
