package org.pagetck.reports.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.mapper.MapperProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a project that is ready to be judged.
@Command(
    name = "new",
    description = "Writes a project that builds and conforms, with the places to put a mapper in.",
    footer = {
      "",
      "Example:",
      "  pagetck new rust acme-adapter",
      "",
      "The project's README.md says how to go on.",
    })
final class NewCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "KIND", description = "rust, c, java or process.")
  private String kind = "";

  @Parameters(index = "1", paramLabel = "DIR", description = "A folder that is empty or not there.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    var words = Stream.of(Project.values()).map(Project::word).toList();
    var project =
        Project.byWord(kind)
            .orElseThrow(() ->
                new UsageException(
                    "there is no project for %s%s; allowed is %s"
                        .formatted(kind, Nearest.hint(kind, words), String.join(", ", words))));
    requireEmpty();
    var library = library();
    try {
      project.writeTo(folder, library);
    } catch (IOException e) {
      throw new UsageException("%s cannot be written to: %s".formatted(folder, e.getMessage()));
    }
    tell(project.steps(library));
    return ExitStatus.FINE;
  }

  private void requireEmpty() {
    if (!Files.exists(folder)) {
      return;
    }
    try (var there = Files.list(folder)) {
      if (there.findAny().isPresent()) {
        throw new UsageException("%s is not empty".formatted(folder));
      }
    } catch (IOException e) {
      throw new UsageException("%s is no folder".formatted(folder));
    }
  }

  private void tell(List<String> steps) {
    var out = Output.of(spec).out();
    out.printf("Next, in %s:%n", folder);
    steps.forEach(step -> out.printf("  %s%n", step));
    out.printf("%s says how to put a mapper in.%n", folder.resolve("README.md"));
    out.flush();
  }

  /// Returns the folder that the suite's jars lie in.
  private static Path library() {
    var source = MapperProvider.class.getProtectionDomain().getCodeSource();
    try {
      var jar = Path.of(Optional.ofNullable(source).orElseThrow().getLocation().toURI());
      return Files.isDirectory(jar) ? jar : Optional.ofNullable(jar.getParent()).orElse(jar);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every place of classes is a path", e);
    }
  }
}
