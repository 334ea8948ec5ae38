package org.pagetck.reports.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.discover.Discoverer;
import org.pagetck.properties.discover.Discovery;
import org.pagetck.properties.record.DiscoveryRecord;
import org.pagetck.properties.record.DiscoveryRecord.ContradictionRecord;
import org.pagetck.properties.record.DiscoveryRecord.ProbeRecord;
import org.pagetck.properties.record.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Finds out what a mapper should declare.
@Command(
    name = "discover",
    description = "Finds out what a mapper should declare, by short traces.",
    footer = {
      "",
      "Example:",
      "  pagetck discover native:libacme.so > acme.contract",
      "  pagetck check native:libacme.so --contract acme.contract",
      "",
      "What it prints is a declaration; above each key stands the trace that decided it.",
    })
final class DiscoverCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SUBJECT",
      description = "What to ask; `pagetck subjects` says how it is spelled.")
  private String subject = "";

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @Option(names = "--json", description = "Print {declaration, probes, contradictions}.")
  private boolean json;

  @Override
  public Integer call() {
    try (var asked = subjectOptions.load(subject)) {
      var said = Judged.said(asked);
      var discovery = Discoverer.discover(asked, said);
      var out = Output.of(spec).out();
      out.print(
          json
              ? JsonText.pretty(DiscoveryRecord.class, record(discovery))
              : DiscoveryText.render(discovery, said));
      out.flush();
      return ExitStatus.FINE;
    }
  }

  private DiscoveryRecord record(Discovery discovery) {
    return new DiscoveryRecord(
        subject,
        discovery.declaration().overrides(),
        discovery.probes().stream()
            .map(it -> new ProbeRecord(it.key(), it.value(), lines(it.lines()), it.because()))
            .toList(),
        discovery.contradictions().stream()
            .map(it -> new ContradictionRecord(it.key(), lines(it.lines()), it.because()))
            .toList());
  }

  private static List<String> lines(List<TraceLine> lines) {
    return lines.stream().map(LineText::print).toList();
  }
}
