package org.pagetck.reports.allure;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The file `categories.json`: how Allure sorts results that did not pass, by the beginning of
/// their message.
final class Categories {
  private static final String FILE = "categories.json";
  private static final List<Map<String, Object>> OF_RUNS =
      List.of(
          category("Violated: the mapper does not conform", "failed", "VIOLATED"),
          category("Missed: a should that is not kept", "unknown", "MISSED"),
          category("Known: declared beforehand", "unknown", "KNOWN"),
          category("Not exercised enough for a verdict", "unknown", "NOT_EXERCISED"),
          category("Not applicable to this mapper", "skipped", "NOT_APPLICABLE"),
          category("Errored: nothing is known of the mapper", "broken", "ERRORED"));

  private static final List<Map<String, Object>> OF_TESTS =
      List.of(
          category("A requirement is violated", "failed", ".*[A-Z]{3}-[0-9]{2} is violated"),
          category("A should is missed", "failed", ".*[A-Z]{3}-[0-9]{2} is missed"),
          category(
              "Another assertion fails",
              "failed",
              "(?!.*[A-Z]{3}-[0-9]{2} is (?:violated|missed))"),
          category("A test of the suite broke", "broken", ""));

  private Categories() {}

  private static Map<String, Object> category(String name, String status, String beginning) {
    var category = new LinkedHashMap<String, Object>();
    category.put("name", name);
    category.put("matchedStatuses", List.of(status));
    category.put("messageRegex", "(?s)%s.*".formatted(beginning));
    return category;
  }

  /// Writes those of the verdicts of a run.
  static void writeOfRuns(Path folder) throws IOException {
    write(folder, OF_RUNS);
  }

  /// Writes those of the project's own tests.
  static void writeOfTests(Path folder) throws IOException {
    write(folder, OF_TESTS);
  }

  private static void write(Path folder, List<Map<String, Object>> categories) throws IOException {
    var json = Jsonb.builder().build().type(Object.class).toJson(categories);
    Files.writeString(folder.resolve(FILE), json + "\n");
  }
}
