package org.pagetck.reports.allure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.Strength;

/// What the catalogue says of a requirement, as Allure's labels and links.
final class RequirementLabels {
  static final String EPIC = "epic";
  static final String FEATURE = "feature";
  static final String STORY = "story";
  static final String SEVERITY = "severity";
  static final String TAG = "tag";

  /// Where the documents are found that sources name. The contract has no place of its own: what it
  /// says stands in the description.
  private static final Map<String, String> PLACES =
      Map.of(
          "Intel SDM", "https://www.intel.com/sdm",
          "x86_64 crate", "https://github.com/rust-osdev/x86_64");

  private RequirementLabels() {}

  /// A label, or a link.
  ///
  /// @param name its name
  /// @param value its value, or where it leads
  record Pair(String name, String value) {}

  /// Returns feature, story and severity.
  static List<Pair> of(Requirement requirement) {
    return List.of(
        new Pair(FEATURE, requirement.group().title()),
        new Pair(STORY, requirement.id()),
        new Pair(SEVERITY, severity(requirement.strength())));
  }

  static String severity(Strength strength) {
    return switch (strength) {
      case MUST -> "critical";
      case POLICY, EXTENSION -> "normal";
      case SHOULD -> "minor";
    };
  }

  /// Returns a link for each source that can be found elsewhere.
  static List<Pair> links(Requirement requirement) {
    var links = new ArrayList<Pair>();
    for (var source : requirement.source().split("; ", -1)) {
      PLACES.forEach((name, place) -> {
        if (source.startsWith(name)) {
          links.add(new Pair(source, place));
        }
      });
    }
    return links;
  }

  /// Returns the description, in Markdown.
  static String description(Requirement requirement) {
    return """
    %s

    *Source:* %s

    *Look first at:* %s
    """
        .formatted(requirement.sentence(), requirement.source(), requirement.checkFirst());
  }
}
