package org.pagetck.reports.cli;

import java.nio.file.Path;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.trace.Parsed;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;

/// Reads traces from files.
final class TraceFile {
  private TraceFile() {}

  /// Returns the trace in `file`.
  ///
  /// @throws UsageException with file, line and cause if there is none
  static Trace read(Path file) {
    return switch (TraceText.parse(TextFile.read(file), DeclarationText::complaint)) {
      case Parsed.Read<Trace>(var trace) -> trace;
      case Parsed.Malformed<Trace> malformed ->
          throw new UsageException(file + ", " + malformed.sentence());
    };
  }
}
