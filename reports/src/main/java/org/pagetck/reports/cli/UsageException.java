package org.pagetck.reports.cli;

/// What the user gave cannot be used. The message is one sentence that says what and why; the
/// process ends with [ExitStatus#USAGE].
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
