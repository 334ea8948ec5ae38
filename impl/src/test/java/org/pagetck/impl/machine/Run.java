package org.pagetck.impl.machine;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.mapper.WildAccessException;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceText;

/// What each call of a short trace did to a machine of its own.
public final class Run {
  private final Machine machine;
  private final Mapper mapper;
  private final List<Step> steps = new ArrayList<>();

  /// What one call did.
  public record Step(Outcome outcome, List<Event> events, Bytes after) {}

  private Run(MapperProvider provider, int levels) {
    this.machine = new Machine(levels);
    this.mapper = provider.open(machine);
  }

  /// Runs `lines` of trace text on a mapper of `provider`; `plant` makes the way to its slot.
  public static Run of(MapperProvider provider, int levels, String lines) {
    var run = new Run(provider, levels);
    TraceText.parse("pagetck-trace 1\n" + lines).orThrow().lines().forEach(run::carryOut);
    return run;
  }

  private void carryOut(TraceLine line) {
    switch (line) {
      case TraceLine.Call(var operation) -> call(operation);
      case TraceLine.Plant(var level, var address, var word) -> machine.plant(address, level, word);
      case TraceLine.Budget(var frames) -> machine.limitFrames(frames);
      case TraceLine.Poke(var address, var word) -> machine.poke(address, word);
      case TraceLine.Access _, TraceLine.FlushPolicy _ ->
          throw new IllegalArgumentException("not carried out here: " + line);
    }
  }

  private void call(Operation operation) {
    machine.forgetEvents();
    var outcome = outcomeOf(operation);
    steps.add(new Step(outcome, machine.events(), machine.snapshot()));
  }

  private Outcome outcomeOf(Operation operation) {
    try {
      return mapper.apply(operation);
    } catch (WildAccessException e) {
      return new Outcome.Wild("0x%x".formatted(e.address()));
    } catch (RuntimeException e) {
      return new Outcome.Panicked(String.valueOf(e.getMessage()));
    }
  }

  /// Returns what the calls did, in order.
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /// Returns the answer to the last call.
  public Outcome answer() {
    return steps.getLast().outcome();
  }

  /// Returns the machine as it is after the last call.
  public Machine machine() {
    return machine;
  }
}
