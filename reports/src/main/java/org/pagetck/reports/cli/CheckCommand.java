package org.pagetck.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.engine.Checker;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.RunDirectory;
import org.pagetck.properties.record.RunKey;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.SummaryRecord;
import org.pagetck.properties.session.MmusAtHand;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Judges a mapper.
@Command(
    name = "check",
    description = "Judges a mapper: a verdict for each requirement, a report for each defect.",
    footer = {
      "",
      "Examples:",
      "  pagetck check                                   the built-in mapper",
      "  pagetck check native:target/libacme.so          a library with the C interface",
      "  pagetck check native:libacme.so --time 5m       for longer",
      "  pagetck check native:libacme.so --requirement MAP-01 MAP-02",
      "  pagetck check java:com.acme.AcmeMapper --classpath target/classes",
      "",
      "The default is a fixed number of traces, so that it says the same on every machine.",
    })
final class CheckCommand implements Callable<Integer>, LeavesErrors {
  private static final Path OUT = Path.of("pagetck-out");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SUBJECT",
      defaultValue = "mapped",
      description = "What to judge, ${DEFAULT-VALUE} if left out; `pagetck subjects` lists more.")
  private String subject = "mapped";

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @ArgGroup private @Nullable Extent extent;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      converter = SeedText.class,
      description =
          "Where randomness comes from: a number such as 0x5eed (the default), or random.")
  private long seed = CheckPlan.DEFAULT_SEED;

  @Mixin private final JobsOption jobs = new JobsOption();

  @Option(
      names = "--requirement",
      paramLabel = "ID",
      arity = "1..*",
      parameterConsumer = RequirementIds.class,
      description = "Judge these requirements only.")
  private @Nullable Set<Requirement> requirements;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; pagetck-out/SUBJECT-SEED if left out.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace the results of another run in that directory.")
  private boolean force;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      converter = FailOn.Reader.class,
      description =
          "End with 1 also where a should is missed (missed), where a known finding occurs (known) or"
              + " no longer does (gone); with nothing, findings end with 0.")
  private Set<FailOn> failOn = EnumSet.of(FailOn.VIOLATED);

  @Option(names = "--json", description = "Print summary.json instead of text.")
  private boolean json;

  /// How long to go on.
  static final class Extent {
    @Option(
        names = "--time",
        paramLabel = "TIME",
        converter = TimeText.class,
        description = "Go on for so long: 60s, 5m, 2h.")
    private @Nullable Duration time;

    @Option(names = "--traces", paramLabel = "N", description = "Run so many traces.")
    private @Nullable Long traces;
  }

  @Override
  public Integer call() {
    var plan = plan();
    try (var judged = subjectOptions.open(subject)) {
      Unjudged.refuse(judged.contracts().declared());
      var directory = directory();
      var key = RunKey.of(subject, seed, judged.contracts().declaration());
      claim(directory, key);
      return run(judged, plan, directory);
    }
  }

  private CheckPlan plan() {
    jobs.check();
    var plan = CheckPlan.defaults(jobs.of(subject)).withSeed(seed).withOnly(only());
    if (extent == null) {
      return plan;
    }
    if (extent.time != null) {
      return plan.withTime(extent.time);
    }
    var traces = Optional.ofNullable(extent.traces).orElse(CheckPlan.DEFAULT_TRACES);
    if (traces < 1) {
      throw new UsageException("--traces is %d, allowed is 1 or more".formatted(traces));
    }
    return plan.withTraces(traces);
  }

  private Set<Requirement> only() {
    return Optional.ofNullable(requirements).orElseGet(LinkedHashSet::new);
  }

  @Override
  public RunDirectory directory() {
    var name = "%s-%s".formatted(subject.replaceAll("[^A-Za-z0-9._]+", "-"), SeedText.print(seed));
    return new RunDirectory(Optional.ofNullable(out).orElse(OUT.resolve(name)));
  }

  private void claim(RunDirectory directory, RunKey key) {
    try {
      directory
          .claim(key, force)
          .ifPresent(refusal -> {
            throw new UsageException(refusal);
          });
    } catch (IOException e) {
      throw new UsageException("%s cannot be used: %s".formatted(directory.path(), e));
    }
  }

  /// Runs the check and tells what came of it, also where it is ended early.
  private int run(Judged judged, CheckPlan plan, RunDirectory directory) {
    var output = Output.of(spec);
    var display = ProgressDisplay.start(output.err(), output.terminal());
    var checker =
        new Checker(
            judged.subject(), judged.contracts(), plan, display, MmuPanel.of(new MmusAtHand()));
    try (var _ = Interrupt.calling(checker::stop)) {
      try {
        var result = run(checker, display);
        var records =
            directory.write(result, Version.ofSuite(), subjectOptions.text(), new RunRenderer());
        print(result, records, directory, output);
        return FailOn.status(result, failOn);
      } catch (IOException | RuntimeException e) {
        return Complaints.ofExecution(e, Optional.ofNullable(spec).orElseThrow().commandLine());
      }
    }
  }

  private static RunResult run(Checker checker, ProgressDisplay display) {
    try (display) {
      return checker.run();
    }
  }

  private void print(RunResult result, RunRecords records, RunDirectory directory, Output output) {
    var out = output.out();
    if (json) {
      out.print(JsonText.pretty(SummaryRecord.class, records.summary()));
    } else {
      var style = new ResultText.Style(output.terminal().outPaint(), output.terminal().columns());
      out.print(ResultText.render(result, directory.path(), subjectOptions.text(), style));
    }
    out.flush();
  }
}
