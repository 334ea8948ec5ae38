package org.pagetck.properties.shrink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;

/// The name of a finding: the same bug has the same one, whatever seed found it. Two findings are
/// the same if they violate the same requirement in the same way by the same canonical trace.
public final class Fingerprint {
  /// Changes whenever the same finding would get another name than before.
  public static final int VERSION = 2;

  private static final int DIGITS = 8;
  private static final List<String> DEFAULTS =
      TraceText.print(
              new Trace(
                  Setup.DEFAULT.with(Setup.CONTRACT, "strict").with(Setup.LEVELS, "4"), List.of()))
          .lines()
          .toList();

  private Fingerprint() {}

  /// Returns 8 hexadecimal digits for a finding.
  ///
  /// @param requirement the id of what was violated: `UPD-02`
  /// @param divergence in which way, in words that hold no argument of this run
  /// @param canonical the shrunk trace; header lines that say the default say nothing
  public static String of(String requirement, String divergence, Trace canonical) {
    var lines =
        TraceText.print(canonical)
            .lines()
            .filter(line -> !DEFAULTS.contains(line))
            .collect(Collectors.joining("\n"));
    var text =
        "pagetck-fingerprint %s\n%s\n%s\n%s".formatted(VERSION, requirement, divergence, lines);
    var hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
