package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Finding;

/// What `shrink --json` prints.
///
/// @param before how many lines the trace had
/// @param after how many are left
/// @param certified whether no smaller trace was found in one full pass of the shrinker
/// @param trace the text of what is left
/// @param requirement id of the primary requirement that it violates
/// @param fingerprint names the defect
/// @param minimality how small it is known to be
@Json
public record ShrinkRecord(
    int before,
    int after,
    boolean certified,
    String trace,
    String requirement,
    String fingerprint,
    MinimalityRow minimality) {
  /// Returns what came of shrinking `trace` to what `finding` has.
  public static ShrinkRecord of(Trace trace, Finding finding) {
    return new ShrinkRecord(
        trace.lines().size(),
        finding.trace().lines().size(),
        finding.certified(),
        TraceText.print(finding.trace()),
        finding.requirement().id(),
        finding.fingerprint(),
        MinimalityRow.of(finding));
  }

  /// Returns the record for a `trace` that violates nothing.
  public static ShrinkRecord unviolated(Trace trace) {
    var size = trace.lines().size();
    return new ShrinkRecord(
        size, size, false, TraceText.print(trace), "", "", MinimalityRow.UNKNOWN);
  }
}
