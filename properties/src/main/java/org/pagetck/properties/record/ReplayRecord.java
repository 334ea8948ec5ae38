package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;

/// What `replay --json` prints.
///
/// @param violated whether the trace violates a requirement that binds
/// @param missed whether it only misses a should
/// @param requirement id of the primary requirement, or empty
/// @param also ids of the others that the same step violates
/// @param title the defect in one sentence, or empty
/// @param step the line that shows it, counted from 1 over the lines behind the header; 0 where
///   nothing is violated
/// @param owed what that line owed, or empty
/// @param given what it gave, or empty
/// @param fingerprint of the trace as it stands, or empty
@Json
public record ReplayRecord(
    boolean violated,
    boolean missed,
    String requirement,
    List<String> also,
    String title,
    int step,
    String owed,
    String given,
    String fingerprint) {
  /// Copies the list.
  public ReplayRecord {
    also = List.copyOf(also);
  }
}
