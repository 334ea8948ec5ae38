package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pagetck.properties.engine.Signature;

/// What came of making all moves from some states.
final class Expansion {
  private final Candidates candidates = new Candidates();
  private final Map<String, Sight> violations = new LinkedHashMap<>();
  private final Map<String, Sight> misses = new LinkedHashMap<>();
  private final List<Sight> unseen = new ArrayList<>();
  private final Set<String> errors = new TreeSet<>();
  private final BitSet deadly = new BitSet();
  private long transitions;
  private long skipped;
  private int checked;
  private boolean complete;

  /// A kind of failure: the state and the move that showed it first, and how many showed it.
  record Sight(int state, int move, long times) {
    Sight again(long more) {
      return new Sight(state, move, times + more);
    }
  }

  Candidates candidates() {
    return candidates;
  }

  Map<String, Sight> violations() {
    return violations;
  }

  Map<String, Sight> misses() {
    return misses;
  }

  /// Returns the moves that changed memory in a way that they did not show.
  List<Sight> unseen() {
    return unseen;
  }

  Set<String> errors() {
    return errors;
  }

  /// Returns the classes of steps that made the subject die or hang.
  BitSet deadly() {
    return deadly;
  }

  long transitions() {
    return transitions;
  }

  long skipped() {
    return skipped;
  }

  /// Returns how many states were compared with what their traces lead to.
  int checked() {
    return checked;
  }

  /// Tells whether all moves were made from all of the states.
  boolean isComplete() {
    return complete;
  }

  void addTransition() {
    transitions++;
  }

  void addSkipped() {
    skipped++;
  }

  void addChecked() {
    checked++;
  }

  void addError(String sentence) {
    errors.add(sentence);
  }

  void addViolation(Signature signature, int state, int move) {
    note(violations, signature.text(), new Sight(state, move, 1));
    if (signature.isCostly()) {
      deadly.set(signature.stepClass());
    }
  }

  void addMiss(Signature signature, int state, int move) {
    note(misses, signature.text(), new Sight(state, move, 1));
  }

  void addUnseen(int state, int move) {
    unseen.add(new Sight(state, move, 1));
  }

  static void note(Map<String, Sight> sights, String signature, Sight sight) {
    sights.merge(signature, sight, (first, later) -> first.again(later.times()));
  }

  void setComplete() {
    complete = true;
  }
}
