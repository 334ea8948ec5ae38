package org.pagetck.reports.merge;

import java.util.List;
import java.util.Map;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.record.SummaryRecord.FindingRow;
import org.pagetck.properties.record.SummaryRecord.RequirementRow;

/// What several runs say of each requirement together: what any of them found, or else that it held
/// where all of them together exercised it enough.
final class MergedRequirements {
  private final List<RunFolder> folders;
  private final List<FindingRow> findings;

  MergedRequirements(List<RunFolder> folders, List<FindingRow> findings) {
    this.folders = folders;
    this.findings = findings;
  }

  /// Returns a row for each requirement of the first run.
  ///
  /// @param exercised how often each was exercised, by id
  List<RequirementRow> rows(Map<String, Long> exercised) {
    return folders.getFirst().summary().requirements().stream()
        .map(row -> row(row, exercised.getOrDefault(row.id(), 0L)))
        .toList();
  }

  private RequirementRow row(RequirementRow first, long exercised) {
    var all =
        folders.stream()
            .flatMap(folder -> folder.summary().requirements().stream())
            .filter(row -> row.id().equals(first.id()))
            .toList();
    for (var verdict : List.of(Verdict.ERRORED, Verdict.VIOLATED, Verdict.MISSED, Verdict.KNOWN)) {
      var told = all.stream().filter(row -> row.verdict().equals(verdict.name())).findFirst();
      if (told.isPresent() && (verdict == Verdict.ERRORED || isFound(first.id()))) {
        return with(told.get(), verdict, exercised, told.get().reason());
      }
    }
    if (all.stream().allMatch(row -> row.verdict().equals(Verdict.NOT_APPLICABLE.name()))) {
      return with(first, Verdict.NOT_APPLICABLE, exercised, first.reason());
    }
    var enough = Requirement.byId(first.id()).map(Requirement::enoughInDefaultCheck).orElse(1);
    var held = all.stream().filter(row -> row.verdict().equals(Verdict.HELD.name())).findFirst();
    if (held.isPresent() || exercised >= enough) {
      return with(first, Verdict.HELD, exercised, held.map(RequirementRow::reason).orElse(""));
    }
    return with(
        first,
        Verdict.NOT_EXERCISED,
        exercised,
        "exercised %d times, %d are enough".formatted(exercised, enough));
  }

  private boolean isFound(String id) {
    return findings.stream()
        .anyMatch(finding -> finding.requirement().equals(id) || finding.also().contains(id));
  }

  private static RequirementRow with(
      RequirementRow row, Verdict verdict, long exercised, String reason) {
    return new RequirementRow(row.id(), row.strength(), verdict.name(), exercised, reason);
  }

  /// Returns the verdict on all runs, as records spell it.
  static String verdict(List<RunFolder> folders, List<RequirementRow> rows) {
    var isErrored =
        folders.stream()
            .anyMatch(folder -> folder.summary().verdict().equals(RunVerdict.ERRORED.name()));
    if (hasAny(rows, Verdict.VIOLATED)) {
      return RunVerdict.FINDINGS.name();
    }
    if (isErrored) {
      return RunVerdict.ERRORED.name();
    }
    return hasAny(rows, Verdict.NOT_EXERCISED)
        ? RunVerdict.INCONCLUSIVE.name()
        : RunVerdict.CONFORMS.name();
  }

  private static boolean hasAny(List<RequirementRow> rows, Verdict verdict) {
    return rows.stream().anyMatch(row -> row.verdict().equals(verdict.name()));
  }
}
