package org.pagetck.properties.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.engine.CheckPlan;

class MapperConformanceTest {
  private static final MapperProvider MAPPED =
      ServiceLoader.load(MapperProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.name().equals("mapped"))
          .findFirst()
          .orElseThrow();

  @TempDir private Path folder;

  /// What became of each test, by its name up to the colon; nothing where it passed.
  private Map<String, Optional<Throwable>> run(MapperProvider provider, long traces)
      throws IOException {
    var conformance =
        new MapperConformance() {
          @Override
          protected MapperProvider provider() {
            return provider;
          }

          @Override
          protected CheckPlan plan() {
            return super.plan().withTraces(traces);
          }

          @Override
          protected Path outputDirectory() {
            return folder;
          }
        };
    var outcomes = new LinkedHashMap<String, Optional<Throwable>>();
    conformance
        .requirements()
        .flatMap(MapperConformanceTest::tests)
        .forEach(test -> outcomes.put(id(test.getDisplayName()), outcome(test)));
    return outcomes;
  }

  private static String id(String name) {
    var end = name.indexOf(':');
    return end < 0 ? name : name.substring(0, end);
  }

  private static Stream<DynamicTest> tests(DynamicNode node) {
    return switch (node) {
      case DynamicContainer container ->
          container.getChildren().flatMap(MapperConformanceTest::tests);
      case DynamicTest test -> Stream.of(test);
      case DynamicNode other -> throw new IllegalStateException(other.toString());
    };
  }

  private static Optional<Throwable> outcome(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return Optional.empty();
    } catch (Throwable thrown) {
      return Optional.of(thrown);
    }
  }

  @Test
  void aRightMapperPassesWhereItWasJudgedAndAbortsWhereItCouldNotBe() throws IOException {
    var outcomes = run(MAPPED, 1_000);

    assertThat(outcomes).hasSize(Requirement.all().size() + 1);
    assertThat(outcomes.get("every step of the run counts")).isEmpty();
    assertThat(outcomes.get("MAP-01")).isEmpty();
    assertThat(outcomes.get("ROB-06")).isEmpty();
    assertThat(outcomes.get("ALC-03"))
        .hasValueSatisfying(thrown ->
            assertThat(thrown)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no teardown is declared"));
    assertThat(outcomes.values())
        .allSatisfy(outcome ->
            assertThat(outcome.filter(it -> !(it instanceof TestAbortedException))).isEmpty());
    assertThat(folder.resolve("summary.json")).content().contains("\"CONFORMS\"");
  }

  @Test
  void aDefectFailsTheRequirementItViolatesAndThoseOfTheSameCall() throws IOException {
    var outcomes = run(new SilentProvider("", true), 500);

    assertThat(outcomes.get("UPD-01"))
        .hasValueSatisfying(thrown ->
            assertThat(thrown)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("UPD-01 is violated: ")
                .hasMessageContainingAll(
                    "  map 4K 0x0 ",
                    "  update-flags 4K 0x0 ",
                    "owed: ok flush=none  given: ok flush=none",
                    "Look first at: ",
                    "The report is " + folder + "/findings/"));
    assertThat(outcomes.get("UNM-02")).isEmpty();
    try (var findings = Files.walk(folder.resolve("findings"))) {
      assertThat(findings.map(path -> path.getFileName().toString()))
          .contains("trace.txt", "evidence.json", "report.md");
    }
  }

  @Test
  void whatWasNotExercisedFailsAndSaysSo() throws IOException {
    assertThat(run(MAPPED, 1).get("ROB-03"))
        .hasValueSatisfying(thrown ->
            assertThat(thrown)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("exercised 0 times, 1 are enough"));
  }

  @Test
  void whatTheDeclarationExcludesIsAborted() throws IOException {
    var outcomes = run(new SilentProvider("operations = map unmap translate-page\n", false), 200);

    assertThat(outcomes.get("CLR-01"))
        .hasValueSatisfying(thrown ->
            assertThat(thrown)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("operations: clear is not declared"));
  }

  @Test
  void aDeclarationThatCannotBeReadOrJudgedIsRefusedInOneSentence() {
    assertThatThrownBy(() -> run(new SilentProvider("no such line\n", false), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the declaration of silent, line ");
    assertThatThrownBy(() -> run(new SilentProvider("ranges = yes\n", false), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the declaration of silent says ranges = yes, which is not judged in this"
                + " version");
  }

  /// The built-in mapper under another declaration.
  ///
  /// @param lines the declaration, or empty for that of the built-in mapper
  /// @param silent whether updates answer ok and do nothing
  private record SilentProvider(String lines, boolean silent) implements MapperProvider {
    @Override
    public String name() {
      return "silent";
    }

    @Override
    public String describe() {
      return lines.isEmpty() ? MAPPED.describe() : lines;
    }

    @Override
    public Mapper open(Host host) {
      var right = MAPPED.open(host);
      return silent ? new SilentMapper(right) : right;
    }
  }
}
