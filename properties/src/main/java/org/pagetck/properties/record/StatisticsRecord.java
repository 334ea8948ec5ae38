package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// What the counts of a run are worth: intervals, bounds, and whether the generators drew what they
/// are meant to. Rates are rounded to four digits.
///
/// @param confidence the confidence of every interval and bound, below 1; 0 where there are none
/// @param exerciseRates for each requirement that was exercised, in how many of the judged steps
/// @param detectionRates for each finding, in how many traces, or steps where it is a should
/// @param failureBounds for each requirement that held, how often it may still fail
/// @param operationBounds for each kind of operation of a run without violations, how often it may
///   still violate something
/// @param generatorFit whether the draws of this run's seed fit what the generators intend
/// @param owedClasses how many classes of steps the model can owe in tables of the simplest kind
/// @param unreached those of them that never occurred, each with count 0
/// @param classTest which classes of steps occur often enough
/// @param undiscovered how likely the next trace shows a class that none showed
/// @param residualRisk what may still be wrong, in words
@Json
public record StatisticsRecord(
    double confidence,
    List<RateRow> exerciseRates,
    List<RateRow> detectionRates,
    List<BoundRow> failureBounds,
    List<BoundRow> operationBounds,
    List<FitRow> generatorFit,
    int owedClasses,
    List<RunRecord.CoverageRow> unreached,
    ClassTestRow classTest,
    UndiscoveredRow undiscovered,
    String residualRisk) {
  /// No statistics: what a summary holds that was written without them.
  public static final StatisticsRecord NONE =
      new StatisticsRecord(
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          0,
          List.of(),
          ClassTestRow.NONE,
          UndiscoveredRow.NONE,
          "");

  /// Copies the lists. Those that older versions do not know are empty.
  public StatisticsRecord {
    exerciseRates = List.copyOf(exerciseRates);
    detectionRates = List.copyOf(detectionRates);
    failureBounds = List.copyOf(failureBounds);
    operationBounds = List.copyOf(Optional.ofNullable(operationBounds).orElse(List.of()));
    generatorFit = List.copyOf(generatorFit);
    classTest = Optional.ofNullable(classTest).orElse(ClassTestRow.NONE);
    undiscovered = Optional.ofNullable(undiscovered).orElse(UndiscoveredRow.NONE);
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
  /// @param id of a requirement, or the kind of an operation
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

  /// A sequential test of every class of steps: does it occur in one of so many traces, or in fewer
  /// than one of ten times as many? It may be looked at whenever one likes.
  ///
  /// @param oneIn of how many traces one is to show a class
  /// @param error how likely any class gets a wrong verdict, however long the run
  /// @param enough how many classes occur so often
  /// @param open of how many classes that cannot be told yet
  /// @param rare the classes that do not; those that nothing shows have count 0
  @Json
  public record ClassTestRow(
      long oneIn, double error, int enough, int open, List<RunRecord.CoverageRow> rare) {
    /// No test.
    public static final ClassTestRow NONE = new ClassTestRow(0, 0, 0, 0, List.of());

    /// Copies the list.
    public ClassTestRow {
      rare = List.copyOf(rare);
    }
  }

  /// How likely the next trace shows a class of steps that none showed.
  ///
  /// @param singletons how many classes exactly one trace showed
  /// @param estimate that likelihood as Good and Turing estimate it: `singletons` by all traces
  /// @param known after how many traces it was noted which classes had occurred
  /// @param traces how many traces were run after that
  /// @param novel how many of those showed a class that had not
  /// @param rateMax the exact upper bound on that likelihood, from `novel` of `traces`
  @Json
  public record UndiscoveredRow(
      int singletons, double estimate, long known, long traces, long novel, double rateMax) {
    /// Nothing is known.
    public static final UndiscoveredRow NONE = new UndiscoveredRow(0, 0, 0, 0, 0, 1);
  }
}
