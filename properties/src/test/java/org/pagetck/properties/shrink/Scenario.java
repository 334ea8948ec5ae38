package org.pagetck.properties.shrink;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Operation;
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
    return this::failing;
  }

  private Optional<Trace> failing(Trace trace) {
    for (var end = 1; end <= trace.lines().size(); end++) {
      var lines = trace.lines().subList(0, end);
      if (fails.test(trace.setup(), lines)) {
        return Optional.of(trace.withLines(lines));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }

  static List<TraceLine> calls(Operation... operations) {
    return Stream.of(operations).<TraceLine>map(TraceLine.Call::new).toList();
  }

  static boolean endsWith(List<TraceLine> lines, Predicate<Operation> last) {
    return lines.getLast() instanceof TraceLine.Call(var operation) && last.test(operation);
  }

  static Stream<Operation> before(List<TraceLine> lines) {
    return lines.subList(0, lines.size() - 1).stream()
        .flatMap(line ->
            line instanceof TraceLine.Call(var operation) ? Stream.of(operation) : Stream.of());
  }

  /// Tells whether the last line is of type `last` and one before it of type `first`, related as
  /// told.
  static <A extends Operation, B extends Operation> boolean pair(
      List<TraceLine> lines, Class<A> first, Class<B> last, BiPredicate<A, B> related) {
    return endsWith(
        lines,
        end ->
            last.isInstance(end)
                && before(lines)
                    .anyMatch(begin ->
                        first.isInstance(begin)
                            && related.test(first.cast(begin), last.cast(end))));
  }

  static Scenario of(
      String name,
      Function<NoisyTraces, List<TraceLine>> witness,
      Predicate<List<TraceLine>> fails,
      String minimum) {
    return new Scenario(name, 4, witness, (_, lines) -> fails.test(lines), minimum);
  }

  static Operation.Map map(NoisyTraces noise, long page, PageSize size) {
    return new Operation.Map(page, size, noise.frame(size), noise.flags());
  }

  static long region(long address, int level) {
    return address >>> Levels.shift(level);
  }
}
