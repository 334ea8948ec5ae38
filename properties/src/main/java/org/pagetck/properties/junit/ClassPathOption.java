package org.pagetck.properties.junit;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/// How the command line finds the class of a mapper that was judged here.
final class ClassPathOption {
  private ClassPathOption() {}

  /// Returns `--classpath` and the folder or jar that `type` comes from, or an empty text where it
  /// comes from elsewhere.
  static String of(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "";
    }
    try {
      var path = Path.of(source.getLocation().toURI()).toString();
      var word = path.contains(" ") ? "'" + path + "'" : path;
      return "--classpath " + word;
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException _) {
      return "";
    }
  }
}
