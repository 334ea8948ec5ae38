package org.pagetck.reports.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.mmu.Mmu;
import org.pagetck.properties.mmu.MmuFuzz;
import org.pagetck.properties.mmu.MmuFuzzPlan;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.MmuRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Compares the page walk with the real MMUs of this machine.
@Command(
    name = "mmu",
    description = {
      "Lists the MMUs at hand and compares the suite's page walk with each: random tables of all"
          + " sizes, flags and reserved bits; every access under every setting."
    },
    footer = {
      "",
      "Unicorn is found by the variable PAGETCK_UNICORN or beside the build; KVM by /dev/kvm.",
      "Exit status: 0 no disagreement, 1 one or more, 3 an MMU failed.",
    })
final class MmuCommand implements Callable<Integer> {
  private static final long TABLES = 2_000;
  private static final int QUESTIONS_PER_TABLE = 100;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--tables",
      paramLabel = "N",
      description = "How many trees of tables to ask about, 100 questions each; 2000 if left out.")
  private long tables = TABLES;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      converter = SeedText.class,
      description =
          "Where randomness comes from: a number such as 0x5eed (the default), or random.")
  private long seed = CheckPlan.DEFAULT_SEED;

  @Option(
      names = "--json",
      description = "Print a list of {name, available, reason, questions, disagreements}.")
  private boolean json;

  @Override
  public Integer call() {
    if (tables < 1) {
      throw new UsageException("--tables is %d, allowed is 1 or more".formatted(tables));
    }
    var output = Output.of(spec);
    var stopped = new AtomicBoolean();
    var rows = new ArrayList<MmuComparison>();
    try (var _ = Interrupt.calling(() -> stopped.set(true))) {
      for (var mmu : Mmu.all()) {
        rows.add(compare(mmu, output, stopped));
      }
      print(rows, output);
    }
    return status(rows);
  }

  private MmuComparison compare(Mmu mmu, Output output, AtomicBoolean stopped) {
    var absence = mmu.absence();
    if (absence.isPresent()) {
      return new MmuComparison.Absent(mmu.name(), absence.get());
    }
    var plan = new MmuFuzzPlan(tables, QUESTIONS_PER_TABLE, seed);
    try (var display = new MmuProgress(mmu.name(), tables, output)) {
      var result =
          MmuFuzz.run(
              mmu,
              plan,
              (tableCount, questions, disagreements) -> {
                display.show(tableCount, questions, disagreements);
                return !stopped.get();
              });
      return new MmuComparison.Compared(mmu.limits(), result);
    } catch (MmuFailedException failed) {
      return new MmuComparison.Failed(mmu.name(), String.valueOf(failed.getMessage()));
    }
  }

  private void print(List<MmuComparison> rows, Output output) {
    var out = output.out();
    if (json) {
      out.print(
          JsonText.prettyList(
              MmuRecord.class, rows.stream().map(MmuComparison::toRecord).toList()));
    } else {
      var columns = output.terminal().columns();
      rows.forEach(row -> row.lines(columns).forEach(out::println));
    }
    out.flush();
  }

  /// Returns how the process ends.
  static int status(List<MmuComparison> rows) {
    var worst = Optional.<Integer>empty();
    for (var row : rows) {
      switch (row) {
        case MmuComparison.Compared it when it.result().disagreementCount() > 0 -> {
          return ExitStatus.FINDINGS;
        }
        case MmuComparison.Failed _ -> worst = Optional.of(ExitStatus.FAILED);
        case MmuComparison.Compared _, MmuComparison.Absent _ -> {}
      }
    }
    return worst.orElse(ExitStatus.FINE);
  }
}
