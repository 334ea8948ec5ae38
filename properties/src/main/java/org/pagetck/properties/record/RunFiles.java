package org.pagetck.properties.record;

import java.util.List;

/// The names of what a run leaves in its directory.
public final class RunFiles {
  /// What the run says, without the evidence.
  public static final String SUMMARY = "summary.json";

  /// One line per run, to be merged with others.
  public static final String RUNS = "runs.jsonl";

  /// The folder with one folder per finding.
  public static final String FINDINGS = "findings";

  /// The shrunk trace, in the folder of a finding.
  public static final String TRACE = "trace.txt";

  /// What a report needs, in the folder of a finding.
  public static final String EVIDENCE = "evidence.json";

  /// The report, in the folder of a finding.
  public static final String REPORT = "report.md";

  /// The page that shows the run.
  public static final String PAGE = "index.html";

  /// The folder with one Allure result per requirement.
  public static final String ALLURE = "allure-results";

  /// The requirements as results of tests.
  public static final String TESTS = "junit.xml";

  /// The findings for hosts of code.
  public static final String SARIF = "findings.sarif";

  /// The verdict as services that draw badges read it.
  public static final String BADGE = "badge.json";

  /// The verdict as a badge.
  public static final String BADGE_IMAGE = "badge.svg";

  /// The stack trace of an error of the suite itself.
  public static final String ERROR = "error.txt";

  /// Where a run puts its files before they take the place of the old ones.
  static final String NEW = ".new";

  /// All that a run may leave at the top of its directory; [#SUMMARY] makes it valid and comes
  /// last.
  static final List<String> TOP =
      List.of(ERROR, NEW, FINDINGS, ALLURE, PAGE, TESTS, SARIF, BADGE, BADGE_IMAGE, RUNS, SUMMARY);

  private RunFiles() {}

  /// Returns the path of the folder of the finding `fingerprint`, relative to the directory, with
  /// the slash behind it.
  static String folder(String fingerprint) {
    return FINDINGS + "/" + fingerprint + "/";
  }
}
