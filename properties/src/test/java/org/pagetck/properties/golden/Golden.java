package org.pagetck.properties.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A committed file that has to be what the code generates. `-Dgolden.update=true` rewrites it
/// instead of comparing.
public final class Golden {
  private static final String SWITCH = "golden.update";

  private Golden() {}

  /// Compares `generated` with the file at `path`, which is relative to the top of the project.
  public static void assertUpToDate(String path, String generated) {
    var file = top().resolve(path);
    try {
      if (Boolean.getBoolean(SWITCH)) {
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.writeString(file, generated);
      }
      assertThat(Files.readString(file))
          .as("%s is out of date: run the tests of this module with -D%s=true", path, SWITCH)
          .isEqualTo(generated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path top() {
    return Stream.iterate(
            Optional.of(Path.of("").toAbsolutePath()),
            Optional::isPresent,
            folder -> folder.map(Path::getParent))
        .flatMap(Optional::stream)
        .filter(folder -> Files.exists(folder.resolve("LICENSE")))
        .findFirst()
        .orElseThrow();
  }
}
