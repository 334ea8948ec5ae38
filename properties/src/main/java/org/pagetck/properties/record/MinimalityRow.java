package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.Locale;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Minimality;

/// How small the trace of a finding is known to be.
///
/// @param proven whether no shorter trace over its lines fails like it
/// @param letters how many different lines those traces are made of, 0 where that was not asked
/// @param shorter how many there are
/// @param tried how many of them are known not to fail like it
/// @param otherwise how many of those violate the same requirement in another way
/// @param sentence all of it in words
@Json
public record MinimalityRow(
    boolean proven, int letters, long shorter, long tried, long otherwise, String sentence) {
  /// What stands in summaries that were written before this was known.
  static final MinimalityRow UNKNOWN = new MinimalityRow(false, 0, 0, 0, 0, "");

  private static final String NOT_CERTIFIED =
      "A smaller trace may show the same: the budget for making it smaller ended before all was tried.";
  private static final String CERTIFIED =
      "No smaller trace shows it: without any one or two of its lines, or with any simpler argument,"
          + " it does not happen.";

  static MinimalityRow of(Finding finding) {
    var known = finding.minimality();
    return new MinimalityRow(
        known.isProven(),
        known.letters(),
        known.shorter(),
        known.tried(),
        known.otherwise(),
        sentence(known, finding.requirement().id()));
  }

  private static String sentence(Minimality known, String requirement) {
    if (!known.certified()) {
      return NOT_CERTIFIED;
    }
    return known.letters() == 0 ? CERTIFIED : CERTIFIED + " " + proof(known, requirement);
  }

  private static String proof(Minimality known, String requirement) {
    if (known.shorter() == 0) {
      return "Nothing is shorter than one line.";
    }
    var shorter =
        "the %s shorter traces of its own lines and simpler ones (%s)"
            .formatted(
                known.shorter() == Long.MAX_VALUE ? "countless" : grouped(known.shorter()),
                known.letters() == 1 ? "one line" : grouped(known.letters()) + " different lines");
    if (known.tried() == 0) {
      return "Not proven shortest: `pagetck shrink --prove` tries %s.".formatted(shorter);
    }
    var others =
        known.otherwise() == 0
            ? "none violates " + requirement
            : "none fails like it; %s violate %s in another way"
                .formatted(grouped(known.otherwise()), requirement);
    return known.isProven()
        ? "Proven shortest: of %s %s.".formatted(shorter, others)
        : "Of %s, %s were tried: %s.".formatted(shorter, grouped(known.tried()), others);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
