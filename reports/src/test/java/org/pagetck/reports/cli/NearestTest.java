package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("mapped", "native", "MAP-01", "MAP-02");

  @Test
  void aSlipOfAFingerIsUnderstood() {
    assertThat(Nearest.to("mappd", KNOWN)).hasValue("mapped");
    assertThat(Nearest.to("nativ", KNOWN)).hasValue("native");
    assertThat(Nearest.to("mapepd", KNOWN)).hasValue("mapped");
  }

  @Test
  void lettersOfEitherCaseAreTheSame() {
    assertThat(Nearest.to("map-1", KNOWN)).hasValue("MAP-01");
  }

  @Test
  void whatIsMeantByAnotherWordIsNotGuessed() {
    assertThat(Nearest.to("banana", KNOWN)).isEmpty();
    assertThat(Nearest.hint("banana", KNOWN)).isEmpty();
  }

  @Test
  void theNearestOfSeveralIsNamed() {
    assertThat(Nearest.hint("MAP-2", KNOWN)).isEqualTo(" (did you mean MAP-02?)");
  }
}
