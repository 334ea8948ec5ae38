package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pagetck.properties.exhaust.Expansion.Sight;

/// What all expansions of a search amount to. They are added in the order of their states.
final class Totals {
  private final Map<String, Sight> violations = new LinkedHashMap<>();
  private final Map<String, Sight> misses = new LinkedHashMap<>();
  private final List<Sight> unseen = new ArrayList<>();
  private final Set<String> errors = new TreeSet<>();
  private final BitSet deadly = new BitSet();
  private long transitions;
  private long skipped;
  private long checked;

  void add(Expansion expansion) {
    expansion.violations().forEach((text, sight) -> Expansion.note(violations, text, sight));
    expansion.misses().forEach((text, sight) -> Expansion.note(misses, text, sight));
    unseen.addAll(expansion.unseen());
    errors.addAll(expansion.errors());
    deadly.or(expansion.deadly());
    transitions += expansion.transitions();
    skipped += expansion.skipped();
    checked += expansion.checked();
  }

  Map<String, Sight> violations() {
    return violations;
  }

  Map<String, Sight> misses() {
    return misses;
  }

  List<Sight> unseen() {
    return unseen;
  }

  Set<String> errors() {
    return errors;
  }

  BitSet deadly() {
    return deadly;
  }

  long transitions() {
    return transitions;
  }

  long skipped() {
    return skipped;
  }

  long checked() {
    return checked;
  }
}
