package org.pagetck.properties.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.choice.Seeds;

class ShrinkerTest {
  private static final int SEEDS = 5;
  private static final int NOISE = 60;
  private static final ShrinkBudget UNPROVEN = new ShrinkBudget(500_000, Duration.ofMinutes(1), 0);

  static Stream<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void the_same_failure_among_other_lines_ends_as_the_same_smallest_trace(Scenario scenario) {
    for (var trace : failing(scenario)) {
      var shrunk = shrink(scenario.oracle(), trace);

      assertThat(told(shrunk.trace())).isEqualTo(scenario.minimum());
      assertThat(shrunk.certified()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void what_has_been_shrunk_stays_as_it_is(Scenario scenario) {
    var once = shrink(scenario.oracle(), failing(scenario).getFirst());

    assertThat(shrink(scenario.oracle(), once.trace()).trace()).isEqualTo(once.trace());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void every_trace_is_run_once_and_is_smaller_than_the_last_that_failed(Scenario scenario) {
    var trace = failing(scenario).getFirst();
    var seen = new HashSet<Trace>();
    var best = new ArrayList<>(List.of(trace));
    FailureOracle oracle =
        candidate -> {
          assertThat(seen.add(candidate)).isTrue();
          if (seen.size() > 1) {
            assertThat(TraceOrder.ORDER.compare(candidate, best.getLast())).isNegative();
          }
          var failing = scenario.oracle().failing(candidate);
          failing.ifPresent(best::add);
          return failing;
        };

    var shrunk = new Shrinker(oracle, UNPROVEN).shrink(trace).orElseThrow();

    assertThat(shrunk.runs()).isEqualTo(seen.size());
    assertThat(shrunk.trace()).isEqualTo(best.getLast());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void of_a_certified_trace_no_line_and_no_two_lines_can_be_spared(Scenario scenario) {
    var lines = shrink(scenario.oracle(), failing(scenario).getLast()).trace().lines();
    for (var one = 0; one < lines.size(); one++) {
      for (var other = one; other < lines.size(); other++) {
        var fewer = new ArrayList<>(lines);
        fewer.remove(other);
        if (other != one) {
          fewer.remove(one);
        }
        assertThat(scenario.oracle().failing(new Trace(Setup.DEFAULT, fewer))).isEmpty();
      }
    }
  }

  /// Returns the first few traces that fail as in `scenario`: noise may undo what the witness does.
  private static List<Trace> failing(Scenario scenario) {
    return LongStream.range(0, 20L * SEEDS)
        .mapToObj(seed -> new NoisyTraces(new RandomChoices(Seeds.mix(seed, 7)), scenario.levels()))
        .map(noise -> noise.around(scenario.witness().apply(noise), NOISE))
        .filter(trace -> scenario.oracle().failing(trace).isPresent())
        .limit(SEEDS)
        .toList();
  }

  private static Shrunk shrink(FailureOracle oracle, Trace trace) {
    return new Shrinker(oracle, ShrinkBudget.DEFAULT).shrink(trace).orElseThrow();
  }

  /// Returns the text without what is so by default.
  private static String told(Trace trace) {
    var defaults =
        List.of(
            "pagetck-trace 1", "levels 4", "memory 0x100000000 64M", "frames ascending 0x0 dirty");
    return TraceText.print(trace)
        .lines()
        .filter(Predicate.not(defaults::contains))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void two_hundred_necessary_operations_are_found_among_a_thousand() {
    var needed = 200;
    FailureOracle oracle = trace -> untilIncreasingMaps(trace, needed);
    var first = shrink(oracle, longTrace(1, needed));
    var second = shrink(oracle, longTrace(2, needed));

    assertThat(first.certified()).isTrue();
    assertThat(first.trace().lines()).hasSize(needed);
    assertThat(told(first.trace()))
        .startsWith("map 4K 0x0 0x0 PRESENT\nmap 4K 0x1000 0x0 PRESENT\n")
        .endsWith("map 4K 0xc7000 0x0 PRESENT\n");
    assertThat(told(second.trace())).isEqualTo(told(first.trace()));
  }

  private static Trace longTrace(long seed, int needed) {
    var choices = new RandomChoices(seed);
    var noise = new NoisyTraces(choices, 4);
    var pages = Stream.generate(() -> choices.bits(47) & -4096).limit(needed).sorted();
    var witness =
        pages.<TraceLine>map(page ->
            new TraceLine.Call(
                new Operation.Map(
                    page, PageSize.SIZE_4K, noise.frame(PageSize.SIZE_4K), noise.flags())));
    return noise.around(witness.toList(), 1_000 - needed);
  }

  /// Returns the lines up to the one at which `needed` maps, not necessarily next to each other,
  /// have had pages in rising order.
  private static Optional<Trace> untilIncreasingMaps(Trace trace, int needed) {
    var smallestEnd = new TreeSet<Long>(Long::compareUnsigned);
    for (var i = 0; i < trace.lines().size(); i++) {
      if (trace.lines().get(i) instanceof TraceLine.Call(Operation.AnyMap map)) {
        Optional.ofNullable(smallestEnd.ceiling(map.page())).ifPresent(smallestEnd::remove);
        smallestEnd.add(map.page());
        if (smallestEnd.size() == needed) {
          return Optional.of(trace.withLines(trace.lines().subList(0, i + 1)));
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void a_trace_that_does_not_fail_is_not_shrunk() {
    var shrinker = new Shrinker(_ -> Optional.empty(), ShrinkBudget.DEFAULT);

    assertThat(shrinker.shrink(new Trace(Setup.DEFAULT, List.of()))).isEmpty();
  }

  @Test
  void when_the_runs_are_used_up_the_smallest_so_far_is_told_and_not_certified() {
    var scenario = Scenarios.all().findFirst().orElseThrow();
    var trace = failing(scenario).getFirst();
    for (var runs = 1; runs < 20; runs++) {
      var budget = new ShrinkBudget(runs, Duration.ofMinutes(1), 0);
      var shrunk = new Shrinker(scenario.oracle(), budget).shrink(trace).orElseThrow();

      assertThat(shrunk.certified()).isFalse();
      assertThat(shrunk.runs()).isEqualTo(runs);
      assertThat(scenario.oracle().failing(shrunk.trace())).contains(shrunk.trace());
    }
  }

  @Test
  void when_the_time_is_over_the_smallest_so_far_is_told_and_not_certified() {
    var scenario = Scenarios.all().findFirst().orElseThrow();
    var clock = new AtomicLong();
    var shrinker =
        new Shrinker(
            scenario.oracle(),
            new ShrinkBudget(1_000_000, Duration.ofNanos(10), 0),
            clock::getAndIncrement);

    var shrunk = shrinker.shrink(failing(scenario).getFirst()).orElseThrow();

    assertThat(shrunk.certified()).isFalse();
    assertThat(shrunk.runs()).isEqualTo(11);
  }

  @Test
  void what_was_not_executed_is_cut_without_a_run_of_its_own() {
    var lines = IntStream.range(0, 10).<TraceLine>mapToObj(TraceLine.Budget::new).toList();
    var executed = new Trace(Setup.DEFAULT, List.of(lines.get(1), lines.get(3)));
    var budget = new ShrinkBudget(1, Duration.ofMinutes(1), 0);
    var shrinker = new Shrinker(_ -> Optional.of(executed), budget);

    var shrunk = shrinker.shrink(new Trace(Setup.DEFAULT, lines)).orElseThrow();

    assertThat(shrunk.trace()).isEqualTo(executed);
  }
}
