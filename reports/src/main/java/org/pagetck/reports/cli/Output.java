package org.pagetck.reports.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Where a command writes to.
///
/// @param out results
/// @param err progress and diagnostics
/// @param terminal which of the two are terminals
record Output(PrintWriter out, PrintWriter err, Terminal terminal) {
  /// Returns that of the command that `spec` describes.
  static Output of(@Nullable CommandSpec spec) {
    var line = Optional.ofNullable(spec).orElseThrow().commandLine();
    return new Output(line.getOut(), line.getErr(), Terminal.ofProcess());
  }
}
