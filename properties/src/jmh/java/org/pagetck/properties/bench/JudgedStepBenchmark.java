package org.pagetck.properties.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.observation.Attention;
import org.pagetck.properties.session.Session;
import org.pagetck.properties.session.Workplace;
import org.pagetck.properties.subject.Subject;

/// One judged step of a long trace, all judges on: what it costs, and whether that grows with the
/// number of tables.
@State(Scope.Thread)
public class JudgedStepBenchmark {
  /// In this process, or the sample in C in its worker, compared by bytes.
  @Param({"mapped", "sample"})
  public String subject = "mapped";

  /// How many lowest tables there are.
  @Param({"25", "2000"})
  public int tables = 25;

  private final Verdicts verdicts = new Verdicts();
  private TraceLine[] mixed = {};
  private Subject judged = Subjects.builtIn();
  private Workplace place = new Workplace(judged, MmuPanel.none());
  private Session session = open();

  private Session open() {
    var setup = org.pagetck.model.trace.Setup.DEFAULT;
    return place.open(setup, Subjects.contract(judged), verdicts, Attention.PATH);
  }

  /// Starts the subject and makes the tables.
  @Setup(Level.Trial)
  public void start() {
    close();
    judged = subject.equals("sample") ? Subjects.sample() : Subjects.builtIn();
    place = new Workplace(judged, MmuPanel.none());
    session = open();
    var workload = new Workload(tables);
    run(lines(workload.first()));
    mixed = lines(workload.mixed());
  }

  private static TraceLine[] lines(Operation[] operations) {
    var lines = new TraceLine[operations.length];
    for (var i = 0; i < lines.length; i++) {
      lines[i] = new TraceLine.Call(operations[i]);
    }
    return lines;
  }

  private int run(TraceLine[] lines) {
    var held = 0;
    for (var line : lines) {
      if (session.execute(line) != Session.Result.HELD) {
        throw new IllegalStateException("%s: %s".formatted(line, verdicts.all()));
      }
      held++;
    }
    return held;
  }

  /// Ends the subject.
  @TearDown(Level.Trial)
  public void close() {
    session.end();
    place.close();
    judged.close();
  }

  /// Judges all steps of the workload.
  @Benchmark
  @OperationsPerInvocation(Workload.MIXED_COUNT)
  public int step() {
    return run(mixed);
  }
}
