package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.Parsed;
import org.pagetck.properties.golden.Golden;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.subject.JavaSubject;

/// What the judges say of each faulty mapper over the same traces, word for word, and how often
/// they are exercised by the right one. `-Dgolden.update=true` writes it anew, to be read as a
/// difference; `-Dcorpus.update=true` draws the traces anew before.
class AccusationsTest {
  private static final String FOLDER =
      "properties/src/test/resources/org/pagetck/properties/engine/";
  private static final int FAILURES_TOLD_MAX = 12;

  static List<Fault> faults() {
    AccusationsTest.class.getModule().addUses(FaultProvider.class);
    return ServiceLoader.load(FaultProvider.class).stream()
        .flatMap(provider -> provider.get().faults().stream())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void the_judges_say_the_same_of_a_faulty_mapper(Fault fault) {
    Golden.assertUpToDate(
        FOLDER + "accusations/" + fault.id() + ".txt", accusations(fault.provider()));
  }

  @Test
  void the_right_mapper_exercises_the_judges_as_often() {
    if (Boolean.getBoolean("corpus.update")) {
      Golden.assertUpToDate(
          FOLDER + "corpus.txt", Corpus.draw(contracts(MisbehavingMappers.mapped()).declared()));
    }
    var tally = new Tally();
    assertThat(run(MisbehavingMappers.mapped(), tally)).isEmpty();
    var counts =
        Requirement.all().stream()
            .map(it -> "%s %d\n".formatted(it.id(), tally.exercised()[it.ordinal()]))
            .collect(Collectors.joining());
    Golden.assertUpToDate(FOLDER + "accusations/mapped.txt", counts);
  }

  private static String accusations(MapperProvider provider) {
    return run(provider, new Tally()).stream()
        .limit(FAILURES_TOLD_MAX)
        .map(AccusationsTest::describe)
        .collect(Collectors.joining("\n"));
  }

  private static List<Failure> run(MapperProvider provider, Tally tally) {
    var failures = new ArrayList<Failure>();
    try (var runner =
        new TraceRunner(new JavaSubject("test", provider), contracts(provider), MmuPanel.none())) {
      for (var trace : Corpus.traces()) {
        runner.replay(trace, tally, null).ifPresent(failures::add);
        runner.verdicts().drainInto(tally::addCounts);
      }
    }
    tally.sightings().values().stream().map(Tally.Sighting::first).forEach(failures::add);
    return failures;
  }

  private static String describe(Failure failure) {
    return failure.accusations().stream()
        .map(it ->
            "  %s %s\n    %s\n".formatted(it.requirement().id(), it.divergence(), it.evidence()))
        .collect(
            Collectors.joining(
                "",
                "%s%s\n"
                    .formatted(
                        failure.isMiss() ? "missed at " : "",
                        LineText.print(failure.trace().lines().getLast())),
                ""));
  }

  private static Contracts contracts(MapperProvider provider) {
    return switch (DeclarationText.parseLines(provider.describe())) {
      case Parsed.Read<Declaration>(Declaration declaration) ->
          new Contracts(declaration, Optional.empty());
      case Parsed.Malformed<Declaration> malformed ->
          throw new IllegalStateException(malformed.toString());
    };
  }
}
