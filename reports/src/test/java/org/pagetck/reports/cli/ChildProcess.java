package org.pagetck.reports.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the command line as a process of its own, as the launcher does.
///
/// @param folder the folder that it runs in
record ChildProcess(Path folder) {
  private static final long LIMIT_SECONDS = 120;
  private static final List<String> JARS =
      List.of(
          "allure-java-commons",
          "allure-model",
          "avaje-json",
          "commons-math3",
          "jspecify",
          "jte-runtime",
          "pagetck-",
          "picocli-4",
          "slf4j-");

  /// How a process ended.
  ///
  /// @param status its exit status
  /// @param out what it wrote to standard output
  /// @param err what it wrote to standard error
  record Ended(int status, String out, String err) {}

  /// Runs it with `arguments` and waits for its end.
  Ended run(String... arguments) {
    try {
      var process = start(arguments);
      var out = read(process.getInputStream());
      var err = read(process.getErrorStream());
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end within %d s".formatted(LIMIT_SECONDS));
      }
      return new Ended(process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Starts it with `arguments`.
  Process start(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=org.pagetck.properties",
                "--module-path",
                modulePath(),
                "--module",
                "org.pagetck.reports/org.pagetck.reports.cli.Pagetck"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_"));
    return builder.start();
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> {
      try (stream) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /// Returns where the modules of the suite and what they need are found in this process.
  private static String modulePath() {
    return entries().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /// Returns where the built-in mappers are found in this process.
  static Path builtInMappers() {
    return entries()
        .filter(entry -> entry.toString().contains(File.separator + "impl" + File.separator))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Path> entries() {
    return Stream.of("jdk.module.path", "java.class.path")
        .flatMap(property -> Stream.of(System.getProperty(property, "").split(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(ChildProcess::isNeeded)
        .distinct();
  }

  private static boolean isNeeded(Path entry) {
    var name = String.valueOf(entry.getFileName());
    return Files.isDirectory(entry)
        ? name.equals("classes")
        : JARS.stream().anyMatch(name::startsWith);
  }
}
