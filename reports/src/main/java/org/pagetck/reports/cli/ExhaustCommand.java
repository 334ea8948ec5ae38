package org.pagetck.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.declaration.KnownFinding;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.exhaust.ExhaustPlan;
import org.pagetck.properties.exhaust.ExhaustResult;
import org.pagetck.properties.exhaust.Exhaustion;
import org.pagetck.properties.exhaust.Universe;
import org.pagetck.properties.exhaust.Universes;
import org.pagetck.properties.exhaust.UnsteadyException;
import org.pagetck.properties.record.ExhaustRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.subject.SubjectFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reaches every state of a small universe.
@Command(
    name = "exhaust",
    description = {
      "Reaches every state that a mapper can be brought to by the moves of a small universe, and judges"
          + " every move from each: where it closes, that holds for traces of any length.",
      "Findings come with the shortest trace that there is in the universe."
    },
    footer = {
      "",
      "Universes:",
      "  small     pages of each size within one another, budgets, 2 frames, 2 sets of flags",
      "  default   and markers, flags of links, entries planted by the host, accesses, a page far off",
      "  larger    and more flags for links, table flags, markers in the place of pages",
      "",
      "A move is a call, with as many frames as it needs or fewer, or something that the host does.",
      "A subject that declares restorable = no, or whose bytes are not seen, is searched to a depth.",
      "",
      "Exit status: 0 nothing found, 1 findings, 3 the subject failed, 4 nothing found and not closed.",
    })
final class ExhaustCommand implements Callable<Integer> {
  private static final int REPLAY_DEPTH = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SUBJECT",
      defaultValue = "mapped",
      description = "The mapper, ${DEFAULT-VALUE} if left out.")
  private String subject = "mapped";

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @Option(
      names = "--universe",
      paramLabel = "NAME",
      description = "What can happen: small, default or larger.")
  private String universe = Universes.DEFAULT.text();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = TimeText.class,
      description = "End after so long, closed or not: 60s, 5m, 2h.")
  private @Nullable Duration time;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description =
          "End after so many moves; " + REPLAY_DEPTH + " where the subject cannot be restored.")
  private @Nullable Integer depth;

  @Mixin private final JobsOption jobs = new JobsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write exhaust.json and the trace of each finding into this directory.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (depth != null && depth < 1) {
      throw new UsageException("--depth is %d, allowed is 1 or more".formatted(depth));
    }
    jobs.check();
    try (var judged = subjectOptions.open(subject)) {
      var contract = judged.contracts().declared();
      Unjudged.refuse(contract);
      return run(judged, plan(named().under(contract), Exhaustion.isMerging(contract)));
    }
  }

  private Universes named() {
    var names = Universes.all().stream().map(Universes::text).toList();
    return Universes.byText(universe)
        .orElseThrow(() ->
            new UsageException(
                "there is no universe %s%s; there are %s"
                    .formatted(universe, Nearest.hint(universe, names), String.join(", ", names))));
  }

  private ExhaustPlan plan(Universe what, boolean isMerging) {
    var plan = ExhaustPlan.toTheEnd(what, jobs.of(subject));
    var deepest = Optional.ofNullable(depth).orElse(isMerging ? plan.depthMax() : REPLAY_DEPTH);
    return plan.withTime(Optional.ofNullable(time)).withDepth(deepest);
  }

  private int run(Judged judged, ExhaustPlan plan) {
    var output = Output.of(spec);
    ExhaustResult result;
    try (var display = new ExhaustProgress(output)) {
      var search = new Exhaustion(judged.subject(), judged.contracts(), plan, display);
      try (var _ = Interrupt.calling(search::stop)) {
        result = search.run().knowing(accepted(judged));
        print(result, output);
      }
    } catch (UnsteadyException e) {
      throw new SubjectFailedException(String.valueOf(e.getMessage()), e);
    }
    return status(result, plan);
  }

  private static Predicate<Finding> accepted(Judged judged) {
    var today = LocalDate.now(ZoneOffset.UTC);
    var known = KnownFinding.acceptedOn(today, judged.contracts().declaration().known());
    return finding -> known.contains(finding.fingerprint());
  }

  private void print(ExhaustResult result, Output output) {
    var record = ExhaustText.record(subject, result);
    if (out != null) {
      write(out, record, result);
    }
    output
        .out()
        .print(
            json
                ? JsonText.pretty(ExhaustRecord.class, record)
                : ExhaustText.render(subject, result, output.terminal()));
    output.out().flush();
  }

  private static void write(Path directory, ExhaustRecord record, ExhaustResult result) {
    try {
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve("exhaust.json"), JsonText.pretty(ExhaustRecord.class, record));
      for (var shortest : result.findings()) {
        var finding = shortest.finding();
        Files.writeString(
            directory.resolve(finding.fingerprint() + ".txt"), TraceText.print(finding.trace()));
      }
    } catch (IOException e) {
      throw new UsageException("%s cannot be written: %s".formatted(directory, e));
    }
  }

  /// Returns how the process ends. A search that went as deep as it was to go is no failure.
  private static int status(ExhaustResult result, ExhaustPlan plan) {
    if (result.hasViolations()) {
      return ExitStatus.FINDINGS;
    }
    if (!result.errors().isEmpty()) {
      return ExitStatus.FAILED;
    }
    return result.closed() || result.depth() >= plan.depthMax()
        ? ExitStatus.FINE
        : ExitStatus.INCONCLUSIVE;
  }
}
