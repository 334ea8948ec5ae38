package org.pagetck.reports.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A project that is ready to be built and judged, for each language.
enum Project {
  /// A crate with the mirror of the C interface.
  RUST(
      List.of(
          "Cargo.toml",
          "README.md",
          "src/lib.rs",
          "src/mapper.rs",
          "pagetck/Cargo.toml",
          "pagetck/src/answer.rs",
          "pagetck/src/host.rs",
          "pagetck/src/lib.rs",
          "pagetck/src/raw.rs",
          "pagetck/src/shim.rs",
          "pagetck/src/subject.rs"),
      List.of("cargo build --release", "pagetck check native:target/release/libmapper_adapter.so")),

  /// A shared library.
  C(
      List.of("Makefile", "README.md", "adapter.c", "mapper.c", "mapper.h", "pagetck.h"),
      List.of("make", "pagetck check native:libmapper.so")),

  /// A provider, and its test under JUnit.
  JAVA(
      List.of(
          "README.md",
          "pom.xml",
          "src/main/java/org/example/paging/SmallMapper.java",
          "src/main/java/org/example/paging/SmallMapperProvider.java",
          "src/test/java/org/example/paging/SmallMapperConformanceTest.java"),
      List.of(
          "javac -d classes -cp '@LIB@/*' src/main/java/org/example/paging/*.java",
          "pagetck check java:org.example.paging.SmallMapperProvider --classpath classes")),

  /// A program that answers lines.
  PROCESS(
      List.of("README.md", "mapper.py"), List.of("pagetck check \"process:python3 mapper.py\""));

  private static final String LIBRARY = "@LIB@";

  private final List<String> files;
  private final List<String> steps;

  Project(List<String> files, List<String> steps) {
    this.files = files;
    this.steps = steps;
  }

  /// Returns the project called `word`, or nothing.
  static Optional<Project> byWord(String word) {
    return Stream.of(values()).filter(project -> project.word().equals(word)).findFirst();
  }

  /// Returns how the command line calls it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns its files, as paths in its folder.
  List<String> files() {
    return files;
  }

  /// Returns the commands that build and judge it, to be run in its folder.
  ///
  /// @param library the folder with the suite's own jars
  List<String> steps(Path library) {
    return steps.stream().map(step -> step.replace(LIBRARY, library.toString())).toList();
  }

  /// Writes it into `folder`.
  ///
  /// @throws IOException if that cannot be done
  void writeTo(Path folder, Path library) throws IOException {
    for (var file : files) {
      var target = folder.resolve(file);
      var parent = Optional.ofNullable(target.getParent()).orElse(folder);
      Files.createDirectories(parent);
      Files.writeString(target, text(file).replace(LIBRARY, library.toString()));
    }
  }

  private String text(String file) {
    try (InputStream stream = getClass().getResourceAsStream("projects/" + word() + "/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("this build lacks %s of %s".formatted(file, word()));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
