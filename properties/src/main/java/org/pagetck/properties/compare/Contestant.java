package org.pagetck.properties.compare;

import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.subject.Subject;

/// A subject that is compared, and the contract that it is judged by.
///
/// @param subject the subject
/// @param contracts what counts of what was said of it
public record Contestant(Subject subject, Contracts contracts) {
  /// Returns how the command line names the subject.
  public String spelling() {
    return subject.spelling();
  }
}
