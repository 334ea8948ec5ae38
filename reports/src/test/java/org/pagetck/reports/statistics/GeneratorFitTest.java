package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.choice.Choices;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.record.StatisticsRecord.FitRow;

class GeneratorFitTest {
  private static final Contract STRICT = Declaration.EMPTY.contract();
  private static final long TRACES = 3_000;

  /// Takes the smaller of two draws.
  private record Lopsided(Choices fair) implements Choices {
    @Override
    public int below(int bound) {
      return Math.min(fair.below(bound), fair.below(bound));
    }

    @Override
    public long bits(int count) {
      return fair.bits(count);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0x5eed, 0, 1, -1, 0x1234_5678_9abc_def0L})
  void theGeneratorsDrawWhatTheProfilesIntend(long seed) {
    var rows = GeneratorFit.of(GeneratorDraws.of(seed, TRACES, STRICT));

    assertThat(rows)
        .extracting(FitRow::name)
        .contains("profiles of traces", "operations, by profile", "orders of frames");
    assertThat(rows).allMatch(FitRow::fits);
  }

  @Test
  void operationsThatAreNotOfferedAndProfilesThatCannotBeUsedAreNotExpected() {
    var narrow =
        STRICT
            .with(Setting.EFFECTS, Effects.NONE)
            .with(
                Setting.OPERATIONS,
                Set.copyOf(OperationKind.all().stream().filter(OperationKind::isCore).toList()));

    assertThat(GeneratorFit.of(GeneratorDraws.of(7, TRACES, narrow)))
        .hasSizeGreaterThan(3)
        .allMatch(FitRow::fits);
  }

  @Test
  void drawsThatFavourSmallNumbersAreFoundOut() {
    var draws =
        GeneratorDraws.of(
            List.of(new Counts.Draw(1, 500)),
            STRICT,
            seed -> new Lopsided(new RandomChoices(seed)));

    assertThat(GeneratorFit.of(draws))
        .filteredOn(row -> row.name().equals("profiles of traces"))
        .singleElement()
        .matches(row -> !row.fits());
  }

  @Test
  void whatIsNeverToBeDrawnDoesNotFit() {
    var draws = new Draws("letters");
    draws.add(new long[] {500, 499, 1}, new double[] {1, 1, 0});

    assertThat(GeneratorFit.of(List.of(draws))).singleElement().matches(row -> !row.fits());
  }

  @Test
  void tooFewDrawsAreNotJudged() {
    assertThat(GeneratorFit.of(GeneratorDraws.of(1, 4, STRICT))).isEmpty();
  }
}
