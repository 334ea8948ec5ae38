package org.pagetck.properties.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pagetck.model.contract.Policy;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.discover.Ear.Fit;

/// A question on which good mappers differ, and the traces on which its answers part.
///
/// @param setting the question
/// @param values its answers, of those that fit alike the one first that is to be preferred
/// @param traces the traces
record PolicyProbe<T>(Setting<T> setting, List<T> values, List<List<TraceLine>> traces) {
  PolicyProbe {
    values = List.copyOf(values);
    traces = List.copyOf(traces);
  }

  /// How far a value goes along with what the mapper does.
  private record Scored<T>(T value, List<Fit> fits) {
    int whole() {
      return (int) fits.stream().filter(Fit::isWhole).count();
    }

    int lines() {
      return fits.stream().mapToInt(Fit::lines).sum();
    }

    int violations() {
      return fits.stream().mapToInt(Fit::violations).sum();
    }

    int misses() {
      return fits.stream().mapToInt(Fit::misses).sum();
    }

    boolean isAsGoodAs(Scored<T> other) {
      return whole() == other.whole()
          && lines() == other.lines()
          && violations() == other.violations()
          && misses() == other.misses();
    }
  }

  /// Asks, and writes down what fits best.
  void ask(Ear ear, Dossier dossier) {
    dossier.reopen(setting);
    var scored = values.stream().map(value -> score(ear, dossier, value)).toList();
    var best =
        scored.stream()
            .max(
                Comparator.<Scored<T>>comparingInt(Scored::whole)
                    .thenComparingInt(Scored::lines)
                    .thenComparingInt(it -> -it.violations())
                    .thenComparingInt(it -> -it.misses())
                    .thenComparingInt(it -> -values.indexOf(it.value())))
            .orElseThrow();
    if (scored.stream().allMatch(other -> other.isAsGoodAs(best))) {
      if (best.whole() < traces.size()) {
        contradict(dossier, best);
      }
      return;
    }
    var other = scored.stream().filter(it -> !it.isAsGoodAs(best)).findFirst().orElseThrow();
    var trace = parting(best, other);
    var lines = traces.get(trace).subList(0, end(trace, best, other));
    dossier.decide(setting, best.value(), lines, because(ear, dossier, lines, other, trace));
    if (best.whole() < traces.size()) {
      contradict(dossier, best);
    }
  }

  private Scored<T> score(Ear ear, Dossier dossier, T value) {
    var contract = dossier.contract().with(setting, value);
    return new Scored<>(value, traces.stream().map(lines -> ear.judge(contract, lines)).toList());
  }

  /// Returns the first trace on which the two differ.
  private int parting(Scored<T> best, Scored<T> other) {
    for (var trace = 0; trace < traces.size(); trace++) {
      if (!best.fits().get(trace).equals(other.fits().get(trace))) {
        return trace;
      }
    }
    return 0;
  }

  private int end(int trace, Scored<T> best, Scored<T> other) {
    var lines = Math.min(best.fits().get(trace).lines(), other.fits().get(trace).lines()) + 1;
    return Math.min(lines, traces.get(trace).size());
  }

  private String because(
      Ear ear, Dossier dossier, List<TraceLine> lines, Scored<T> other, int trace) {
    var given = ear.hear(dossier.contract(), lines).getLast().given();
    var against = other.fits().get(trace).because();
    return "answered %s; %s = %s does not fit%s"
        .formatted(
            OutcomeText.print(given),
            setting.key(),
            spelling(other.value()),
            against.isEmpty() ? "" : ": " + against);
  }

  private static String spelling(Object value) {
    return value instanceof Policy policy ? policy.text() : value.toString();
  }

  private void contradict(Dossier dossier, Scored<T> best) {
    var told = new ArrayList<String>();
    for (var trace = 0; trace < traces.size(); trace++) {
      var fit = best.fits().get(trace);
      if (!fit.isWhole() && told.isEmpty()) {
        told.add(fit.because());
        dossier.contradict(
            setting,
            traces.get(trace).subList(0, fit.lines() + 1),
            "%s at %s"
                .formatted(fit.because(), LineText.print(traces.get(trace).get(fit.lines()))));
      }
    }
  }
}
