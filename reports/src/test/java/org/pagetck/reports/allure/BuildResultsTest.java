package org.pagetck.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildResultsTest {
  @TempDir private Path folder = Path.of("");

  private static String result(String name, String tags) {
    return """
    {"uuid":"u","name":"%s","status":"passed","start":1795381189050,
     "labels":[{"name":"testClass","value":"org.acme.AcmeTest"}%s]}
    """
        .formatted(name, tags);
  }

  private static String tag(String id) {
    return ",{\"name\":\"tag\",\"value\":\"%s\"}".formatted(id);
  }

  @Test
  void aTestTaggedWithRequirementsStandsWithThem() {
    var labelled = TestLabels.added(result("x", tag("STR-03") + tag("PRM-01")), "properties");

    assertThat(labelled)
        .contains(
            "{\"name\":\"feature\",\"value\":\"Structure\"}",
            "{\"name\":\"feature\",\"value\":\"Rights\"}",
            "{\"name\":\"story\",\"value\":\"STR-03\"}",
            "{\"name\":\"story\",\"value\":\"PRM-01\"}",
            "https://www.intel.com/sdm",
            "**PRM-01** ")
        .containsOnlyOnce("\"severity\"")
        .contains("{\"name\":\"severity\",\"value\":\"critical\"}")
        .contains("\"start\":1795381189050");
  }

  @Test
  void anUntaggedTestStandsWithTheSuiteItself() {
    assertThat(TestLabels.added(result("x", tag("slow")), "model"))
        .contains(
            "{\"name\":\"epic\",\"value\":\"The suite itself\"}",
            "{\"name\":\"feature\",\"value\":\"model\"}",
            "{\"name\":\"story\",\"value\":\"AcmeTest\"}")
        .doesNotContain("severity");
  }

  @Test
  void aTestThatFailedWithAMessageOfAnyLengthIsLabelledAndItsMessageIsCut() {
    var message = "\\n\\u00e9\\\"x".repeat(20_000);
    var json = result("x", tag("MAP-01") + "],\"statusDetails\":[\"%s\"".formatted(message));

    assertThat(TestLabels.added(json, "properties"))
        .contains("{\"name\":\"story\",\"value\":\"MAP-01\"}", "more characters)\"")
        .hasSizeLessThan(LongStrings.LENGTH_MAX + 2_000);
  }

  @Test
  void shortStringsAreLeftAlone() {
    var json = result("a \\\" \\\\", tag("x"));

    assertThat(LongStrings.cut(json)).isEqualTo(json);
    assertThat(LongStrings.cut("{\"open")).isEqualTo("{\"open");
    assertThat(LongStrings.cut("\"open\\")).isEqualTo("\"open\\");
  }

  @Test
  void aResultThatCannotBeUnderstoodIsGatheredAsItIs() throws IOException {
    var source = Files.createDirectories(folder.resolve("model/target/allure-results"));
    Files.writeString(source.resolve("u-result.json"), "{\"name\":");

    BuildResults.gather(folder.resolve("all"), List.of(source));

    assertThat(folder.resolve("all/u-result.json")).hasContent("{\"name\":");
  }

  @Test
  void halfOfASurrogatePairInANameIsReplaced() {
    assertThat(TestLabels.added(result("reads [1] \\ud800x", ""), "m")).contains("\ufffdx");
  }

  @Test
  void aNameBecomesASentence() {
    assertThat(TestLabels.added(result("aLeafIsALeaf()", ""), "m"))
        .contains("\"name\":\"a leaf is a leaf\"");
    assertThat(TestLabels.added(result("aMapFails(String, long) [2] flags=3", ""), "m"))
        .contains("\"name\":\"a map fails [2] flags=3\"");
    assertThat(TestLabels.added(result("[3] 4K of 2M", ""), "m"))
        .contains("\"name\":\"[3] 4K of 2M\"");
  }

  @Test
  void resultsOfAllModulesAreGatheredWithWhatTheyAttach() throws IOException {
    var source = Files.createDirectories(folder.resolve("model/target/allure-results"));
    Files.writeString(source.resolve("a-result.json"), result("x", ""));
    Files.writeString(source.resolve("b-attachment.txt"), "text");

    BuildResults.gather(
        folder.resolve("all"), List.of(source, folder.resolve("none/target/allure-results")));

    assertThat(Files.readString(folder.resolve("all/a-result.json"))).contains("\"model\"");
    assertThat(folder.resolve("all/b-attachment.txt")).hasContent("text");
    assertThat(folder.resolve("all/categories.json")).isNotEmptyFile();
    assertThat(folder.resolve("all/environment.properties")).isNotEmptyFile();
  }

  @Test
  void aReportFetchesNothing() throws IOException {
    var tagManager = "<script async src=\"https://www.example.org/gtag/js?id=G\"></script>";
    var own = "<script src=\"data:text/javascript;base64,AA\"></script><a href=\"https://x\">x</a>";

    assertThat(ClosedReport.closed("<body>%s%s</body>".formatted(tagManager, own)))
        .isEqualTo("<body>%s</body>".formatted(own));
    assertThatThrownBy(() -> ClosedReport.closed("<link rel=\"x\" href=\"https://x/y.css\">"))
        .isInstanceOf(IOException.class);
  }
}
