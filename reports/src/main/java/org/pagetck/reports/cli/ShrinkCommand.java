package org.pagetck.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.engine.Replayer;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.ShrinkRecord;
import org.pagetck.properties.session.MmusAtHand;
import org.pagetck.properties.shrink.ShrinkBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a saved trace smaller.
@Command(
    name = "shrink",
    description = "Makes a saved trace that fails smaller, and prints what is left of it.",
    footer = {"", "Ends with 1 if the trace violates a requirement."})
final class ShrinkCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The trace.")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SUBJECT",
      defaultValue = "mapped",
      description = "The mapper, ${DEFAULT-VALUE} if left out.")
  private String subject = "mapped";

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write what is left into this file instead of printing it.")
  private @Nullable Path out;

  @Option(
      names = "--prove",
      description =
          "Also run every shorter trace over the lines of what is left and what is simpler, to prove"
              + " that none of them fails; small proofs are made anyway.")
  private boolean prove;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = TimeText.class,
      description = "How long --prove may take, such as 30s, 10m or 1h: 10m if left out.")
  private Duration time = Duration.ofMinutes(10);

  @Option(names = "--json", description = "Print what came of it as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var trace = TraceFile.read(file);
    try (var judged = subjectOptions.open(subject)) {
      Unjudged.refuse(judged.contracts().of(trace.setup()));
      try (var replayer =
          new Replayer(judged.subject(), judged.contracts(), MmuPanel.of(new MmusAtHand()))) {
        var shrunk = replayer.shrink(trace, budget());
        if (shrunk.isEmpty()) {
          unviolated(trace);
          return ExitStatus.FINE;
        }
        print(trace, shrunk.get());
        return shrunk.get().verdict() == Verdict.VIOLATED ? ExitStatus.FINDINGS : ExitStatus.FINE;
      }
    }
  }

  private ShrinkBudget budget() {
    return prove ? ShrinkBudget.DEFAULT.proving(time) : ShrinkBudget.DEFAULT;
  }

  private void unviolated(Trace trace) {
    var output = Output.of(spec);
    output.err().println("pagetck: the trace violates nothing, so that there is nothing to shrink");
    if (json) {
      var record = ShrinkRecord.unviolated(trace);
      output.out().print(JsonText.pretty(ShrinkRecord.class, record));
    }
  }

  private void print(Trace trace, Finding finding) {
    var output = Output.of(spec);
    var text = TraceText.print(finding.trace());
    if (out != null) {
      write(out, text);
    }
    if (json) {
      var record = ShrinkRecord.of(trace, finding);
      output.out().print(JsonText.pretty(ShrinkRecord.class, record));
    } else if (out == null) {
      output.out().print(text);
    }
    output
        .err()
        .println(
            "pagetck: %s of %s left, %s: %s"
                .formatted(
                    finding.trace().lines().size(),
                    Numbers.counted(trace.lines().size(), "line"),
                    finding.certified() ? "and none can go" : "and the budget is used up",
                    finding.title()));
    output.err().println("pagetck: " + ShrinkRecord.of(trace, finding).minimality().sentence());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UsageException("%s cannot be written: %s".formatted(file, e));
    }
  }
}
