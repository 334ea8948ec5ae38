package org.pagetck.reports.merge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.KnownRow;
import org.pagetck.properties.record.RunRecord;
import org.pagetck.properties.record.RunRecord.CoverageRow;
import org.pagetck.properties.record.RunRecord.DiscoveryRow;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.properties.record.SummaryRecord;
import org.pagetck.properties.record.SummaryRecord.FindingRow;
import org.pagetck.properties.shrink.Fingerprint;
import org.pagetck.reports.statistics.Counts;
import org.pagetck.reports.statistics.RunStatistics;

/// Several runs of one subject under one declaration as one: counts add up, findings with the same
/// fingerprint are one. Each run counts once, by its name, however often it is given; the order in
/// which they are given changes nothing but that of the findings.
public final class MergedRuns {
  private final List<RunFolder> folders;
  private final List<RunRecord> runs;
  private final SummaryRecord first;

  private MergedRuns(List<RunFolder> folders) {
    this.folders = folders;
    this.first = folders.getFirst().summary();
    var byName = new LinkedHashMap<String, RunRecord>();
    folders.stream()
        .flatMap(folder -> folder.runs().stream())
        .forEach(run -> byName.putIfAbsent(run.run(), run));
    this.runs = List.copyOf(byName.values());
  }

  /// Returns the merge of `folders`.
  ///
  /// @throws IllegalArgumentException if there are none, two of them are of different subjects, or
  ///   judged by different declarations, or one has findings named by another version of the suite;
  ///   the message says which
  public static MergedRuns of(List<RunFolder> folders) {
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("no runs to merge");
    }
    var first = folders.getFirst();
    for (var folder : folders) {
      var same =
          folder.summary().subject().equals(first.summary().subject())
              && folder.summary().contract().equals(first.summary().contract());
      if (!same) {
        throw new IllegalArgumentException(
            "%s and %s hold runs of different subjects or declarations"
                .formatted(first.path(), folder.path()));
      }
    }
    requireSameNames(folders);
    return new MergedRuns(List.copyOf(folders));
  }

  /// Findings are told apart by their names, which another version of the suite may give anew.
  private static void requireSameNames(List<RunFolder> folders) {
    for (var folder : folders) {
      var version = folder.summary().fingerprintVersion();
      if (version != Fingerprint.VERSION) {
        throw new IllegalArgumentException(
            "%s names findings by fingerprints of version %d, this version of pagetck by those of version %d: run the check anew"
                .formatted(folder.path(), version, Fingerprint.VERSION));
      }
    }
  }

  /// Returns the runs, each once.
  public List<RunRecord> runs() {
    return runs;
  }

  /// Returns what all runs say together.
  public RunRecords records() {
    var total = total();
    var rows = findings();
    var requirements = new MergedRequirements(folders, rows).rows(total.exercised());
    var verdict = MergedRequirements.verdict(folders, requirements);
    var draws = runs.stream().map(run -> new Counts.Draw(parse(run.seed()), run.traces())).toList();
    var statistics =
        RunStatistics.of(
            new Counts(
                contract(),
                draws,
                total.traces(),
                total.steps(),
                verdict,
                requirements,
                rows,
                total.coverage(),
                total.discovery()));
    var summary = summary(total, verdict, requirements, rows, statistics);
    return new RunRecords(summary, total, rows.stream().map(this::evidence).toList(), "");
  }

  private SummaryRecord summary(
      RunRecord total,
      String verdict,
      List<SummaryRecord.RequirementRow> requirements,
      List<FindingRow> rows,
      StatisticsRecord statistics) {
    return new SummaryRecord(
        first.pagetck(),
        SummaryRecord.FORMAT,
        first.fingerprintVersion(),
        first.subject(),
        first.name(),
        first.version(),
        first.contract(),
        total.seed(),
        total.jobs(),
        total.traces(),
        total.steps(),
        total.seconds(),
        total.seconds() == 0 ? 0 : Math.round(total.steps() / total.seconds()),
        total.unsupported(),
        total.coverage().size(),
        verdict,
        total.errors(),
        requirements,
        rows,
        known(),
        statistics);
  }

  /// Returns each finding that was declared as known, with the state that matters most: no longer
  /// accepted, then accepted; gone is what no run saw.
  private List<KnownRow> known() {
    var states = List.of("EXPIRED", "ACCEPTED", "GONE");
    return folders.stream()
        .flatMap(folder -> folder.summary().known().stream())
        .collect(
            Collectors.toMap(
                KnownRow::fingerprint,
                Function.identity(),
                (a, b) -> states.indexOf(b.state()) < states.indexOf(a.state()) ? b : a,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static long parse(String hex) {
    return Long.parseUnsignedLong(hex.substring(2), 16);
  }

  private Contract contract() {
    return DeclarationText.parseHeader(first.contract()).orThrow().contract();
  }

  /// Returns the sum of all runs.
  private RunRecord total() {
    return new RunRecord(
        SummaryRecord.FORMAT,
        runs.stream().map(RunRecord::run).sorted().collect(Collectors.joining(" ")),
        "0/1",
        first.pagetck(),
        first.subject(),
        first.name(),
        first.version(),
        first.contract(),
        runs.stream().map(RunRecord::seed).distinct().collect(Collectors.joining(" ")),
        runs.stream().mapToInt(RunRecord::jobs).max().orElse(1),
        runs.stream().mapToLong(RunRecord::traces).sum(),
        runs.stream().mapToLong(RunRecord::steps).sum(),
        runs.stream().mapToDouble(RunRecord::seconds).sum(),
        runs.stream().mapToLong(RunRecord::unsupported).sum(),
        "",
        runs.stream().flatMap(run -> run.errors().stream()).distinct().toList(),
        sums(RunRecord::exercised),
        sums(RunRecord::findings),
        coverage(),
        discovery(),
        runs.getFirst().firstSteps());
  }

  /// Returns what the run says that was longest after it last noted its classes: what one of them
  /// did not show, all of them may have.
  private DiscoveryRow discovery() {
    return runs.stream()
        .map(RunRecord::discovery)
        .max(Comparator.comparingLong(DiscoveryRow::traces))
        .orElse(DiscoveryRow.NONE);
  }

  private Map<String, Long> sums(Function<RunRecord, Map<String, Long>> counts) {
    var sums = new LinkedHashMap<String, Long>();
    runs.forEach(
        run -> counts.apply(run).forEach((key, count) -> sums.merge(key, count, Long::sum)));
    return sums;
  }

  private List<CoverageRow> coverage() {
    var sums = new LinkedHashMap<CoverageRow, CoverageRow>();
    for (var run : runs) {
      for (var row : run.coverage()) {
        sums.merge(
            row.uncounted(),
            row,
            (a, b) -> a.withCounts(a.count() + b.count(), a.traces() + b.traces()));
      }
    }
    return List.copyOf(sums.values());
  }

  /// Returns each finding once, as the folder tells it that knows most of how small it is, with the
  /// times that all runs saw it.
  private List<FindingRow> findings() {
    var times = sums(RunRecord::findings);
    return fingerprints()
        .map(fingerprint -> told(fingerprint).withTimes(times.getOrDefault(fingerprint, 0L)))
        .toList();
  }

  private Stream<String> fingerprints() {
    return folders.stream()
        .flatMap(folder -> folder.summary().findings().stream())
        .map(FindingRow::fingerprint)
        .distinct();
  }

  private FindingRow told(String fingerprint) {
    var rows =
        folders.stream()
            .flatMap(folder -> folder.summary().findings().stream())
            .filter(row -> row.fingerprint().equals(fingerprint))
            .toList();
    return rows.stream()
        .filter(row -> row.minimality().proven())
        .findFirst()
        .or(() -> rows.stream().filter(FindingRow::certified).findFirst())
        .orElseGet(rows::getFirst);
  }

  private EvidenceRecord evidence(FindingRow row) {
    return folderOf(row.fingerprint())
        .map(folder -> folder.evidence().get(row.fingerprint()))
        .orElseThrow()
        .withFinding(row);
  }

  /// Returns the first folder with evidence for `fingerprint`.
  public Optional<RunFolder> folderOf(String fingerprint) {
    return folders.stream()
        .filter(folder -> folder.evidence().containsKey(fingerprint))
        .findFirst();
  }
}
