package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.properties.record.ComparisonRecord;
import org.pagetck.properties.record.ComparisonRecord.DetectionRow;
import org.pagetck.properties.record.ComparisonRecord.LotRow;

class ComparisonTextTest {
  private static String text(double probability) {
    var lot = new LotRow("fault:F02", 1, 2_000, 47_652);
    var row = new DetectionRow("9f2c1a7e", "a title", "traces", 323, 0, probability, 1, true);
    return ComparisonText.of(
        new ComparisonRecord(lot, lot, 0.95, List.of(row), List.of(), List.of(), "One differs."));
  }

  @Test
  void aShareIsAPercentage() {
    assertThat(text(0.25))
        .contains("9f2c1a7e, seen in 323 of 2,000 and in 0 of 2,000 traces: they differ")
        .contains("  25 % of comparisons of like with like differ as much")
        .endsWith("One differs.\n");
  }

  @Test
  void aTinyShareIsNotSpelledOut() {
    assertThat(text(1e-99))
        .contains("  fewer than one in a million of comparisons of like with like differ as much");
  }
}
