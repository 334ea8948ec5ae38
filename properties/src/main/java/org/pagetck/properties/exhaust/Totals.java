package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pagetck.properties.engine.Signature;

/// What moves showed: those of one expansion, or of all of a search, which are added in the order
/// of their states.
final class Totals {
  /// A kind of failure: the state and the move that showed it first, and how many showed it.
  record Sight(int state, int move, long times) {
    Sight again(long more) {
      return new Sight(state, move, times + more);
    }
  }

  private final Map<String, Sight> violations = new LinkedHashMap<>();
  private final Map<String, Sight> misses = new LinkedHashMap<>();
  private final List<Sight> unseen = new ArrayList<>();
  private final Set<String> errors = new TreeSet<>();
  private final BitSet deadly = new BitSet();
  private long transitions;
  private long skipped;
  private long checked;

  void add(Totals more) {
    more.violations.forEach((text, sight) -> note(violations, text, sight));
    more.misses.forEach((text, sight) -> note(misses, text, sight));
    unseen.addAll(more.unseen);
    errors.addAll(more.errors);
    deadly.or(more.deadly);
    transitions += more.transitions;
    skipped += more.skipped;
    checked += more.checked;
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
  long checked() {
    return checked;
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

  private static void note(Map<String, Sight> sights, String signature, Sight sight) {
    sights.merge(signature, sight, (first, later) -> first.again(later.times()));
  }
}
