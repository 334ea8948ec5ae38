package org.pagetck.model.verdict;

import java.util.List;

/// What a report needs of a finding, so that it never has to run a mapper: the steps of the shrunk
/// trace, and what the last one did.
///
/// @param steps each line of the trace with what was owed and given
/// @param accusations what each violated requirement was accused of; the primary one first
/// @param events takes, give-backs, stores and flushes of the last call, in order, one line each
/// @param before the tables before the last call
/// @param after the tables after it
/// @param diagnostics what the subject wrote to its error stream
public record Evidence(
    List<StepEvidence> steps,
    List<Accused> accusations,
    List<String> events,
    TableImage before,
    TableImage after,
    String diagnostics) {
  /// Copies the lists.
  public Evidence {
    steps = List.copyOf(steps);
    accusations = List.copyOf(accusations);
    events = List.copyOf(events);
  }

  /// One line of the trace.
  ///
  /// @param line its text
  /// @param owed the owed answer, empty for host events
  /// @param given the given answer, empty for host events
  public record StepEvidence(String line, String owed, String given) {}

  /// One accusation.
  ///
  /// @param requirement id of the requirement
  /// @param divergence what kind of divergence, without addresses
  /// @param evidence what was owed and what was there
  public record Accused(String requirement, String divergence, String evidence) {}
}
