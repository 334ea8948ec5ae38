package org.pagetck.reports.cli;

/// How the process ends. Where several apply, the first of 2, 1, 3, 4, 0 counts.
final class ExitStatus {
  /// The mapper conforms, or the command did what it was asked to.
  static final int FINE = 0;

  /// Something is violated.
  static final int FINDINGS = 1;

  /// Wrong usage, or input that cannot be read.
  static final int USAGE = 2;

  /// The subject, its adapter or the suite failed: nothing is known of the mapper.
  static final int FAILED = 3;

  /// A requirement was not exercised enough.
  static final int INCONCLUSIVE = 4;

  private ExitStatus() {}
}
