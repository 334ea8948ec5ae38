package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;

/// What the counts of a run are worth: intervals, bounds, and whether the generators drew what they
/// are meant to. Rates are rounded to four digits.
///
/// @param confidence the confidence of every interval and bound, below 1; 0 where there are none
/// @param exerciseRates for each requirement that was exercised, in how many of the judged steps
/// @param detectionRates for each finding, in how many traces, or steps where it is a should
/// @param failureBounds for each requirement that held, how often it may still fail
/// @param generatorFit whether the draws of this run's seed fit what the generators intend
/// @param owedClasses how many classes of steps the model can owe in tables of the simplest kind
/// @param unreached those of them that never occurred, each with count 0
/// @param residualRisk what may still be wrong, in words
@Json
public record StatisticsRecord(
    double confidence,
    List<RateRow> exerciseRates,
    List<RateRow> detectionRates,
    List<BoundRow> failureBounds,
    List<FitRow> generatorFit,
    int owedClasses,
    List<RunRecord.CoverageRow> unreached,
    String residualRisk) {
  /// No statistics: what a summary holds that was written without them.
  public static final StatisticsRecord NONE =
      new StatisticsRecord(0, List.of(), List.of(), List.of(), List.of(), 0, List.of(), "");

  /// Copies the lists.
  public StatisticsRecord {
    exerciseRates = List.copyOf(exerciseRates);
    detectionRates = List.copyOf(detectionRates);
    failureBounds = List.copyOf(failureBounds);
    generatorFit = List.copyOf(generatorFit);
    unreached = List.copyOf(unreached);
  }

  /// A rate with its interval.
  ///
  /// @param id of a requirement, or fingerprint of a finding
  /// @param times how often it happened
  /// @param of how often it could have
  /// @param unit what could have: `steps` or `traces`
  /// @param rate `times` divided by `of`
  /// @param low the lower end of the exact interval
  /// @param high its upper end
  @Json
  public record RateRow(
      String id, long times, long of, String unit, double rate, double low, double high) {}

  /// How often something may still fail that never did.
  ///
  /// @param id of a requirement
  /// @param clean how often it was seen not to fail
  /// @param rateMax the upper bound on the rate of failures
  @Json
  public record BoundRow(String id, long clean, double rateMax) {}

  /// A test of the generators' draws against what they intend.
  ///
  /// @param name what was drawn
  /// @param draws how often
  /// @param statistic chi-square
  /// @param degrees its degrees of freedom
  /// @param probability how likely draws that fit are to stray so far, or farther
  /// @param fits whether that is likely enough, all tests of the run considered
  @Json
  public record FitRow(
      String name, long draws, double statistic, int degrees, double probability, boolean fits) {}
}
