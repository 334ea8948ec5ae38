package org.pagetck.reports.allure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The file `environment.properties`: what a run was made with.
final class Environment {
  private static final String FILE = "environment.properties";

  private Environment() {}

  static void write(Path folder, Map<String, String> environment) throws IOException {
    var text =
        environment.entrySet().stream()
            .map(entry -> "%s = %s\n".formatted(escaped(entry.getKey()), escaped(entry.getValue())))
            .collect(Collectors.joining());
    Files.writeString(folder.resolve(FILE), text);
  }

  /// Returns `text` as the format of properties wants it.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replaceAll("([ =:#!])", "\\\\$1");
  }
}
