package org.pagetck.properties.mmu;

/// How much is asked.
///
/// @param tableCount how many trees of tables are made
/// @param questionsPerTable how many questions each of them is good for
/// @param seed where all choices begin
public record MmuFuzzPlan(long tableCount, int questionsPerTable, long seed) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a count is not positive
  public MmuFuzzPlan {
    if (tableCount < 1 || questionsPerTable < 1) {
      throw new IllegalArgumentException("nothing is asked");
    }
  }
}
