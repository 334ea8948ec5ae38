package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import org.pagetck.model.requirement.Requirement;

/// One row of the catalogue, as `requirements --json` lists it.
///
/// @param id its id: `MAP-01`
/// @param strength MUST, SHOULD, POLICY or EXTENSION
/// @param sentence what holds
/// @param source where it comes from
@Json
public record RequirementRecord(String id, String strength, String sentence, String source) {
  /// Returns the row of `requirement`.
  public static RequirementRecord of(Requirement requirement) {
    return new RequirementRecord(
        requirement.id(),
        requirement.strength().name(),
        requirement.sentence(),
        requirement.source());
  }
}
