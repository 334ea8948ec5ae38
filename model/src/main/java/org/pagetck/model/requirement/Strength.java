package org.pagetck.model.requirement;

/// How binding a requirement is.
public enum Strength {
  /// Every mapper owes it.
  MUST("A mapper that misses it does not conform."),
  /// A miss is reported and does not fail the mapper.
  SHOULD("A miss is reported and fails nothing."),
  /// What is owed depends on a declared policy.
  POLICY("Binding in the form that the declared policy gives it."),
  /// Judged where the mapper declares the feature.
  EXTENSION("Binding for mappers that declare the feature.");

  private final String meaning;

  Strength(String meaning) {
    this.meaning = meaning;
  }

  /// Returns what the strength means, in one sentence.
  public String meaning() {
    return meaning;
  }

  /// Tells whether a violation fails the mapper and ends the trace.
  public boolean isBinding() {
    return this != SHOULD;
  }
}
