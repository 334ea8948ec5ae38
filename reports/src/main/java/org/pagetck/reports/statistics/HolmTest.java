package org.pagetck.reports.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Several tests at once (Holm, Scandinavian Journal of Statistics 6, 1979): which of them are
/// rejected so that, with the confidence asked for, none is rejected wrongly.
public final class HolmTest {
  private HolmTest() {}

  /// Returns for each probability whether its test is rejected.
  ///
  /// @param probabilities of what was seen, or more, if nothing is wrong
  /// @param confidence above 0 and below 1
  public static List<Boolean> of(List<Double> probabilities, double confidence) {
    var rejected = new ArrayList<>(Collections.nCopies(probabilities.size(), false));
    var order =
        IntStream.range(0, probabilities.size())
            .boxed()
            .sorted(Comparator.comparing(probabilities::get))
            .toList();
    for (var i = 0; i < order.size(); i++) {
      if (probabilities.get(order.get(i)) > (1 - confidence) / (order.size() - i)) {
        break;
      }
      rejected.set(order.get(i), true);
    }
    return rejected;
  }
}
