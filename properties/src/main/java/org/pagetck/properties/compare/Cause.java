package org.pagetck.properties.compare;

/// Why two subjects part: equal for partings that are alike.
///
/// @param facet in what
/// @param call the operation, and its page size where that matters
/// @param situation what the call meets, by the contract of the first subject
/// @param first what the first subject does
/// @param other what the other does
public record Cause(Facet facet, String call, String situation, String first, String other) {
  /// Returns the call and what it meets, in words.
  public String title() {
    return "%s %s".formatted(call, situation);
  }
}
