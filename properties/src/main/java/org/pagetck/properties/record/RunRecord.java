package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.verdict.CoverageCount;
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
    List<CoverageRow> coverage) {
  private static final String WHOLE = "0/1";
  private static final int RUN_DIGITS = 16;

  /// Copies the collections.
  public RunRecord {
    contract = Ordered.copyOf(contract);
    errors = List.copyOf(errors);
    exercised = Ordered.copyOf(exercised);
    findings = Ordered.copyOf(findings);
    coverage = List.copyOf(coverage);
  }

  /// How often one class of steps occurred.
  ///
  /// @param operation the kind of operation
  /// @param size the page size, or empty
  /// @param decidedBy the state of the slot that decided, or ARGUMENTS
  /// @param level the level of that slot, or 0
  /// @param outcome the owed outcome
  /// @param count how often
  @Json
  public record CoverageRow(
      String operation, String size, String decidedBy, int level, String outcome, long count) {
    static CoverageRow of(CoverageCount count) {
      return new CoverageRow(
          count.operation(),
          count.size(),
          count.decidedBy(),
          count.level(),
          count.outcome(),
          count.count());
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
        result.coverage().stream().map(CoverageRow::of).toList());
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
