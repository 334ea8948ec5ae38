package org.pagetck.reports.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.discover.Discovery;

/// What was found out about a mapper, as a declaration with comments.
final class DiscoveryText {
  private DiscoveryText() {}

  /// Returns the declaration, above each key what decided it, and at the end what fits no value or
  /// is not what the mapper `said` of itself.
  static String render(Discovery discovery, Declaration said) {
    var probes = new LinkedHashMap<String, Discovery.Probe>();
    discovery.probes().forEach(probe -> probes.put(probe.key(), probe));
    var text = new StringBuilder();
    DeclarationText.printLines(discovery.declaration())
        .lines()
        .forEach(line -> {
          var probe = probes.get(line.split(" = ", 2)[0]);
          if (probe != null) {
            text.append("# %s: %s%n".formatted(trace(probe.lines()), probe.because()));
          }
          text.append(line).append('\n');
        });
    for (var odd : discovery.contradictions()) {
      text.append(
          "%n# fits no value of %s: %s: %s%n"
              .formatted(odd.key(), trace(odd.lines()), odd.because()));
    }
    differences(discovery.declaration(), said, text);
    return text.toString();
  }

  private static String trace(List<TraceLine> lines) {
    return lines.stream().map(LineText::print).collect(Collectors.joining("; "));
  }

  private static void differences(Declaration found, Declaration said, StringBuilder text) {
    said.overrides()
        .forEach((key, value) -> {
          var other = found.overrides().get(key);
          if (!key.equals("contract") && other != null && !other.equals(value)) {
            text.append(
                "%n# it says %s = %s of itself, and answers as %s%n".formatted(key, value, other));
          }
        });
  }

  /// Returns the keys in which `found` is not the default, in words.
  static String assumptions(Declaration found) {
    return found.overrides().entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
