package org.pagetck.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.properties.record.SummaryRecord;

/// What the page shows, in the order in which it is shown.
///
/// @param summary what the run says
/// @param mapper name and version of the mapper
/// @param sentence the verdict in one sentence
/// @param counts how many requirements have each verdict, in the order in which they matter
/// @param findings the findings
/// @param groups the requirements by group
/// @param heatMap the classes of steps that occurred
/// @param unreached the classes that never did, in words
/// @param excluded why requirements do not apply, with their ids
/// @param replay the command lines that show it all again
public record PageView(
    SummaryRecord summary,
    String mapper,
    String sentence,
    List<Tile> counts,
    List<FindingView> findings,
    List<Group> groups,
    HeatMap heatMap,
    List<String> unreached,
    Map<String, List<String>> excluded,
    List<String> replay) {
  /// What fails the mapper, then the order of the catalogue, then what was seen most often.
  private static final Comparator<EvidenceRecord> WORST_FIRST =
      Comparator.comparing((EvidenceRecord it) -> !it.finding().verdict().equals("VIOLATED"))
          .thenComparingInt(it -> it.requirement().map(Requirement::ordinal).orElse(-1))
          .thenComparingLong(it -> -it.finding().times());

  /// Copies the collections.
  public PageView {
    counts = List.copyOf(counts);
    findings = List.copyOf(findings);
    groups = List.copyOf(groups);
    unreached = List.copyOf(unreached);
    excluded = new LinkedHashMap<>(excluded);
    replay = List.copyOf(replay);
  }

  /// One figure at the top.
  ///
  /// @param figure the figure
  /// @param label what it counts
  /// @param tone the verdict whose colour it has
  public record Tile(String figure, String label, String tone) {}

  /// The requirements of one group.
  ///
  /// @param title its heading
  /// @param rows its requirements
  public record Group(String title, List<RequirementView> rows) {
    /// Copies the list.
    public Group {
      rows = List.copyOf(rows);
    }
  }

  static PageView of(RunRecords records) {
    var summary = records.summary();
    var requirements = new RequirementViews(summary);
    return new PageView(
        summary,
        mapper(summary),
        VerdictSentence.of(summary),
        tiles(summary),
        records.evidence().stream()
            .sorted(WORST_FIRST)
            .map(evidence -> FindingView.of(evidence, summary.statistics()))
            .toList(),
        RequirementGroup.all().stream().map(requirements::group).toList(),
        HeatMap.of(records.run().coverage(), summary.statistics().unreached()),
        Unreached.names(summary.statistics().unreached()),
        requirements.excluded(),
        replay(summary, records.options()));
  }

  private static String mapper(SummaryRecord summary) {
    var name = summary.name().isEmpty() ? summary.subject() : summary.name();
    return (name + " " + summary.version()).strip();
  }

  private static List<Tile> tiles(SummaryRecord summary) {
    var tiles = new ArrayList<Tile>();
    for (var tone : List.of("VIOLATED", "MISSED", "KNOWN", "ERRORED", "NOT_EXERCISED", "HELD")) {
      var count = summary.requirements().stream().filter(it -> it.verdict().equals(tone)).count();
      if (count > 0 || tone.equals("HELD")) {
        tiles.add(new Tile(Words.grouped(count), Words.verdict(tone), tone));
      }
    }
    tiles.add(new Tile(Words.grouped(summary.steps()), "steps judged", ""));
    tiles.add(new Tile(Words.grouped(summary.traces()), "traces drawn", ""));
    tiles.add(new Tile("%.1f s".formatted(summary.seconds()), "taken", ""));
    return tiles;
  }

  private static List<String> replay(SummaryRecord summary, String options) {
    var subject = summary.subject() + (options.isEmpty() ? "" : " " + options);
    var lines = new ArrayList<String>();
    summary
        .findings()
        .forEach(
            finding -> lines.add("./pagetck replay %s %s".formatted(finding.trace(), subject)));
    if (!summary.seed().contains(" ")) {
      lines.add(
          "./pagetck check %s --seed %s --traces %d"
              .formatted(subject, summary.seed(), summary.traces()));
    }
    return lines;
  }

  /// Returns the statistics.
  public StatisticsRecord statistics() {
    return summary.statistics();
  }

  /// Returns for each kind of operation of a clean run how often it may still fail, in words.
  public Map<String, String> operationBounds() {
    return ConfidenceSentences.operationBounds(statistics());
  }

  /// Returns which kinds of steps occur often enough, in words, or nothing where that is not known.
  public String classSentence() {
    return ConfidenceSentences.classes(statistics().classTest());
  }

  /// Returns the kinds of steps that occur too seldom, or never, in words.
  public List<String> rare() {
    return Unreached.names(statistics().classTest().rare());
  }

  /// Returns how likely the next trace shows something new, in words, or nothing where that is not
  /// known.
  public String undiscoveredSentence() {
    return ConfidenceSentences.undiscovered(statistics());
  }

  /// Tells whether the generators drew what they are meant to.
  public boolean isGeneratorFit() {
    return statistics().generatorFit().stream().allMatch(StatisticsRecord.FitRow::fits);
  }
}
