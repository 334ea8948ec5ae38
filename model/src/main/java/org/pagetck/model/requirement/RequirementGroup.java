package org.pagetck.model.requirement;

import java.util.List;
import java.util.Locale;

/// The groups of the catalogue, in the order in which they are shown.
public enum RequirementGroup {
  /// What each call answers.
  ANSWERS("Answers", 0),
  /// What a call leaves alone.
  FRAME_CONDITIONS("Frame conditions", 1),
  /// The shape of the tables.
  STRUCTURE("Structure", 2),
  /// Frames taken and given back, and failures.
  ACCOUNTS("Frames and failures", 3),
  /// What the processor allows.
  RIGHTS("Rights", 4),
  /// The order of stores.
  ORDER("Order of stores", 5),
  /// What is flushed.
  FLUSH("Flushes", 6),
  /// Runs compared with one another.
  LAWS("Laws", 7),
  /// Bad input. Its precedence is that of the answers, which it is judged by.
  ROBUSTNESS("Bad input", 0),
  /// Readers and hardware beside the mapper.
  CONCURRENCY("Concurrency", 8);

  private static final List<RequirementGroup> ALL = List.of(values());

  private final String title;
  private final int precedence;

  RequirementGroup(String title, int precedence) {
    this.title = title;
    this.precedence = precedence;
  }

  /// Returns all groups.
  public static List<RequirementGroup> all() {
    return ALL;
  }

  /// Returns the heading.
  public String title() {
    return title;
  }

  /// Returns the place in which the group accuses when one step violates several; the lowest is the
  /// primary one.
  public int precedence() {
    return precedence;
  }

  /// Returns the group's requirements, in the order of the catalogue.
  public List<Requirement> requirements() {
    return Requirement.all().stream().filter(requirement -> requirement.group() == this).toList();
  }

  /// Returns the name of the resource that holds the group's texts.
  String resource() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }
}
