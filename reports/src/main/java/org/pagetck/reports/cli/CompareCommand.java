package org.pagetck.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.compare.ComparePlan;
import org.pagetck.properties.compare.Comparison;
import org.pagetck.properties.compare.Contestant;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.engine.Checker;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.record.CompareRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.RunDirectory;
import org.pagetck.properties.record.RunFiles;
import org.pagetck.properties.record.RunKey;
import org.pagetck.properties.session.MmusAtHand;
import org.pagetck.reports.page.ComparePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs the same traces on several subjects.
@Command(
    name = "compare",
    description = {
      "Runs the same traces on several mappers: where they part from the first one, grouped by cause,"
          + " each with its smallest trace; and a verdict on each for every requirement."
    },
    footer = {
      "",
      "Example:",
      "  pagetck compare mapped mapped-2019 native:libacme.so --out comparison",
      "",
      "What may be passed to all of them is passed; each is judged by its own declaration.",
      "The directory holds compare.html, compare.json, the traces, and the results of each check.",
      "Exit status: 0 they never part, 1 they do, 3 a subject failed.",
    })
final class CompareCommand implements Callable<Integer> {
  private static final long TRACES = 5_000;
  private static final long TOLD_APART_NANOS = 1_000_000_000;
  private static final Path OUT = Path.of("pagetck-out", "compare");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "2..*",
      paramLabel = "SUBJECT",
      description = "The mappers; the others are compared with the first one.")
  private List<String> subjects = List.of();

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @Option(
      names = "--traces",
      paramLabel = "N",
      description = "How many traces to run on each; ${DEFAULT-VALUE} if left out.")
  private long traces = TRACES;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      converter = SeedText.class,
      description =
          "Where randomness comes from: a number such as 0x5eed (the default), or random.")
  private long seed = CheckPlan.DEFAULT_SEED;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the page and its data go; pagetck-out/compare if left out.")
  private Path out = OUT;

  @Option(names = "--json", description = "Print {subjects, steps, groups} instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (traces < 1) {
      throw new UsageException("--traces is %d, allowed is 1 or more".formatted(traces));
    }
    if (new HashSet<>(subjects).size() < subjects.size()) {
      throw new UsageException("a mapper is named twice, and never parts from itself");
    }
    var opened = new ArrayList<Judged>();
    try {
      for (var subject : subjects) {
        var judged = subjectOptions.open(subject);
        opened.add(judged);
        Unjudged.refuse(judged.contracts().declared());
      }
      return run(opened);
    } finally {
      opened.forEach(Judged::close);
    }
  }

  private int run(List<Judged> opened) throws IOException {
    var output = Output.of(spec);
    var result = compare(opened, output);
    var rows = new ArrayList<CompareRecord.SubjectRow>();
    for (var judged : opened) {
      var name = "%d-%s".formatted(rows.size() + 1, folder(judged.subject().spelling()));
      rows.add(check(judged, name, output));
    }
    for (var parting : result.partings()) {
      Files.createDirectories(out.resolve(CompareText.TRACES));
      Files.writeString(out.resolve(CompareText.file(parting)), TraceText.print(parting.trace()));
    }
    var record = CompareText.record(rows, result, seed);
    var text = JsonText.pretty(CompareRecord.class, record);
    Files.writeString(out.resolve("compare.json"), text);
    Files.writeString(out.resolve("compare.html"), ComparePage.render(record));
    output.out().print(json ? text : CompareText.render(record, out, output.terminal()));
    output.out().flush();
    return result.partings().isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
  }

  private Comparison.Result compare(List<Judged> opened, Output output) {
    var contestants =
        opened.stream().map(it -> new Contestant(it.subject(), it.contracts())).toList();
    var comparison = new Comparison(contestants, new ComparePlan(traces, seed), new Told(output));
    try (var _ = Interrupt.calling(comparison::stop)) {
      return comparison.run();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static void tell(Output output, String line) {
    output.err().println("comparing: " + line);
    output.err().flush();
  }

  /// Tells how far a comparison is, once a second at most.
  private static final class Told implements Consumer<String> {
    private final Output output;
    private long nextNanos = System.nanoTime();

    Told(Output output) {
      this.output = output;
    }

    @Override
    public void accept(String line) {
      if (System.nanoTime() - nextNanos >= 0) {
        tell(output, line);
        nextNanos = System.nanoTime() + TOLD_APART_NANOS;
      }
    }
  }

  private CompareRecord.SubjectRow check(Judged judged, String name, Output output)
      throws IOException {
    var spelling = judged.subject().spelling();
    tell(output, "checking " + spelling);
    var jobs = SubjectSpelling.isBuiltIn(spelling) ? Runtime.getRuntime().availableProcessors() : 1;
    var plan = CheckPlan.defaults(jobs).withSeed(seed).withTraces(traces);
    var directory = new RunDirectory(out.resolve(name));
    var refusal =
        directory.claim(RunKey.of(spelling, seed, judged.contracts().declaration()), true);
    if (refusal.isPresent()) {
      throw new UsageException(refusal.get());
    }
    var panel = MmuPanel.of(new MmusAtHand());
    var checker = new Checker(judged.subject(), judged.contracts(), plan, _ -> {}, panel);
    try (var _ = Interrupt.calling(checker::stop)) {
      var records =
          directory.write(
              checker.run(), Version.ofSuite(), subjectOptions.text(), new RunRenderer());
      return CompareRecord.SubjectRow.of(records.summary(), name + "/" + RunFiles.PAGE);
    }
  }

  private static String folder(String spelling) {
    var last = spelling.substring(spelling.lastIndexOf('/') + 1);
    return Optional.of(last.replaceAll("[^A-Za-z0-9._]+", "-"))
        .map(it -> it.substring(0, Math.min(it.length(), 40)))
        .orElseThrow();
  }
}
