package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;

/// The file `findings.sarif`: findings in the Static Analysis Results Interchange Format 2.1.0
/// (OASIS), which hosts of code and editors read. Names are those of the format.
///
/// @param schema where the format is described
/// @param version its version
/// @param runs one run
@Json
public record SarifRecord(@Json.Property("$schema") String schema, String version, List<Run> runs) {
  /// Copies the list.
  public SarifRecord {
    runs = List.copyOf(runs);
  }

  /// One run of the suite.
  ///
  /// @param tool what ran
  /// @param invocations how it ended
  /// @param results the findings
  /// @param columnKind in what columns are counted
  @Json
  public record Run(
      Tool tool, List<Invocation> invocations, List<Result> results, String columnKind) {
    /// Copies the lists.
    public Run {
      invocations = List.copyOf(invocations);
      results = List.copyOf(results);
    }
  }

  /// What ran.
  ///
  /// @param driver the suite
  @Json
  public record Tool(Driver driver) {}

  /// The suite.
  ///
  /// @param name its name
  /// @param version its version
  /// @param rules the requirements that findings name
  @Json
  public record Driver(String name, String version, List<Rule> rules) {
    /// Copies the list.
    public Driver {
      rules = List.copyOf(rules);
    }
  }

  /// One requirement.
  ///
  /// @param id its id
  /// @param shortDescription what holds
  /// @param fullDescription the same with its source
  /// @param help what to look at first
  /// @param defaultConfiguration how bad it is where it does not
  @Json
  public record Rule(
      String id,
      Text shortDescription,
      Text fullDescription,
      Text help,
      Configuration defaultConfiguration) {}

  /// A text.
  ///
  /// @param text the text
  @Json
  public record Text(String text) {}

  /// How bad something is.
  ///
  /// @param level error, warning or note
  @Json
  public record Configuration(String level) {}

  /// How a run ended.
  ///
  /// @param executionSuccessful whether anything is known of the mapper
  @Json
  public record Invocation(boolean executionSuccessful) {}

  /// One finding.
  ///
  /// @param ruleId id of the primary requirement
  /// @param ruleIndex its place among the rules
  /// @param level error, or warning for a should
  /// @param message the defect, and the trace that shows it
  /// @param locations where that trace is
  /// @param partialFingerprints the fingerprint of the finding
  /// @param suppressions why it fails nothing, where it was declared as known
  @Json
  public record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Text message,
      List<Location> locations,
      Map<String, String> partialFingerprints,
      List<Suppression> suppressions) {
    /// Copies the collections.
    public Result {
      locations = List.copyOf(locations);
      partialFingerprints = Map.copyOf(partialFingerprints);
      suppressions = List.copyOf(suppressions);
    }
  }

  /// Where something is.
  ///
  /// @param physicalLocation the place in a file
  @Json
  public record Location(Place physicalLocation) {}

  /// A place in a file.
  ///
  /// @param artifactLocation the file
  /// @param region the lines
  @Json
  public record Place(Artifact artifactLocation, Region region) {}

  /// A file.
  ///
  /// @param uri its path, relative to the directory of the run
  @Json
  public record Artifact(String uri) {}

  /// Lines of a file.
  ///
  /// @param startLine the first one, from 1
  @Json
  public record Region(int startLine) {}

  /// Why a finding fails nothing.
  ///
  /// @param kind external: it is not said at the place itself
  /// @param status accepted
  /// @param justification where it is dealt with
  @Json
  public record Suppression(String kind, String status, String justification) {}
}
