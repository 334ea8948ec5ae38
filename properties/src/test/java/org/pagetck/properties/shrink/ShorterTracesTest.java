package org.pagetck.properties.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Minimality;

class ShorterTracesTest {
  private static final Trace PAIR = trace("map 4K 0x0 0x0 PRESENT\nunmap 4K 0x0\n");
  private static final Trace TRIPLE =
      trace("map 4K 0x0 0x0 PRESENT\nbudget 0\nunmap 2M 0x200000\n");

  private final List<Trace> runs = new ArrayList<>();

  private static Trace trace(String lines) {
    return TraceText.parse("pagetck-trace 1\n" + lines).orThrow();
  }

  /// Remembers what is run, and fails after the first line that `fails` has an ending for.
  private FailureOracle oracle(Function<TraceLine, Optional<Trial.Ending>> fails) {
    return new FailureOracle() {
      @Override
      public Optional<Trace> failing(Trace trace) {
        throw new AssertionError("only trials tell where a trace ends");
      }

      @Override
      public Trial trial(Trace trace) {
        runs.add(trace);
        for (var i = 0; i < trace.lines().size(); i++) {
          var ending = fails.apply(trace.lines().get(i));
          if (ending.isPresent()) {
            return new Trial(ending.get(), trace.withLines(trace.lines().subList(0, i + 1)));
          }
        }
        return new Trial(Trial.Ending.HELD, trace);
      }
    };
  }

  private Search search(Trace failing, Function<TraceLine, Optional<Trial.Ending>> fails) {
    return new Search(oracle(fails), ShrinkBudget.DEFAULT, () -> 0, failing);
  }

  private static boolean isMap(TraceLine line) {
    return line instanceof TraceLine.Call(Operation.Map _);
  }

  @Test
  void everyTraceOfFewerLinesOfTheAlphabetIsTried() {
    var known = new ShorterTraces(PAIR).run(search(PAIR, _ -> Optional.empty()));

    assertThat(known).isEqualTo(new Minimality(true, 2, 2, 2, 0));
    assertThat(known.isProven()).isTrue();
    assertThat(runs).containsExactly(trace("map 4K 0x0 0x0 PRESENT\n"), trace("unmap 4K 0x0\n"));
  }

  @Test
  void eachIsRunOrBeginsOneThatIsRunOrBeginsWithOneThatEnded() {
    var letters = Alphabet.of(TRIPLE);
    var known =
        new ShorterTraces(TRIPLE)
            .run(
                search(
                    TRIPLE,
                    line -> isMap(line) ? Optional.of(Trial.Ending.ELSEWHERE) : Optional.empty()));

    assertThat(known.letters()).isEqualTo(letters.size());
    assertThat(known.shorter()).isEqualTo(letters.size() + (long) letters.size() * letters.size());
    assertThat(known.tried()).isEqualTo(known.shorter());
    for (var word : words(letters)) {
      var isDecided =
          isMap(word.getFirst())
              ? runs.stream().anyMatch(run -> run.lines().getFirst().equals(word.getFirst()))
              : word.getLast() instanceof TraceLine.HostEvent
                  || runs.stream().anyMatch(run -> begins(run.lines(), word));
      assertThat(isDecided).as(word.toString()).isTrue();
    }
    assertThat(runs).doesNotHaveDuplicates().hasSizeLessThan((int) known.shorter() / 2);
  }

  private static List<List<TraceLine>> words(List<TraceLine> letters) {
    return letters.stream()
        .flatMap(first ->
            Stream.concat(
                Stream.of(List.of(first)), letters.stream().map(second -> List.of(first, second))))
        .toList();
  }

  private static boolean begins(List<TraceLine> lines, List<TraceLine> word) {
    return lines.size() >= word.size() && lines.subList(0, word.size()).equals(word);
  }

  @Test
  void whatFailsOtherwiseIsCountedAndProvesNothingAgainstTheTrace() {
    var known =
        new ShorterTraces(PAIR)
            .run(
                search(
                    PAIR,
                    line -> isMap(line) ? Optional.of(Trial.Ending.OTHERWISE) : Optional.empty()));

    assertThat(known).isEqualTo(new Minimality(true, 2, 2, 2, 1));
  }

  @Test
  void theFirstThatFailsAlikeIsGoneOnFrom() {
    var search =
        search(TRIPLE, line -> isMap(line) ? Optional.of(Trial.Ending.ALIKE) : Optional.empty());

    new ShorterTraces(TRIPLE).run(search);

    assertThat(search.current().lines()).hasSizeLessThan(TRIPLE.lines().size());
    assertThat(search.current().lines().getLast()).matches(ShorterTracesTest::isMap);
  }

  @Test
  void whatThereWasNoTimeForIsNotSaidToBeTried() {
    var clock = new AtomicLong();
    var budget = new ShrinkBudget(1, Duration.ofNanos(5), 1_000);
    var search = new Search(oracle(_ -> Optional.empty()), budget, clock::getAndIncrement, TRIPLE);

    var known = new ShorterTraces(TRIPLE).run(search);

    assertThat(known.tried()).isEqualTo(5).isEqualTo(runs.size());
    assertThat(known.isProven()).isFalse();
  }

  @Test
  void nothingIsShorterThanOneLine() {
    var single = trace("unmap 4K 0x0\n");
    var known = new ShorterTraces(single).run(search(single, _ -> Optional.empty()));

    assertThat(known).isEqualTo(new Minimality(true, 1, 0, 0, 0));
    assertThat(known.isProven()).isTrue();
    assertThat(runs).isEmpty();
  }

  @Test
  void theAlphabetHoldsTheLinesTheirArgumentsAnywhereAndTheSimplestFirst() {
    var letters = Alphabet.of(trace("map 2M 0x200000 0x0 WRITABLE\nupdate-flags 2M 0x200000 -\n"));

    assertThat(letters)
        .containsAll(
            trace(
                    """
                    map 2M 0x200000 0x0 WRITABLE
                    map 4K 0x0 0x0 PRESENT
                    map 4K 0x200000 0x0 -
                    update-flags 2M 0x200000 -
                    update-flags 4K 0x0 WRITABLE
                    """)
                .lines())
        .hasSize(2 * 2 * 3 * 2)
        .doesNotHaveDuplicates();
    assertThat(letters.getFirst()).isEqualTo(trace("map 4K 0x0 0x0 PRESENT\n").lines().getFirst());
  }
}
