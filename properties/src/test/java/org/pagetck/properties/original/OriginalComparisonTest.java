package org.pagetck.properties.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.generate.TraceGenerator;
import org.pagetck.properties.subject.JavaSubject;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.nativelib.NativeSubject;

/// `mapped-2019` beside the crate itself, version 0.7.7.
///
/// The system property `pagetck.original.operations` asks for more operations than the build has
/// time for, `pagetck.original.seed` for others.
final class OriginalComparisonTest {
  private static final long OPERATIONS = Long.getLong("pagetck.original.operations", 100_000);
  private static final long SEED = Long.getLong("pagetck.original.seed", 0x2019);
  private static final int TRACES_BETWEEN_FULL_COMPARISONS = 2_000;

  private static final Contract OLD = NamedContract.X86_64_2019.contract();

  /// All that a trace can spell, though the types of 2019 could not.
  private static final Contract ANYTHING =
      OLD.with(Setting.ARGUMENTS, Arguments.CHECKED)
          .with(Setting.FLAGS, new EntryFlags(EntryFlags.ALL))
          .with(Setting.OPERATIONS, Set.copyOf(OperationKind.all()));

  private final TreeMap<String, Long> answers = new TreeMap<>();
  private long operations;

  @Test
  void itAnswersAndStoresAsTheCrateDid() {
    var library = NativeParts.library("libx86_64_2019.so").toAbsolutePath();
    var mapped = new JavaSubject("mapped-2019", Mapped2019.provider());
    try (var crate = new NativeSubject("native:" + library, library);
        var twins = new Twins(mapped, crate)) {
      for (var trace = 0L; operations < OPERATIONS; trace++) {
        run(twins, trace);
        if (trace % TRACES_BETWEEN_FULL_COMPARISONS == 0) {
          assertThat(twins.firstDifferenceAnywhere()).isEmpty();
        }
      }
      assertThat(twins.firstDifferenceAnywhere()).isEmpty();
    }
    System.out.printf("%,d operations, no difference: %s%n", operations, answers);
    assertThat(answers)
        .containsKeys(
            "ok",
            "panic",
            "wild",
            "unsupported",
            "ALREADY_MAPPED",
            "PARENT_HUGE_PAGE",
            "NOT_MAPPED",
            "NO_FRAME",
            "INVALID_FRAME_ADDRESS");
  }

  private void run(Twins twins, long number) {
    var contract = number % 4 == 3 ? ANYTHING : OLD;
    var generator = new TraceGenerator(new RandomChoices(Seeds.mix(SEED, number)), contract);
    var lines = new ArrayList<TraceLine>();
    twins.begin(generator.setup());
    for (var index = 0; index < generator.length(); index++) {
      var line = generator.next();
      lines.add(line);
      var difference = twins.execute(line);
      if (difference.isPresent()) {
        fail("%s, after%n%s", difference.get(), text(generator, lines));
      }
      if (line instanceof TraceLine.Call) {
        operations++;
        answers.merge(word(twins.last().orElseThrow()), 1L, Long::sum);
      }
    }
    twins.end();
  }

  private static String text(TraceGenerator generator, List<TraceLine> lines) {
    return TraceText.print(new Trace(generator.setup(), lines));
  }

  private static String word(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var reason)
        ? reason.name()
        : OutcomeText.print(outcome).split(" ", 2)[0];
  }
}
