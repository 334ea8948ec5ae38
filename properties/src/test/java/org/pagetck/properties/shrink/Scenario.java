package org.pagetck.properties.shrink;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// A failure with a known smallest trace.
///
/// @param name a sentence
/// @param levels of the traces it is hidden in
/// @param witness lines that fail, with arguments drawn for this one trace
/// @param fails tells whether the last of some lines fails, given those before it
/// @param minimum the lines of the smallest trace
record Scenario(
    String name,
    int levels,
    Function<NoisyTraces, List<TraceLine>> witness,
    BiPredicate<Setup, List<TraceLine>> fails,
    String minimum) {

  FailureOracle oracle() {
    return this::failingLine;
  }

  private OptionalInt failingLine(Trace trace) {
    for (var end = 1; end <= trace.lines().size(); end++) {
      if (fails.test(trace.setup(), trace.lines().subList(0, end))) {
        return OptionalInt.of(end - 1);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
