package org.pagetck.properties.exhaust;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;

/// What a search came to.
///
/// @param universe what could happen
/// @param merged whether states were known by what memory holds: then what is said of closed
///   searches is said of traces of any length. If not, each sequence of moves is a state of its own
/// @param states how many states were reached
/// @param transitions how many moves were made and judged
/// @param depth the most moves that some state takes; of the states that take fewer all moves were
///   made, and of those that take as many where it is closed
/// @param unclosed why not all moves were made from all states that were reached, or nothing: then
///   the search is closed
/// @param checked how many states were compared with what their traces lead to
/// @param seconds how long it took
/// @param findings what is violated, by the fewest moves it takes
/// @param misses the shoulds that are not kept, alike
/// @param errors why nothing is known of some moves, one sentence each
public record ExhaustResult(
    Universe universe,
    boolean merged,
    long states,
    long transitions,
    int depth,
    Optional<String> unclosed,
    long checked,
    double seconds,
    List<Shortest> findings,
    List<Shortest> misses,
    List<String> errors) {
  /// Copies the lists.
  public ExhaustResult {
    findings = List.copyOf(findings);
    misses = List.copyOf(misses);
    errors = List.copyOf(errors);
  }

  /// A finding with a trace of the fewest moves of the universe that show it.
  ///
  /// @param finding the finding; its trace is as it was found
  /// @param moves how many moves it takes, the last one included
  /// @param times how many moves, from all states, show it
  public record Shortest(Finding finding, int moves, long times) {}

  /// Returns this result with the findings known that `isKnown` tells.
  public ExhaustResult knowing(Predicate<Finding> isKnown) {
    return new ExhaustResult(
        universe,
        merged,
        states,
        transitions,
        depth,
        unclosed,
        checked,
        seconds,
        knowing(findings, isKnown),
        knowing(misses, isKnown),
        errors);
  }

  private static List<Shortest> knowing(List<Shortest> found, Predicate<Finding> isKnown) {
    return found.stream()
        .map(it ->
            isKnown.test(it.finding())
                ? new Shortest(it.finding().withVerdict(Verdict.KNOWN), it.moves(), it.times())
                : it)
        .toList();
  }

  /// Tells whether a finding fails the mapper.
  public boolean hasViolations() {
    return findings.stream().anyMatch(it -> it.finding().verdict() == Verdict.VIOLATED);
  }

  /// Tells whether all moves were made from all states that can be reached.
  public boolean closed() {
    return unclosed.isEmpty();
  }
}
