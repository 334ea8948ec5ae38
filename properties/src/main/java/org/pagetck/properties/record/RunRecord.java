package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.verdict.CoverageCount;
import org.pagetck.model.verdict.Discovery;
import org.pagetck.model.verdict.RunResult;

/// One line of `runs.jsonl`: what one run counted, so that any number of runs can be added up.
///
/// @param format version of these files
/// @param run names the run: equal for runs that say the same, so that one counts once however
///   often it is merged
/// @param shard which part of a run that was spread it is; `0/1` where it was not
/// @param pagetck version of the suite
/// @param subject how the command line names the subject
/// @param name the mapper's name, or empty
/// @param version the mapper's version, or empty
/// @param contract the named contract under `contract`, then each key that differs from it
/// @param seed in hex
/// @param jobs how many jobs ran
/// @param traces how many traces were run
/// @param steps how many operations were judged
/// @param seconds how long it took
/// @param unsupported how many calls the adapter could not express
/// @param verdict the verdict on the run
/// @param errors why steps count for nothing
/// @param exercised how often each requirement was exercised, by id; those never are left out
/// @param findings how many traces showed each finding, by fingerprint
/// @param coverage how often each class of steps occurred
/// @param discovery how often traces still showed a class of steps that none had shown before;
///   lines of older versions come without
/// @param firstSteps the number of the step that showed each finding first, by fingerprint; lines
///   of older versions come without
@Json
public record RunRecord(
    int format,
    String run,
    String shard,
    String pagetck,
    String subject,
    String name,
    String version,
    Map<String, String> contract,
    String seed,
    int jobs,
    long traces,
    long steps,
    double seconds,
    long unsupported,
    String verdict,
    List<String> errors,
    Map<String, Long> exercised,
    Map<String, Long> findings,
    List<CoverageRow> coverage,
    DiscoveryRow discovery,
    Map<String, Long> firstSteps) {
  private static final String WHOLE = "0/1";
  private static final int RUN_DIGITS = 16;

  /// Copies the collections.
  public RunRecord {
    contract = Ordered.copyOf(contract);
    errors = List.copyOf(errors);
    exercised = Ordered.copyOf(exercised);
    findings = Ordered.copyOf(findings);
    coverage = List.copyOf(coverage);
    discovery = Optional.ofNullable(discovery).orElse(DiscoveryRow.NONE);
    firstSteps = Ordered.copyOf(Optional.ofNullable(firstSteps).orElse(Map.of()));
  }

  /// How often one class of steps occurred.
  ///
  /// @param operation the kind of operation
  /// @param size the page size, or empty
  /// @param decidedBy the state of the slot that decided, or ARGUMENTS
  /// @param level the level of that slot, or 0
  /// @param outcome the owed outcome
  /// @param count how often
  /// @param traces in how many traces; 0 in lines of older versions
  @Json
  public record CoverageRow(
      String operation,
      String size,
      String decidedBy,
      int level,
      String outcome,
      long count,
      long traces) {
    /// Returns this row with other counts.
    public CoverageRow withCounts(long otherCount, long otherTraces) {
      return new CoverageRow(operation, size, decidedBy, level, outcome, otherCount, otherTraces);
    }

    /// Returns the class that this row counts: itself with nothing counted.
    public CoverageRow uncounted() {
      return withCounts(0, 0);
    }

    /// Returns the row of `count`.
    public static CoverageRow of(CoverageCount count) {
      return new CoverageRow(
          count.operation(),
          count.size(),
          count.decidedBy(),
          count.level(),
          count.outcome(),
          count.count(),
          count.traces());
    }
  }

  /// How often traces still showed something new.
  ///
  /// @param known after how many traces it was noted which classes had occurred
  /// @param traces how many traces were run after that
  /// @param novel how many of those showed a class that had not
  @Json
  public record DiscoveryRow(long known, long traces, long novel) {
    /// What lines of older versions say.
    public static final DiscoveryRow NONE = new DiscoveryRow(0, 0, 0);

    /// Returns the row of `discovery`.
    public static DiscoveryRow of(Discovery discovery) {
      return new DiscoveryRow(discovery.known(), discovery.traces(), discovery.novel());
    }
  }

  /// Returns the line of `result`, made by `suiteVersion` of the suite.
  public static RunRecord of(RunResult result, String suiteVersion) {
    var declaration = result.declaration();
    return new RunRecord(
        SummaryRecord.FORMAT,
        run(result, suiteVersion),
        WHOLE,
        suiteVersion,
        result.subject(),
        declaration.name().orElse(""),
        declaration.version().orElse(""),
        declaration.overrides(),
        Hex.of(result.seed()),
        result.jobs(),
        result.traces(),
        result.steps(),
        Math.round(result.seconds() * 1000) / 1000.0,
        result.unsupported(),
        result.verdict().name(),
        result.errors(),
        exercised(result),
        findings(result),
        result.coverage().stream().map(CoverageRow::of).toList(),
        DiscoveryRow.of(result.discovery()),
        firstSteps(result));
  }

  private static Map<String, Long> exercised(RunResult result) {
    var counts = new LinkedHashMap<String, Long>();
    for (var row : result.requirements()) {
      if (row.exercised() > 0) {
        counts.put(row.requirement().id(), row.exercised());
      }
    }
    return counts;
  }

  private static Map<String, Long> findings(RunResult result) {
    var times = new LinkedHashMap<String, Long>();
    result.findings().forEach(finding -> times.put(finding.fingerprint(), finding.times()));
    return times;
  }

  private static Map<String, Long> firstSteps(RunResult result) {
    var steps = new LinkedHashMap<String, Long>();
    result.findings().forEach(finding -> steps.put(finding.fingerprint(), finding.firstStep()));
    return steps;
  }

  /// Returns the name of the run: a digest of all that its counts follow from, and of the counts.
  private static String run(RunResult result, String suiteVersion) {
    var counts =
        result.coverage().stream().map(CoverageCount::toString).collect(Collectors.joining("\n"));
    var said =
        String.join(
            "\n",
            suiteVersion,
            result.subject(),
            DeclarationText.printLines(result.declaration()),
            Hex.of(result.seed()),
            Long.toString(result.traces()),
            Long.toString(result.steps()),
            exercised(result).toString(),
            findings(result).toString(),
            counts);
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, RUN_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
