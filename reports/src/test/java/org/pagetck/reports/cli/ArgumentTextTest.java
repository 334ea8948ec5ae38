package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ArgumentTextTest {
  @ParameterizedTest
  @CsvSource({"0x5eed, 24301", "0X5EED, 24301", "7, 7", "-1, -1", "0xffffffffffffffff, -1"})
  void aSeedIsHexOrDecimal(String text, long owed) {
    assertThat(new SeedText().convert(text)).isEqualTo(owed);
  }

  @Test
  void aPrintedSeedIsReadAsItself() {
    assertThat(new SeedText().convert(SeedText.print(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void randomSeedsDiffer() {
    assertThat(new SeedText().convert("random")).isNotEqualTo(new SeedText().convert("random"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "5eed", "0x1ffffffffffffffff", "rand", "1.5"})
  void anythingElseIsNoSeed(String text) {
    assertThatThrownBy(() -> new SeedText().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("allowed is a number such as 0x5eed, or random");
  }

  @ParameterizedTest
  @CsvSource({"60s, PT60S", "5m, PT5M", "2h, PT2H"})
  void aTimeHasAUnit(String text, Duration owed) {
    assertThat(new TimeText().convert(text)).isEqualTo(owed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60", "0s", "-5s", "5x", "1m30s", "9999999s"})
  void anythingElseIsNoTime(String text) {
    assertThatThrownBy(() -> new TimeText().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("such as 60s");
  }

  @Test
  void wordsAreQuotedForAShellWhereTheyNeedIt() {
    assertThat(SubjectOptions.quote("native:lib/libacme.so")).isEqualTo("native:lib/libacme.so");
    assertThat(SubjectOptions.quote("my lib.so")).isEqualTo("'my lib.so'");
    assertThat(SubjectOptions.quote("it's")).isEqualTo("'it'\\''s'");
  }
}
