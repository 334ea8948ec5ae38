package org.pagetck.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All modules of the source tree that this test is built in.
final class CodeBase {
  static final List<String> MODULES = List.of("model", "impl", "properties", "reports");

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern GENERATED =
      Pattern.compile(".*(JsonAdapter|/jsonb/[A-Za-z]+)\\.class");

  private CodeBase() {}

  /// Returns the compiled main classes of all modules, without what annotation processors wrote.
  static JavaClasses mainClasses() {
    return new ClassFileImporter()
        .withImportOption(location -> !location.matches(GENERATED))
        .importPaths(
            MODULES.stream().map(module -> ROOT.resolve(module).resolve(compiled())).toList());
  }

  /// Returns where a module keeps its classes, seen from its folder: where this one has them.
  private static Path compiled() {
    try {
      var classes =
          Path.of(CodeBase.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return ROOT.resolve("reports").relativize(classes).resolveSibling("classes");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Returns the main sources of all modules.
  static List<Source> mainSources() {
    return sources("src/main/java");
  }

  /// Returns the main and test sources of all modules.
  static List<Source> allSources() {
    return Stream.concat(mainSources().stream(), testSources().stream()).toList();
  }

  /// Returns the test sources of all modules.
  static List<Source> testSources() {
    return sources("src/test/java");
  }

  private static List<Source> sources(String folder) {
    return MODULES.stream().flatMap(module -> below(ROOT.resolve(module).resolve(folder))).toList();
  }

  private static Stream<Source> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .map(path -> Source.read(ROOT, path))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
