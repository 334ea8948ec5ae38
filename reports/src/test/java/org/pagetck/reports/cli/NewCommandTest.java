package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Projects for newcomers are written whole, and over nothing.
final class NewCommandTest {
  /// Where the files of each project come from, beside the project's own folder.
  private static final Map<Project, List<Path>> SOURCES =
      Map.of(
          Project.RUST, List.of(Path.of("../properties/src/native/rust/src")),
          Project.C, List.of(Path.of("../properties/src/native/include")),
          Project.JAVA, List.of(Path.of("../examples/junit/src")),
          Project.PROCESS, List.of(Path.of("../properties/src/native/process-python")));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    return Pagetck.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private static List<String> namesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProjectIsWrittenWithEachOfItsFiles(Project project) throws IOException {
    var target = folder.resolve("a/b");

    var status = run("new", project.word(), target.toString());

    assertThat(status).isZero();
    assertThat(project.files())
        .allSatisfy(file -> assertThat(target.resolve(file)).isNotEmptyFile());
    assertThat(Files.readString(target.resolve("README.md"))).doesNotContain("@LIB@");
    assertThat(out.toString()).contains("pagetck check ").doesNotContain("@LIB@");
    var sources = new ArrayList<>(namesBelow(Path.of("src/main/projects", project.word())));
    for (var source : SOURCES.getOrDefault(project, List.of())) {
      sources.addAll(namesBelow(source));
    }
    assertThat(namesBelow(target)).containsAll(sources);
  }

  @Test
  void whatIsThereIsNotWrittenOver() throws IOException {
    Files.writeString(folder.resolve("mine"), "mine");

    assertThat(run("new", "c", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).startsWith("pagetck: ").contains("is not empty");
    assertThat(namesBelow(folder)).containsExactly("mine");
  }

  @Test
  void aLanguageThatIsNotKnownIsToldWithThoseThatAre() {
    assertThat(run("new", "rustt", folder.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no project for rustt (did you mean rust?)")
        .contains("rust, c, java, process");
  }
}
