package org.pagetck.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.ComparisonRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.RunDirectory;
import org.pagetck.properties.record.RunFiles;
import org.pagetck.properties.record.RunKey;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.SummaryRecord;
import org.pagetck.reports.merge.MergedRuns;
import org.pagetck.reports.merge.RunComparison;
import org.pagetck.reports.merge.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Merges what runs left, or compares it.
@Command(
    name = "report",
    description =
        "Merges the results of several runs into what one long run would have said; each run counts"
            + " once, however often it is given. Or compares those of two.",
    footer = {
      "",
      "Examples:",
      "  pagetck report pagetck-out/a pagetck-out/b --out merged",
      "  pagetck report --compare pagetck-out/before pagetck-out/after",
      "",
      "Exit status of a merge: that of the check that would have said the same.",
    })
final class ReportCommand implements Callable<Integer> {
  private static final Path OUT = Path.of("pagetck-out", "merged");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Directories that runs, or merges, left.")
  private List<Path> directories = List.of();

  @Option(
      names = "--compare",
      description =
          "Say in what the first directory differs from the second: which findings were seen more"
              + " often, or sooner, than chance explains.")
  private boolean compare;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write the merge, pagetck-out/merged if left out.")
  private Path out = OUT;

  @Option(names = "--force", description = "Replace what is there.")
  private boolean force;

  @Option(names = "--json", description = "Print the summary, or the comparison, as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (compare && directories.size() != 2) {
      throw new UsageException("--compare takes two directories");
    }
    try {
      return compare ? comparison() : merge();
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static MergedRuns read(List<Path> paths) throws IOException {
    var folders = new ArrayList<RunFolder>();
    for (var path : paths) {
      folders.add(RunFolder.read(path));
    }
    return MergedRuns.of(folders);
  }

  private int merge() throws IOException {
    var merged = read(directories);
    var records = merged.records();
    var directory = new RunDirectory(out);
    var summary = records.summary();
    var key = new RunKey(summary.subject(), summary.seed(), summary.contract());
    var refusal = directory.claim(key, force);
    if (refusal.isPresent()) {
      throw new UsageException(refusal.get());
    }
    var sources = new LinkedHashMap<String, Path>();
    for (var finding : summary.findings()) {
      merged
          .folderOf(finding.fingerprint())
          .ifPresent(folder ->
              sources.put(
                  finding.fingerprint(),
                  folder.path().resolve(RunFiles.FINDINGS).resolve(finding.fingerprint())));
    }
    directory.writeMerged(records, merged.runs(), sources, new RunRenderer());
    print(records, merged.runs().size());
    return RunVerdict.valueOf(summary.verdict()).exitStatus();
  }

  private void print(RunRecords records, int runs) {
    var summary = records.summary();
    var output = Output.of(spec);
    if (json) {
      output.out().print(JsonText.pretty(SummaryRecord.class, summary));
      return;
    }
    output.out().println("The results are in " + out);
    output
        .out()
        .println(
            "%s: %s, %s in %s of %s"
                .formatted(
                    summary.verdict(),
                    Numbers.counted(summary.findings().size(), "finding"),
                    Numbers.counted(summary.steps(), "step"),
                    Numbers.counted(summary.traces(), "trace"),
                    Numbers.counted(runs, "run")));
  }

  private int comparison() throws IOException {
    var one = read(directories.subList(0, 1));
    var other = read(directories.subList(1, 2));
    var comparison = RunComparison.of(one, other);
    var output = Output.of(spec);
    output
        .out()
        .print(
            json
                ? JsonText.pretty(ComparisonRecord.class, comparison)
                : ComparisonText.of(comparison));
    return ExitStatus.FINE;
  }
}
