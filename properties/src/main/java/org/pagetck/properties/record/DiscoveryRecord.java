package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `discover --json` prints.
///
/// @param subject the spelling on the command line
/// @param declaration keys with values, as a declaration spells them
/// @param probes what decided each key
/// @param contradictions what fits no value of a key
@Json
public record DiscoveryRecord(
    String subject,
    Map<String, String> declaration,
    List<ProbeRecord> probes,
    List<ContradictionRecord> contradictions) {
  /// Copies the collections.
  public DiscoveryRecord {
    declaration = Collections.unmodifiableMap(new LinkedHashMap<>(declaration));
    probes = List.copyOf(probes);
    contradictions = List.copyOf(contradictions);
  }

  /// What decided one key.
  ///
  /// @param key the key
  /// @param value its value
  /// @param trace the lines that decided
  /// @param because what was seen
  @Json
  public record ProbeRecord(String key, String value, List<String> trace, String because) {
    /// Copies the list.
    public ProbeRecord {
      trace = List.copyOf(trace);
    }
  }

  /// What fits no value of a key.
  ///
  /// @param key the key
  /// @param trace the lines that show it
  /// @param because what was seen
  @Json
  public record ContradictionRecord(String key, List<String> trace, String because) {
    /// Copies the list.
    public ContradictionRecord {
      trace = List.copyOf(trace);
    }
  }
}
