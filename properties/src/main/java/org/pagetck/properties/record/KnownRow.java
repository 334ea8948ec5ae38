package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import org.pagetck.model.verdict.KnownStatus;

/// What became of a finding that was declared as known.
///
/// @param fingerprint the finding's
/// @param issue where it is dealt with
/// @param until the last day on which it is accepted, or empty
/// @param state ACCEPTED, EXPIRED, or GONE where it did not occur
/// @param sentence all of it in words
@Json
public record KnownRow(
    String fingerprint, String issue, String until, String state, String sentence) {
  static KnownRow of(KnownStatus status) {
    var finding = status.finding();
    return new KnownRow(
        finding.fingerprint(),
        finding.issue(),
        finding.until().map(Object::toString).orElse(""),
        status.state().name(),
        status.sentence());
  }
}
