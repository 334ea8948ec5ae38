package org.pagetck.model.verdict;

/// The verdict on one requirement.
public enum Verdict {
  /// It was exercised often enough and never violated.
  HELD,
  /// A must, policy or extension was not kept.
  VIOLATED,
  /// A should was not kept.
  MISSED,
  /// It was exercised too seldom for a verdict.
  NOT_EXERCISED,
  /// The declaration excludes it, or nothing judges it.
  NOT_APPLICABLE,
  /// Each violation was declared beforehand.
  KNOWN,
  /// The adapter, the machine or the suite failed: nothing is known of the mapper.
  ERRORED
}
