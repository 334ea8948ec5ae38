package org.pagetck.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.properties.record.SummaryRecord.FindingRow;

/// One finding as the page shows it.
///
/// @param row what the summary says of it
/// @param owes what the requirement says
/// @param checkFirst where to look first
/// @param steps the lines of the shrunk trace
/// @param accusations what the step that shows it is accused of
/// @param seen how often it was seen, in words
public record FindingView(
    FindingRow row,
    String owes,
    String checkFirst,
    List<StepView> steps,
    List<AccusationView> accusations,
    String seen) {
  /// Copies the lists.
  public FindingView {
    steps = List.copyOf(steps);
    accusations = List.copyOf(accusations);
  }

  /// One line of a trace.
  ///
  /// @param number counted from 1
  /// @param line its text
  /// @param owed the owed answer, empty for events of the host
  /// @param given the given answer
  /// @param isLast whether here they part
  public record StepView(int number, String line, String owed, String given, boolean isLast) {}

  /// One accusation.
  ///
  /// @param requirement its id
  /// @param evidence what was owed and what was there
  public record AccusationView(String requirement, String evidence) {}

  static FindingView of(EvidenceRecord evidence, StatisticsRecord statistics) {
    var requirement = evidence.requirement();
    return new FindingView(
        evidence.finding(),
        requirement.map(Requirement::sentence).map(Words::unmarked).orElse(""),
        requirement.map(Requirement::checkFirst).map(Words::unmarked).orElse(""),
        steps(evidence),
        evidence.accusations().stream()
            .map(it -> new AccusationView(it.requirement(), it.evidence()))
            .toList(),
        seen(evidence.finding(), statistics));
  }

  private static List<StepView> steps(EvidenceRecord evidence) {
    var steps = new ArrayList<StepView>();
    var last = evidence.steps().size();
    for (var step : evidence.steps()) {
      var number = steps.size() + 1;
      steps.add(new StepView(number, step.line(), step.owed(), step.given(), number == last));
    }
    return steps;
  }

  private static String seen(FindingRow finding, StatisticsRecord statistics) {
    return statistics.detectionRates().stream()
        .filter(rate -> rate.id().equals(finding.fingerprint()))
        .findFirst()
        .map(rate ->
            "first at step %s; in %s of %s %s, which is %s to %s of them with %s confidence"
                .formatted(
                    Words.grouped(finding.firstStep()),
                    Words.grouped(rate.times()),
                    Words.grouped(rate.of()),
                    rate.unit(),
                    Words.percent(rate.low()),
                    Words.percent(rate.high()),
                    Words.percent(statistics.confidence())))
        .orElseGet(() ->
            "first at step %s, in %s"
                .formatted(
                    Words.grouped(finding.firstStep()), Words.counted(finding.times(), "trace")));
  }

  /// Returns how small the trace is known to be, in words.
  public String smallness() {
    return Words.unmarked(row.minimality().sentence());
  }

  /// Returns the folder of the finding, relative to the page.
  public String folder() {
    return row.report().substring(0, row.report().lastIndexOf('/') + 1);
  }
}
