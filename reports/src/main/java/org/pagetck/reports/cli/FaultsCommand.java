package org.pagetck.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.record.FaultRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.reports.page.FaultMatrix;
import org.pagetck.reports.page.FaultPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs the suite on the faulty mappers.
@Command(
    name = "faults",
    description = {
      "Runs the suite on faulty mappers: which are caught for their reason, by which requirement,"
          + " after how many operations, by how small a trace. A requirement that none of them"
          + " breaks is listed."
    },
    footer = {
      "",
      "The directory holds faults.html, the matrix of faults and requirements, and faults.json.",
      "Exit status: 0 all are caught from every seed, 1 one is not.",
    })
final class FaultsCommand implements Callable<Integer> {
  private static final int SEEDS = 20;
  private static final long TRACES = 20_000;
  private static final Path OUT = Path.of("pagetck-out", "faults");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "The faults to look for, such as F02; all if left out.")
  private List<String> ids = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many seeds to look for each from; 20 if left out.")
  private int seeds = SEEDS;

  @Option(
      names = "--traces",
      paramLabel = "N",
      description = "How many traces to draw from each seed at most; 20000 if left out.")
  private long traces = TRACES;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      converter = SeedText.class,
      description = "Where the seeds come from: a number such as 0x5eed (the default), or random.")
  private long seed = CheckPlan.DEFAULT_SEED;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Threads; as many as processors if left out.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the page and its data go; pagetck-out/faults if left out.")
  private Path out = OUT;

  @Option(
      names = "--json",
      description = "Print a list of {id, caught, by, operations, shrunk} instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (seeds < 1 || traces < 1 || jobs < 1) {
      throw new UsageException("--seeds, --traces and --jobs must be 1 or more");
    }
    var output = Output.of(spec);
    var matrix = new FaultMatrix(seeds, search(chosen(), output.err()));
    var records = matrix.rows().stream().map(FaultMatrix.Row::record).toList();
    Files.createDirectories(out);
    Files.writeString(out.resolve("faults.html"), FaultPage.render(matrix));
    Files.writeString(out.resolve("faults.json"), JsonText.prettyList(FaultRecord.class, records));
    if (json) {
      output.out().print(JsonText.prettyList(FaultRecord.class, records));
    } else {
      print(matrix, output.out());
    }
    output.out().flush();
    return matrix.caught() == matrix.rows().size() ? ExitStatus.FINE : ExitStatus.FINDINGS;
  }

  private List<Fault> chosen() {
    return ids.isEmpty()
        ? Mappers.faults()
        : ids.stream()
            .map(id ->
                Mappers.fault(id).orElseThrow(() -> new UsageException("there is no fault " + id)))
            .toList();
  }

  private List<FaultMatrix.Row> search(List<Fault> faults, PrintWriter err) {
    var ended = new AtomicInteger();
    try (var executor =
        Executors.newFixedThreadPool(jobs, Thread.ofPlatform().daemon().factory())) {
      var searches = new ArrayList<Future<FaultRecord>>();
      for (var fault : faults) {
        searches.add(
            executor.submit(() -> {
              var found = new FaultSearch(fault, seed, seeds, traces).run();
              tell(err, fault, found, ended.incrementAndGet(), faults.size());
              return found;
            }));
      }
      var rows = new ArrayList<FaultMatrix.Row>();
      for (var i = 0; i < faults.size(); i++) {
        rows.add(new FaultMatrix.Row(faults.get(i), await(searches.get(i))));
      }
      return rows;
    }
  }

  private static synchronized void tell(
      PrintWriter err, Fault fault, FaultRecord found, int ended, int count) {
    err.printf(
        "%d of %d: %s %s%n", ended, count, fault.id(), found.caught() ? "caught" : "NOT CAUGHT");
    err.flush();
  }

  private static FaultRecord await(Future<FaultRecord> search) {
    try {
      return search.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void print(FaultMatrix matrix, PrintWriter text) {
    for (var row : matrix.rows()) {
      var found = row.record();
      text.printf(
          "  %-4s %-11s %-24s %26s operations, %d calls  %s%n",
          row.fault().id(),
          found.caught() ? "caught" : "%d of %d".formatted(found.seeds(), seeds),
          String.join(" ", found.by()),
          row.operations(),
          found.shrunk(),
          row.fault().sentence());
    }
    text.printf(
        "%nNo fault breaks %s%n",
        String.join(" ", matrix.unbroken().stream().map(Requirement::id).toList()));
    text.printf(
        "The page is %s%n%d of %d faults caught from each of %d seeds%n",
        out.resolve("faults.html"), matrix.caught(), matrix.rows().size(), seeds);
  }
}
