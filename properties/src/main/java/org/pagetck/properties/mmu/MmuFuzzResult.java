package org.pagetck.properties.mmu;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of comparing the page walk with an MMU.
///
/// @param mmu the MMU's name
/// @param tableCount trees of tables made
/// @param questionCount questions that both answered
/// @param outcomes how often the walk said what: `allowed`, `#PF(P|U/S)` …
/// @param unanswered questions that the MMU could not be asked, by reason
/// @param disagreementCount how many of the questions were answered differently
/// @param disagreements the first of them
public record MmuFuzzResult(
    String mmu,
    long tableCount,
    long questionCount,
    Map<String, Long> outcomes,
    Map<String, Long> unanswered,
    long disagreementCount,
    List<Disagreement> disagreements) {
  /// Copies the collections; the maps are in the order of their keys.
  public MmuFuzzResult {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    unanswered = Collections.unmodifiableMap(new TreeMap<>(unanswered));
    disagreements = List.copyOf(disagreements);
  }
}
