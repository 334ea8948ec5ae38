package org.pagetck.reports.allure;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Gathers what Allure's listener left of the tests of each module, labels it by the catalogue, and
/// says what it was made with. Run by the build: `BuildResults TO FROM...`, where each FROM is
/// `MODULE/target/allure-results`.
///
/// The labels are added here and not by a listener in the test's own JVM: Allure finds listeners as
/// services of the class path, where those of a named module do not count.
public final class BuildResults {
  private static final String RESULT = "-result.json";
  private static final int DEPTH_OF_MODULE = 3;

  private BuildResults() {}

  /// Gathers.
  ///
  /// @throws IOException if a file cannot be read or written
  public static void main(String[] arguments) throws IOException {
    var folders = Stream.of(arguments).map(Path::of).map(Path::toAbsolutePath).toList();
    gather(folders.getFirst(), folders.subList(1, folders.size()));
  }

  /// Gathers the files of `sources`, those that are there, in `target`.
  static void gather(Path target, List<Path> sources) throws IOException {
    Files.createDirectories(target);
    for (var source : sources) {
      if (Files.isDirectory(source)) {
        gather(target, source, module(source));
      }
    }
    Categories.writeOfTests(target);
    Environment.write(target, environment());
  }

  private static String module(Path source) {
    var names = source.normalize();
    var count = names.getNameCount();
    return count < DEPTH_OF_MODULE ? "" : names.getName(count - DEPTH_OF_MODULE).toString();
  }

  private static void gather(Path target, Path source, String module) throws IOException {
    try (var files = Files.list(source)) {
      for (var file : files.toList()) {
        var copy = target.resolve(source.relativize(file));
        if (file.toString().endsWith(RESULT)) {
          Files.writeString(copy, labelled(file, module));
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /// Returns the result in `file` with its labels; without, where it cannot be understood, since a
  /// report has to show what failed, whatever else fails.
  private static String labelled(Path file, String module) throws IOException {
    var json = Files.readString(file);
    try {
      return TestLabels.added(json, module);
    } catch (JsonException e) {
      System.err.printf("%s is taken as it is: %s%n", file, e.getMessage());
      return json;
    }
  }

  private static Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    environment.put("Java", Runtime.version().toString());
    environment.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    environment.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    Optional.ofNullable(System.getProperty("pagetck.version"))
        .ifPresent(version -> environment.put("pagetck", version));
    return environment;
  }
}
