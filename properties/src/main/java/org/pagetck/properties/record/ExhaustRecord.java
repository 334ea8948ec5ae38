package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;

/// What `exhaust --json` prints.
///
/// @param subject how the command line names the subject
/// @param universe what could happen
/// @param moves how many moves there are from each state
/// @param merged whether states were known by what memory holds, so that a closed search speaks of
///   traces of any length; if not, each sequence of moves counts as a state
/// @param states how many states were reached
/// @param transitions how many moves were made and judged
/// @param closed whether all moves were made from all states that can be reached
/// @param reason why it is not closed, or empty
/// @param depth the most moves that some state takes
/// @param checked how many states were compared with what their traces lead to
/// @param seconds how long it took
/// @param findings what is violated, by the fewest moves it takes
/// @param misses the shoulds that are not kept, alike
/// @param errors why nothing is known of some moves, one sentence each
@Json
public record ExhaustRecord(
    String subject,
    String universe,
    int moves,
    boolean merged,
    long states,
    long transitions,
    boolean closed,
    String reason,
    int depth,
    long checked,
    double seconds,
    List<Row> findings,
    List<Row> misses,
    List<String> errors) {
  /// Copies the lists.
  public ExhaustRecord {
    findings = List.copyOf(findings);
    misses = List.copyOf(misses);
    errors = List.copyOf(errors);
  }

  /// One finding.
  ///
  /// @param fingerprint names the defect
  /// @param verdict VIOLATED or MISSED
  /// @param requirement id of the primary requirement
  /// @param also ids of the others that the same step violates
  /// @param title the defect in one sentence
  /// @param moves how many moves of the universe it takes at least
  /// @param times how many moves, from all states, show it
  /// @param trace the text of a trace with so many moves that shows it
  @Json
  public record Row(
      String fingerprint,
      String verdict,
      String requirement,
      List<String> also,
      String title,
      int moves,
      long times,
      String trace) {
    /// Copies the list.
    public Row {
      also = List.copyOf(also);
    }
  }
}
