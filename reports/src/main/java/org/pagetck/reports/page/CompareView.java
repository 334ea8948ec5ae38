package org.pagetck.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.properties.record.CompareRecord;
import org.pagetck.properties.record.CompareRecord.SubjectRow;
import org.pagetck.properties.record.SummaryRecord.RequirementRow;

/// What the page of a comparison shows.
///
/// @param record the comparison
/// @param mappers the mappers, by the names that stand above their columns
/// @param groups the requirements by group, with a verdict on each mapper
public record CompareView(CompareRecord record, List<Mapper> mappers, List<Group> groups) {
  /// Copies the lists.
  public CompareView {
    mappers = List.copyOf(mappers);
    groups = List.copyOf(groups);
  }

  /// One mapper.
  ///
  /// @param row what a check says of it
  /// @param name its name and version
  /// @param figures what that came to, in a few words
  public record Mapper(SubjectRow row, String name, String figures) {}

  /// The requirements of one group.
  ///
  /// @param title its heading
  /// @param lines its requirements
  public record Group(String title, List<Line> lines) {
    /// Copies the list.
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /// One requirement.
  ///
  /// @param id its id
  /// @param sentence what holds
  /// @param cells the verdict on each mapper
  public record Line(String id, String sentence, List<Cell> cells) {
    /// Copies the list.
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /// The verdict on one mapper.
  ///
  /// @param tone the verdict, as records spell it
  /// @param text what stands in the cell
  /// @param tip all of it in words
  /// @param link where the mapper's own page says more
  public record Cell(String tone, String text, String tip, String link) {}

  static CompareView of(CompareRecord record) {
    var mappers = record.subjects().stream().map(CompareView::mapper).toList();
    var groups =
        RequirementGroup.all().stream().map(group -> group(group, record.subjects())).toList();
    return new CompareView(record, mappers, groups);
  }

  private static Mapper mapper(SubjectRow row) {
    var held = row.requirements().stream().filter(it -> it.verdict().equals("HELD")).count();
    var found = row.findings() == 0 ? "" : ", " + Words.counted(row.findings(), "finding");
    return new Mapper(row, name(row), held + " held" + found);
  }

  private static String name(SubjectRow row) {
    var name = row.name().isEmpty() ? row.subject() : row.name();
    return (name + " " + row.version()).strip();
  }

  private static Group group(RequirementGroup group, List<SubjectRow> subjects) {
    var lines = new ArrayList<Line>();
    for (var requirement : Requirement.all()) {
      if (requirement.group() == group) {
        var cells = subjects.stream().map(row -> cell(requirement, row)).toList();
        lines.add(new Line(requirement.id(), Words.unmarked(requirement.sentence()), cells));
      }
    }
    return new Group(group.title(), lines);
  }

  private static Cell cell(Requirement requirement, SubjectRow row) {
    var verdict =
        row.requirements().stream()
            .filter(it -> it.id().equals(requirement.id()))
            .findFirst()
            .map(RequirementRow::verdict)
            .orElse("NOT_APPLICABLE");
    var reason =
        Optional.of(row.requirements().stream())
            .flatMap(rows -> rows.filter(it -> it.id().equals(requirement.id())).findFirst())
            .map(RequirementRow::reason)
            .filter(it -> !it.isEmpty())
            .map(it -> ": " + it)
            .orElse("");
    var tip = "%s, %s: %s%s".formatted(name(row), requirement.id(), Words.verdict(verdict), reason);
    return new Cell(verdict, text(verdict), tip, "%s#%s".formatted(row.page(), requirement.id()));
  }

  private static String text(String verdict) {
    return switch (verdict) {
      case "NOT_APPLICABLE" -> "–";
      case "NOT_EXERCISED" -> "too few";
      default -> Words.verdict(verdict);
    };
  }

  /// Returns what is said at the top.
  public String sentence() {
    var defects = record.groups().stream().filter(CompareRecord.Group::defect).count();
    if (record.groups().isEmpty()) {
      return "In %s they never part.".formatted(Words.counted(record.steps(), "step"));
    }
    return "In %s on %s they part for %s; for %s a mapper breaks its own contract, the rest is policy."
        .formatted(
            Words.counted(record.steps(), "step"),
            Words.counted(record.traces(), "trace"),
            Words.counted(record.groups().size(), "cause"),
            Words.grouped(defects));
  }

  /// Returns the name of the mapper that the command line calls `subject`.
  public String nameOf(String subject) {
    return mappers.stream()
        .filter(mapper -> mapper.row().subject().equals(subject))
        .map(Mapper::name)
        .findFirst()
        .orElse(subject);
  }

  /// Returns the causes where a mapper breaks its own contract, or the others.
  public List<CompareRecord.Group> causes(boolean isDefect) {
    return record.groups().stream().filter(group -> group.defect() == isDefect).toList();
  }
}
