package org.pagetck.reports.statistics;

/// The sequential probability ratio test (Wald, Annals of Mathematical Statistics 16, 1945) of
/// whether something happens as often as is asked, or more seldom by a factor. It may be looked at
/// after any number of trials: the error holds for all looks together, so that a verdict never
/// flickers with the length of a run.
///
/// @param rate how often it is to happen, above 0 and below 1
/// @param factor how much more seldom is too seldom, above 1; in between any verdict is right
/// @param error how likely a wrong verdict is, either way, above 0 and below 0.5
public record SequentialTest(double rate, double factor, double error) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a number is out of bounds
  public SequentialTest {
    if (!(rate > 0 && rate < 1 && factor > 1 && error > 0 && error < 0.5)) {
      throw new IllegalArgumentException(
          "no test of rate %s, factor %s, error %s".formatted(rate, factor, error));
    }
  }

  /// What a test can say.
  public enum Verdict {
    /// It happens as often as is asked.
    ENOUGH,
    /// It happens too seldom.
    RARE,
    /// There were too few trials to tell.
    OPEN
  }

  /// Returns the verdict after something happened `times` in `of` independent trials.
  public Verdict verdict(long times, long of) {
    var seldom = rate / factor;
    var ratio =
        times * Math.log(rate / seldom) + (of - times) * (Math.log1p(-rate) - Math.log1p(-seldom));
    var bound = Math.log((1 - error) / error);
    if (ratio >= bound) {
      return Verdict.ENOUGH;
    }
    return ratio <= -bound ? Verdict.RARE : Verdict.OPEN;
  }
}
