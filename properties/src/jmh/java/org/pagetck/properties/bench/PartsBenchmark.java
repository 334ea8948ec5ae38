package org.pagetck.properties.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.engine.TraceCheck;
import org.pagetck.properties.generate.TraceGenerator;

/// The parts of a check by themselves: drawing, the model, and whole traces as the engine runs
/// them.
@State(Scope.Thread)
public class PartsBenchmark {
  private static final int TRACE_COUNT = 256;
  private static final int PLENTY = 1 << 20;

  /// How many lowest tables the model has.
  @Param({"25", "2000"})
  public int tables = 25;

  private final Contract contract = Subjects.contract(Subjects.builtIn());
  private final TraceCheck check =
      new TraceCheck(Subjects.builtIn(), Subjects.contracts(Subjects.builtIn()));
  private List<Operation> mixed = List.of();
  private AddressSpace space = empty();

  private AddressSpace empty() {
    var setup = org.pagetck.model.trace.Setup.DEFAULT;
    var format =
        new EntryFormat(
            contract.physicalWidth(),
            contract.noExecute(),
            setup.memoryStart(),
            setup.memoryBytes());
    return AddressSpace.empty(new SpaceRules(contract, setup.levels(), format));
  }

  /// Makes the tables.
  @Setup
  public void fill() {
    var workload = new Workload(tables);
    space = empty();
    for (var operation : workload.first()) {
      space = space.apply(operation, PLENTY).next();
    }
    mixed = new ArrayList<>(List.of(workload.mixed()));
  }

  /// Ends the subject.
  @TearDown
  public void close() {
    check.close();
  }

  /// One step of the model alone.
  @Benchmark
  @OperationsPerInvocation(Workload.MIXED_COUNT)
  public AddressSpace model() {
    for (var operation : mixed) {
      space = space.apply(operation, PLENTY).next();
    }
    return space;
  }

  /// One trace drawn, and not run.
  @Benchmark
  @OperationsPerInvocation(TRACE_COUNT)
  public void drawnTrace(Blackhole sink) {
    for (var number = 0; number < TRACE_COUNT; number++) {
      var generator = new TraceGenerator(new RandomChoices(Seeds.mix(1, number)), contract);
      for (var i = 0; i < generator.length(); i++) {
        sink.consume(generator.next());
      }
    }
  }

  /// One trace drawn, run and judged, its variants with fewer frames among them.
  @Benchmark
  @OperationsPerInvocation(TRACE_COUNT)
  public long judgedTrace() {
    for (var number = 0; number < TRACE_COUNT; number++) {
      if (check.check(Seeds.mix(1, number)).isPresent()) {
        throw new IllegalStateException("a violation in trace " + number);
      }
    }
    return check.steps();
  }
}
