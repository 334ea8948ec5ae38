package org.pagetck.reports.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads files that the user names.
final class TextFile {
  /// No trace or declaration is longer; what is was named by mistake.
  private static final long BYTES_MAX = 256L << 20;

  private TextFile() {}

  /// Returns what `file` holds.
  ///
  /// @throws UsageException if it cannot be read as text
  static String read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UsageException(file + " is a directory, not a file");
      }
      if (Files.size(file) > BYTES_MAX) {
        throw new UsageException("%s is longer than %d bytes".formatted(file, BYTES_MAX));
      }
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      throw new UsageException("there is no file " + file);
    } catch (CharacterCodingException _) {
      throw new UsageException(file + " is not text in UTF-8");
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }
}
