package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.Replayer;
import org.pagetck.properties.exhaust.ExhaustResult.Shortest;
import org.pagetck.properties.exhaust.Totals.Sight;
import org.pagetck.properties.subject.Subject;

/// Makes findings of the failures that a search saw: each is run once more from its beginning, by a
/// mapper that nobody restored, and has to show again.
final class Shown {
  private final Subject subject;
  private final Contracts contracts;
  private final Universe universe;
  private final StateStore store;
  private final Totals totals;

  Shown(Subject subject, Contracts contracts, Universe universe, StateStore store, Totals totals) {
    this.subject = subject;
    this.contracts = contracts;
    this.universe = universe;
    this.store = store;
    this.totals = totals;
  }

  /// Returns the findings, those first that take the fewest moves. Failures that shrink to the same
  /// trace are one.
  List<Shortest> violations() {
    var found = of(totals.violations());
    if (!totals.unseen().isEmpty()) {
      try (var replayer = new Replayer(subject, contracts)) {
        totals
            .unseen()
            .forEach(
                sight -> add(sight, replayer.findUnseen(trace(sight)), "a stray store", found));
      }
    }
    return sorted(found);
  }

  /// Returns the shoulds that are missed, alike.
  List<Shortest> misses() {
    return sorted(of(totals.misses()));
  }

  private static List<Shortest> sorted(Map<String, Shortest> found) {
    return found.values().stream().sorted(Comparator.comparingInt(Shortest::moves)).toList();
  }

  private Map<String, Shortest> of(Map<String, Sight> sights) {
    var found = new LinkedHashMap<String, Shortest>();
    if (!sights.isEmpty()) {
      try (var replayer = new Replayer(subject, contracts)) {
        sights.forEach((signature, sight) ->
            add(sight, replayer.find(trace(sight), signature, sight.times()), signature, found));
      }
    }
    return found;
  }

  private List<Move> moves(Sight sight) {
    var moves = new ArrayList<Move>();
    store.path(sight.state()).forEach(number -> moves.add(universe.moves().get(number)));
    moves.add(universe.moves().get(sight.move()));
    return moves;
  }

  private Trace trace(Sight sight) {
    return new Trace(universe.setup(), Move.lines(moves(sight)));
  }

  private void add(
      Sight sight, Optional<Finding> finding, String what, Map<String, Shortest> found) {
    if (finding.isEmpty()) {
      totals
          .errors()
          .add("shows in a restored mapper and not when its trace is run: %s".formatted(what));
      return;
    }
    found.merge(
        finding.get().fingerprint(),
        new Shortest(finding.get(), moves(sight).size(), sight.times()),
        Shown::shorter);
  }

  private static Shortest shorter(Shortest first, Shortest second) {
    var kept = second.moves() < first.moves() ? second : first;
    return new Shortest(kept.finding(), kept.moves(), first.times() + second.times());
  }
}
