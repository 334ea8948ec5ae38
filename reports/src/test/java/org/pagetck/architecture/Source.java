package org.pagetck.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A source file.
///
/// @param path where it lies, from the root of the source tree
/// @param lines its lines
record Source(Path path, List<String> lines) {
  Source {
    lines = List.copyOf(lines);
  }

  static Source read(Path root, Path path) {
    try {
      return new Source(root.relativize(path), Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return path.getName(path.getNameCount() - 1).toString();
  }

  Path folder() {
    return path.subpath(0, path.getNameCount() - 1);
  }

  /// Returns the lines that hold a match of `pattern`, each with its place.
  Stream<String> matches(Pattern pattern) {
    return IntStream.range(0, lines.size())
        .filter(index -> pattern.matcher(lines.get(index)).find())
        .mapToObj(index -> "%s:%d: %s".formatted(path, index + 1, lines.get(index).strip()));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
