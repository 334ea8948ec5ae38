package org.pagetck.reports.cli;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.pagetck.model.verdict.KnownStatus;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;
import picocli.CommandLine.ITypeConverter;

/// What makes the command line end as it does where something was found.
enum FailOn {
  /// Something is violated; so it is where nothing else is said.
  VIOLATED,
  /// A should is missed, or something is violated.
  MISSED,
  /// A known finding occurs, or something is violated.
  KNOWN,
  /// A known finding does not occur any more, or something is violated.
  GONE,
  /// Nothing that was found.
  NOTHING;

  /// Reads one of them.
  static final class Reader implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String text) {
      var words = Stream.of(values()).map(FailOn::word).toList();
      return Stream.of(values())
          .filter(it -> it.word().equals(text))
          .findFirst()
          .orElseThrow(() ->
              new UsageException(
                  "--fail-on knows no %s%s; allowed is %s"
                      .formatted(text, Nearest.hint(text, words), String.join(", ", words))));
    }
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns how the process ends after `result`.
  static int status(RunResult result, Set<FailOn> chosen) {
    var verdict = result.verdict();
    if (chosen.contains(NOTHING)) {
      return verdict == RunVerdict.FINDINGS ? ExitStatus.FINE : verdict.exitStatus();
    }
    return EnumSet.copyOf(chosen).stream().anyMatch(it -> it.isIn(result))
        ? ExitStatus.FINDINGS
        : verdict.exitStatus();
  }

  private boolean isIn(RunResult result) {
    return switch (this) {
      case VIOLATED -> result.verdict() == RunVerdict.FINDINGS;
      case MISSED -> has(result, Verdict.MISSED);
      case KNOWN -> has(result, Verdict.KNOWN);
      case GONE ->
          KnownStatus.of(result).stream().anyMatch(it -> it.state() == KnownStatus.State.GONE);
      case NOTHING -> false;
    };
  }

  private static boolean has(RunResult result, Verdict verdict) {
    return result.findings().stream().anyMatch(finding -> finding.verdict() == verdict);
  }
}
