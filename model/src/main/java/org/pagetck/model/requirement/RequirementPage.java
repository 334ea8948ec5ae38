package org.pagetck.model.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The catalogue as a Markdown page: one table per group, then where to look first. Golden:
/// `docs/REQUIREMENTS.md`.
public final class RequirementPage {
  private static final String INTRODUCTION =
      """
      # Requirements

      What pagetck judges, requirement by requirement. This page is generated from the catalogue in
      `org.pagetck.model.requirement`; `./pagetck requirements` prints the same. An id is given once and never reused.

      """;

  private RequirementPage() {}

  /// Returns the page, lines ended by `\n`.
  public static String render() {
    var page = new StringBuilder(INTRODUCTION);
    page.append("## How to read it\n\n| strength | meaning |\n|---|---|\n");
    Arrays.stream(Strength.values())
        .forEach(strength -> page.append(row(word(strength), strength.meaning())));
    page.append("\n| judged by | what is looked at |\n|---|---|\n");
    Arrays.stream(JudgeKind.values())
        .forEach(judge -> page.append(row(word(judge), judge.meaning())));
    page.append(
        """

        *Enough* is how often the default check has to exercise a requirement before it counts as held. When one step
        violates several requirements, the first of them in this order takes the blame and the others are named beside it:
        """);
    page.append(order()).append(".\n");
    RequirementGroup.all().forEach(group -> appendGroup(page, group));
    return page.toString();
  }

  private static String order() {
    return RequirementGroup.all().stream()
        .collect(
            Collectors.groupingBy(
                RequirementGroup::precedence, TreeMap::new, Collectors.toUnmodifiableList()))
        .values()
        .stream()
        .map(groups ->
            groups.reversed().stream()
                .map(group -> group.title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and ")))
        .collect(Collectors.joining(", "));
  }

  private static void appendGroup(StringBuilder page, RequirementGroup group) {
    page.append("\n## ").append(group.title()).append("\n\n");
    page.append("| id | strength | what holds | judged by | enough |\n|---|---|---|---|---:|\n");
    for (var requirement : group.requirements()) {
      var judges =
          requirement.judges().stream()
              .map(RequirementPage::word)
              .collect(Collectors.joining(", "));
      page.append(
          row(
              "<a id=\"%s\"></a>%s"
                  .formatted(requirement.id().toLowerCase(Locale.ROOT), requirement),
              word(requirement.strength()),
              requirement.sentence(),
              judges,
              String.format(Locale.ROOT, "%,d", requirement.enoughInDefaultCheck())));
    }
    page.append("\nIf one fails, check first:\n\n");
    for (var requirement : group.requirements()) {
      page.append("- **%s** %s".formatted(requirement, requirement.checkFirst()));
      page.append(" *(%s)*\n".formatted(requirement.source()));
    }
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
