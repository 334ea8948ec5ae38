package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;

/// Subjects compared, as `compare --json` prints them.
///
/// @param pagetck version of the suite
/// @param seed in hex
/// @param traces how many traces were run on each subject
/// @param steps how many calls were compared
/// @param subjects the subjects, in the order of the command line
/// @param groups where they part from the first one, by cause
@Json
public record CompareRecord(
    String pagetck,
    String seed,
    long traces,
    long steps,
    List<SubjectRow> subjects,
    List<Group> groups) {
  /// Copies the lists.
  public CompareRecord {
    subjects = List.copyOf(subjects);
    groups = List.copyOf(groups);
  }

  /// One subject and what a check says of it.
  ///
  /// @param subject how the command line names it
  /// @param name the mapper's name, or empty
  /// @param version the mapper's version, or empty
  /// @param contract the named contract under `contract`, then each key that differs from it
  /// @param verdict CONFORMS, FINDINGS, ERRORED or INCONCLUSIVE
  /// @param findings how many findings are violations
  /// @param page path of its page
  /// @param requirements every requirement of the catalogue, in its order
  @Json
  public record SubjectRow(
      String subject,
      String name,
      String version,
      Map<String, String> contract,
      String verdict,
      long findings,
      String page,
      List<SummaryRecord.RequirementRow> requirements) {
    /// Copies the collections.
    public SubjectRow {
      contract = Ordered.copyOf(contract);
      requirements = List.copyOf(requirements);
    }

    /// Returns the row of a subject that was checked.
    public static SubjectRow of(SummaryRecord summary, String page) {
      return new SubjectRow(
          summary.subject(),
          summary.name(),
          summary.version(),
          summary.contract(),
          summary.verdict(),
          summary.findings().stream().filter(it -> it.verdict().equals("VIOLATED")).count(),
          page,
          summary.requirements());
    }
  }

  /// One cause.
  ///
  /// @param fingerprint names it
  /// @param facet in what they part
  /// @param call the operation, and its page size
  /// @param situation what it meets
  /// @param first what the first subject does
  /// @param other what the others do that part from it
  /// @param defect whether a subject breaks its own contract there
  /// @param times how many traces showed it, for each subject that parts so
  /// @param lines the smallest trace found; they part at its last line
  /// @param certified whether nothing smaller was found in one full pass of the shrinker
  /// @param trace path of that trace
  /// @param answers what each subject does at that line
  @Json
  public record Group(
      String fingerprint,
      String facet,
      String call,
      String situation,
      String first,
      String other,
      boolean defect,
      Map<String, Long> times,
      List<String> lines,
      boolean certified,
      String trace,
      List<AnswerRow> answers) {
    /// Copies the collections.
    public Group {
      times = Ordered.copyOf(times);
      lines = List.copyOf(lines);
      answers = List.copyOf(answers);
    }
  }

  /// What one subject does.
  ///
  /// @param subject how the command line names it
  /// @param given its answer, or that it never came to that line
  /// @param hardware what the hardware makes of the page then, or empty
  /// @param violates the requirement that its own contract says is violated then, or empty
  @Json
  public record AnswerRow(String subject, String given, String hardware, String violates) {}
}
