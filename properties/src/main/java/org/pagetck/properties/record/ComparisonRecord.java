package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;

/// What `report --compare --json` prints: how two runs, or two lots of runs, differ.
///
/// @param one the first
/// @param other the second
/// @param confidence of the statement that all rows which are said to differ do
/// @param findings every finding of either
/// @param onlyOne classes of steps that occurred in the first alone
/// @param onlyOther those that occurred in the second alone
/// @param sentence all of it in words
@Json
public record ComparisonRecord(
    LotRow one,
    LotRow other,
    double confidence,
    List<DetectionRow> findings,
    List<RunRecord.CoverageRow> onlyOne,
    List<RunRecord.CoverageRow> onlyOther,
    String sentence) {
  /// Copies the lists.
  public ComparisonRecord {
    findings = List.copyOf(findings);
    onlyOne = List.copyOf(onlyOne);
    onlyOther = List.copyOf(onlyOther);
  }

  /// A run, or several that count as one.
  ///
  /// @param subject how the command line names the subject
  /// @param runs how many runs they are
  /// @param traces how many traces they ran
  /// @param steps how many operations they judged
  @Json
  public record LotRow(String subject, int runs, long traces, long steps) {}

  /// How often both saw one finding.
  ///
  /// @param fingerprint names it
  /// @param title the defect in one sentence
  /// @param unit what could have shown it: `traces`, or `steps` where it is a should
  /// @param one in how many of them the first saw it
  /// @param other in how many of them the second saw it
  /// @param probability how likely runs of one rate differ so much, or more (Fisher's exact test)
  /// @param ranks how likely runs of one kind differ so much in how soon they see it (Mann and
  ///   Whitney); 1 where there are too few runs for a verdict
  /// @param differs whether one of these is too small for chance, all findings considered
  @Json
  public record DetectionRow(
      String fingerprint,
      String title,
      String unit,
      long one,
      long other,
      double probability,
      double ranks,
      boolean differs) {}
}
