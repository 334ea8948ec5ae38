package org.pagetck.model.verdict;

/// The verdict on a whole run.
public enum RunVerdict {
  /// Every requirement that applies is held.
  CONFORMS(0),
  /// Something is violated.
  FINDINGS(1),
  /// The subject or its adapter failed: nothing is known of the mapper.
  ERRORED(3),
  /// A requirement was not exercised enough.
  INCONCLUSIVE(4);

  private final int exitStatus;

  RunVerdict(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  /// Returns the exit status of the command line.
  public int exitStatus() {
    return exitStatus;
  }
}
