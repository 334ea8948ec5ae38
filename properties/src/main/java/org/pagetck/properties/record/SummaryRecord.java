package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.KnownStatus;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.shrink.Fingerprint;

/// The file `summary.json`: what a run says, without the evidence. Fields may be added, none
/// renamed.
///
/// @param pagetck version of the suite
/// @param format version of these files
/// @param fingerprintVersion version of the names of findings: the same finding has another name
///   under another
/// @param subject how the command line names the subject
/// @param name the mapper's name, or empty
/// @param version the mapper's version, or empty
/// @param contract the named contract under `contract`, then each key that differs from it
/// @param seed in hex
/// @param jobs how many jobs ran
/// @param traces how many traces were run
/// @param steps how many operations were judged
/// @param seconds how long it took, without start-up
/// @param stepsPerSecond judged operations per second
/// @param unsupported how many calls the adapter could not express
/// @param coverageClasses how many classes of steps occurred; `runs.jsonl` counts each
/// @param verdict CONFORMS, FINDINGS, ERRORED or INCONCLUSIVE
/// @param errors why steps count for nothing, one sentence each
/// @param requirements every requirement of the catalogue, in its order
/// @param findings in the order in which they were found
/// @param known what became of each finding that was declared as known
/// @param statistics what the counts are worth
@Json
public record SummaryRecord(
    String pagetck,
    int format,
    int fingerprintVersion,
    String subject,
    String name,
    String version,
    Map<String, String> contract,
    String seed,
    int jobs,
    long traces,
    long steps,
    double seconds,
    long stepsPerSecond,
    long unsupported,
    int coverageClasses,
    String verdict,
    List<String> errors,
    List<RequirementRow> requirements,
    List<FindingRow> findings,
    List<KnownRow> known,
    StatisticsRecord statistics) {
  /// The version of the files that this suite writes.
  public static final int FORMAT = 1;

  /// Copies the collections. Summaries of older versions come without statistics, without known
  /// findings, and do not say that their fingerprints are of the first version.
  public SummaryRecord {
    fingerprintVersion = Math.max(1, fingerprintVersion);
    statistics = Optional.ofNullable(statistics).orElse(StatisticsRecord.NONE);
    contract = Ordered.copyOf(contract);
    errors = List.copyOf(errors);
    requirements = List.copyOf(requirements);
    findings = List.copyOf(findings);
    known = List.copyOf(Optional.ofNullable(known).orElse(List.of()));
  }

  /// What a run says of one requirement.
  ///
  /// @param id its id: `MAP-01`
  /// @param strength MUST, SHOULD, POLICY or EXTENSION
  /// @param verdict HELD, VIOLATED, MISSED, NOT_EXERCISED, NOT_APPLICABLE, KNOWN or ERRORED
  /// @param exercised how often it was exercised
  /// @param reason why it is neither held nor violated, or empty
  @Json
  public record RequirementRow(
      String id, String strength, String verdict, long exercised, String reason) {
    /// Returns the row of `result`.
    public static RequirementRow of(RequirementResult result) {
      return new RequirementRow(
          result.requirement().id(),
          result.requirement().strength().name(),
          result.verdict().name(),
          result.exercised(),
          result.reason());
    }
  }

  /// One finding; the paths are relative to the directory of the summary.
  ///
  /// @param fingerprint names the defect
  /// @param verdict VIOLATED, MISSED or KNOWN
  /// @param requirement id of the primary requirement
  /// @param also ids of the others that the same step violates
  /// @param title the defect in one sentence
  /// @param operations how many calls the shrunk trace has
  /// @param certified whether no smaller trace was found in one full pass of the shrinker
  /// @param firstStep the number of the step that showed it first, counted over all traces
  /// @param times how many traces showed it
  /// @param trace path of the shrunk trace
  /// @param report path of the report
  /// @param minimality how small the shrunk trace is known to be
  @Json
  public record FindingRow(
      String fingerprint,
      String verdict,
      String requirement,
      List<String> also,
      String title,
      int operations,
      boolean certified,
      long firstStep,
      long times,
      String trace,
      String report,
      MinimalityRow minimality) {
    /// Copies the list. Rows of older versions come without minimality.
    public FindingRow {
      minimality = Optional.ofNullable(minimality).orElse(MinimalityRow.UNKNOWN);
      also = List.copyOf(also);
    }

    /// Returns this row as seen so many times.
    public FindingRow withTimes(long count) {
      return new FindingRow(
          fingerprint,
          verdict,
          requirement,
          also,
          title,
          operations,
          certified,
          firstStep,
          count,
          trace,
          report,
          minimality);
    }

    /// Returns the row of `finding`.
    public static FindingRow of(Finding finding) {
      var folder = RunFiles.folder(finding.fingerprint());
      return new FindingRow(
          finding.fingerprint(),
          finding.verdict().name(),
          finding.requirement().id(),
          finding.also().stream().map(Requirement::id).toList(),
          finding.title(),
          finding.trace().callCount(),
          finding.certified(),
          finding.firstStep(),
          finding.times(),
          folder + RunFiles.TRACE,
          folder + RunFiles.REPORT,
          MinimalityRow.of(finding));
    }
  }

  /// Returns the summary of `result`, made by `suiteVersion` of the suite.
  public static SummaryRecord of(
      RunResult result, StatisticsRecord statistics, String suiteVersion) {
    var declaration = result.declaration();
    return new SummaryRecord(
        suiteVersion,
        FORMAT,
        Fingerprint.VERSION,
        result.subject(),
        declaration.name().orElse(""),
        declaration.version().orElse(""),
        declaration.overrides(),
        Hex.of(result.seed()),
        result.jobs(),
        result.traces(),
        result.steps(),
        Math.round(result.seconds() * 1000) / 1000.0,
        Math.round(result.stepsPerSecond()),
        result.unsupported(),
        result.coverage().size(),
        result.verdict().name(),
        result.errors(),
        result.requirements().stream().map(RequirementRow::of).toList(),
        result.findings().stream().map(FindingRow::of).toList(),
        KnownStatus.of(result).stream().map(KnownRow::of).toList(),
        statistics);
  }
}
