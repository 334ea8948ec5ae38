package org.pagetck.reports.cli;

import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;

/// Colours words for terminals, or leaves them as they are.
enum Paint {
  /// Words stay as they are.
  PLAIN,
  /// Words are coloured by ANSI sequences.
  COLOURS;

  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String BOLD = "1";
  private static final String FAINT = "2";

  /// Returns a heading.
  String heading(String text) {
    return with(BOLD, text);
  }

  /// Returns what matters less.
  String faint(String text) {
    return with(FAINT, text);
  }

  /// Returns `text`, which names `verdict`.
  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case HELD -> with(GREEN, text);
      case VIOLATED -> with(RED, text);
      case MISSED, KNOWN, NOT_EXERCISED, ERRORED -> with(YELLOW, text);
      case NOT_APPLICABLE -> faint(text);
    };
  }

  /// Returns `text`, which names `verdict`.
  String verdict(RunVerdict verdict, String text) {
    return switch (verdict) {
      case CONFORMS -> with(GREEN, text);
      case FINDINGS -> with(RED, text);
      case ERRORED, INCONCLUSIVE -> with(YELLOW, text);
    };
  }

  private String with(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
