package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.verdict.Minimality;

/// All traces that are shorter than a failing one and made of the lines of its alphabet, in the
/// order of a counter whose digits are lines. None of one length is run apart: a longer one that
/// begins with it shows what it does. What follows a failure is passed over.
final class ShorterTraces {
  private final Trace failing;
  private final List<TraceLine> letters;
  private final List<TraceLine> last;
  private final int length;
  private long otherwise;

  /// Creates those that are shorter than `failing`.
  ShorterTraces(Trace failing) {
    this.failing = failing;
    this.letters = Alphabet.of(failing);
    // A trace that ends with an event fails no later than without it.
    this.last = letters.stream().filter(TraceLine.Call.class::isInstance).toList();
    this.length = failing.lines().size() - 1;
  }

  /// Returns how many runs decide all of them at most.
  long runsMax() {
    return length == 0 ? 0 : times(power(letters.size(), length - 1), last.size());
  }

  /// Returns how many there are, of all lengths.
  private long count() {
    var count = 0L;
    for (var shorter = 1; shorter <= length; shorter++) {
      count = plus(count, power(letters.size(), shorter));
    }
    return count;
  }

  private static long power(long base, int exponent) {
    var power = 1L;
    for (var i = 0; i < exponent; i++) {
      power = times(power, base);
    }
    return power;
  }

  private static long times(long one, long other) {
    return other != 0 && one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }

  private static long plus(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  /// Returns what is known of them where none is run.
  Minimality untried() {
    return new Minimality(true, letters.size(), count(), 0, 0);
  }

  /// Runs them until one fails alike, which `search` then goes on from, or until its time is over.
  ///
  /// @return what is known of them where none fails alike
  Minimality run(Search search) {
    var digits = new int[length];
    var more = length > 0 && !last.isEmpty();
    var runs = 0L;
    while (more && !search.isTimeOver()) {
      var word = word(digits);
      var trial = search.explore(failing.withLines(word));
      if (trial.ending() == Trial.Ending.ALIKE) {
        return untried();
      }
      runs++;
      otherwise += trial.ending() == Trial.Ending.OTHERWISE ? 1 : 0;
      more = advance(digits, ended(trial, word));
    }
    var count = count();
    return new Minimality(true, letters.size(), count, more ? runs : count, otherwise);
  }

  private List<TraceLine> word(int[] digits) {
    var word = new ArrayList<TraceLine>(length);
    for (var i = 0; i < length; i++) {
      word.add((i == length - 1 ? last : letters).get(digits[i]));
    }
    return word;
  }

  /// Returns how many lines of `word` decided what became of it: all of them where lines were left
  /// out, since it is not known which.
  private int ended(Trial trial, List<TraceLine> word) {
    var executed = trial.executed().lines();
    var isBeginning =
        executed.size() <= length && word.subList(0, executed.size()).equals(executed);
    return trial.ending() == Trial.Ending.HELD || executed.isEmpty() || !isBeginning
        ? length
        : executed.size();
  }

  /// Goes on to the next number that differs in the first `count` digits; false after the last.
  private boolean advance(int[] digits, int count) {
    for (var i = count; i < length; i++) {
      digits[i] = 0;
    }
    for (var i = count - 1; i >= 0; i--) {
      digits[i]++;
      if (digits[i] < (i == length - 1 ? last : letters).size()) {
        return true;
      }
      digits[i] = 0;
    }
    return false;
  }
}
