package org.pagetck.properties.discover;

import java.util.List;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.trace.TraceLine;

/// What was found out about a mapper.
///
/// @param declaration what it should say of itself
/// @param probes what decided each key, in the order of asking
/// @param contradictions what fits no value of a key
public record Discovery(
    Declaration declaration, List<Probe> probes, List<Contradiction> contradictions) {
  /// Copies the lists.
  public Discovery {
    probes = List.copyOf(probes);
    contradictions = List.copyOf(contradictions);
  }

  /// What decided one key.
  ///
  /// @param key the key of a declaration
  /// @param value its value, as declarations spell it
  /// @param lines the trace that decided
  /// @param because what was seen, in words
  public record Probe(String key, String value, List<TraceLine> lines, String because) {
    /// Copies the lines.
    public Probe {
      lines = List.copyOf(lines);
    }
  }

  /// What fits no value of a key.
  ///
  /// @param key the key that was asked for
  /// @param lines the trace whose last line shows it
  /// @param because what was seen, in words
  public record Contradiction(String key, List<TraceLine> lines, String because) {
    /// Copies the lines.
    public Contradiction {
      lines = List.copyOf(lines);
    }
  }
}
