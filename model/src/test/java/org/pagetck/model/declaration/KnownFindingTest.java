package org.pagetck.model.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFindingTest {
  private static final LocalDate LAST = LocalDate.of(2027, 1, 31);

  @Test
  void a_finding_with_a_date_is_accepted_up_to_that_day() {
    var finding = new KnownFinding("9f2c1a7e", "#7", Optional.of(LAST));

    assertThat(finding.isAcceptedOn(LAST.minusDays(1))).isTrue();
    assertThat(finding.isAcceptedOn(LAST)).isTrue();
    assertThat(finding.isAcceptedOn(LAST.plusDays(1))).isFalse();
  }

  @Test
  void a_finding_without_a_date_is_accepted_for_good() {
    assertThat(new KnownFinding("9f2c1a7e", "#7", Optional.empty()).isAcceptedOn(LocalDate.MAX))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9f2c1a7e #7", "9f2c1a7e0123456789 https://a.b/c?d until 2027-01-31"})
  void a_finding_is_printed_as_it_is_read(String text) {
    assertThat(KnownFinding.byText(text)).get().hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9f2c1a7e",
        "9f2c1a7 #7",
        "9F2C1A7E #7",
        "9f2c1a7g #7",
        "9f2c1a7e #7 until",
        "9f2c1a7e #7 before 2027-01-31",
        "9f2c1a7e #7 until 2027-02-30",
        "9f2c1a7e #7 until 27-1-1",
        "9f2c1a7e  #7",
        "9f2c1a7e #7 until 2027-01-31 #8",
        "9f2c1a7e #7 until +12027-01-31",
        "9f2c1a7e \u0007"
      })
  void what_is_no_known_finding_is_not_read(String text) {
    assertThat(KnownFinding.byText(text)).isEmpty();
  }

  @Test
  void a_finding_that_could_not_stand_in_a_declaration_does_not_exist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KnownFinding("xyz", "#7", Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KnownFinding("9f2c1a7e", "two words", Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KnownFinding("9f2c1a7e", "#7", Optional.of(LocalDate.MAX)));
  }
}
