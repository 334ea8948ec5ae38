package org.pagetck.properties.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;

class JudgementTest {
  private static final MapperProvider MAPPED =
      ServiceLoader.load(MapperProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.name().equals("mapped"))
          .findFirst()
          .orElseThrow();

  @TempDir private Path folder;

  private Judgement judgement(MapperProvider provider, Requirement... requirements) {
    return new Judgement("test", provider, Set.of(requirements), folder);
  }

  private static Draw written(String lines) {
    return new Draw.Written("written here", TraceText.parse("pagetck-trace 1\n" + lines).orThrow());
  }

  @Test
  void theRightMapperHoldsForEveryEdgeTrace() {
    try (var judgement = judgement(MAPPED)) {
      assertThat(EdgeTraces.all())
          .hasSizeGreaterThan(20)
          .allSatisfy(
              draw -> assertThatCode(() -> judgement.holdsFor(draw)).doesNotThrowAnyException());
    }
  }

  @Test
  void edgeTracesHaveDifferentNames() {
    assertThat(EdgeTraces.all()).extracting(Draw.Written::name).doesNotHaveDuplicates();
  }

  @Test
  void aFailureNamesTheRequirementTheSeedTheShrunkTraceAndTheFolder() throws IOException {
    try (var judgement = judgement(new ForgetfulProvider(MAPPED), Requirement.UNM_01)) {
      var failure =
          catchThrowable(() -> {
            for (var seed = 0L; seed < 200; seed++) {
              judgement.holdsFor(new Draw.Seeded(seed));
            }
          });

      assertThat(failure)
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("UNM-01 is violated: ")
          .hasMessageContainingAll(
              "Owed: An unmap that answered ok removes that page and no other",
              "  map 4K 0x0 0x0 PRESENT",
              "  unmap 4K 0x0",
              "seed 0x",
              "proven shortest");
    }
    var finding = onlyFinding();
    var trace = TraceText.parse(Files.readString(finding.resolve("trace.txt"))).orThrow();
    assertThat(trace.lines()).hasSize(2);
    assertThat(finding.resolve("evidence.json")).content().contains("\"UNM-01\"");
    assertThat(finding.resolve("report.md")).content().startsWith("# ");
  }

  @Test
  void aFailureOfAWrittenTraceNamesIt() {
    var lines = "map 4K 0x5000 0x1000 PRESENT|USER\nunmap 4K 0x5000\n";
    try (var judgement = judgement(new ForgetfulProvider(MAPPED), Requirement.UNM_01)) {
      assertThat(catchThrowable(() -> judgement.holdsFor(written(lines))))
          .hasMessageContaining("the trace 'written here', fingerprint");
    }
  }

  @Test
  void aDefectIsNoBusinessOfOtherRequirements() {
    var lines = "map 4K 0x0 0x1000 PRESENT\nunmap 4K 0x0\n";
    try (var judgement =
        judgement(new ForgetfulProvider(MAPPED), Requirement.TRN_01, Requirement.MAP_02)) {
      assertThatCode(() -> judgement.holdsFor(written(lines))).doesNotThrowAnyException();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatWasNotExercisedIsNoSuccess() {
    try (var judgement = judgement(MAPPED, Requirement.MAP_01, Requirement.CLN_01)) {
      judgement.holdsFor(written("map 4K 0x0 0x0 PRESENT\n"));

      assertThat(judgement.shortfall(1))
          .contains("CLN-01 was exercised 0 times in 1 traces, 1 are enough");
    }
  }

  private Path onlyFinding() throws IOException {
    try (var folders = Files.list(folder.resolve("findings"))) {
      assertThat(folders.toList()).hasSize(1);
    }
    try (var folders = Files.list(folder.resolve("findings"))) {
      return folders.findFirst().orElseThrow();
    }
  }

  /// The built-in mapper, whose unmap removes nothing.
  private record ForgetfulProvider(MapperProvider right) implements MapperProvider {
    @Override
    public String name() {
      return "forgetful";
    }

    @Override
    public String describe() {
      return right.describe();
    }

    @Override
    public Mapper open(Host host) {
      return new ForgetfulMapper(right.open(host));
    }
  }
}
