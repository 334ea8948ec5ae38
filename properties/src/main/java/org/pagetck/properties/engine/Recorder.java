package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.verdict.Evidence;
import org.pagetck.model.verdict.Evidence.Accused;
import org.pagetck.model.verdict.Evidence.StepEvidence;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.session.Session;

/// Watches a replay and keeps what a report needs.
final class Recorder implements TraceRunner.Watcher {
  private static final int EVENT_COUNT_MAX = 200;

  private final List<StepEvidence> steps = new ArrayList<>();
  private List<String> events = List.of();
  private @Nullable TableImage before;
  private @Nullable TableImage after;

  /// Runs `trace` on `runner` and records it; `failure` is what is known of it, if anything.
  static Evidence record(TraceRunner runner, Trace trace, Optional<Failure> failure) {
    var recorder = new Recorder();
    runner.replay(trace, Tally.withoutClasses(), recorder);
    var accusations =
        failure.stream()
            .flatMap(found -> found.accusations().stream())
            .map(it -> new Accused(it.requirement().id(), it.divergence(), it.evidence()))
            .toList();
    var nothing = new TableImage(trace.setup().memoryStart(), trace.setup().levels(), List.of());
    var last = recorder.after == null ? nothing : recorder.after;
    return new Evidence(
        recorder.steps,
        accusations,
        recorder.events,
        recorder.before == null ? nothing : recorder.before,
        last,
        runner.place().diagnostics());
  }

  @Override
  public void beginning(Session session) {
    steps.clear();
    before = null;
    after = null;
    picture(session);
  }

  @Override
  public void executed(TraceLine line, Session session, Session.Result result) {
    before = after;
    picture(session);
    switch (line) {
      case TraceLine.Call _ -> {
        var seen = session.seen();
        var owed = session.isWalkOnly() ? "" : OutcomeText.print(seen.step().owed());
        var given =
            result == Session.Result.DROPPED ? "unsupported" : OutcomeText.print(seen.given());
        steps.add(new StepEvidence(LineText.print(line), owed, given));
        events = events(seen.log());
      }
      case TraceLine.HostEvent _ -> steps.add(new StepEvidence(LineText.print(line), "", ""));
    }
  }

  private void picture(Session session) {
    var rules = session.space().rules();
    if (rules.contract().effects() != Effects.NONE) {
      after = Imager.take(session.seen().bytes(), rules.format(), rules.levels());
    }
  }

  private static List<String> events(EventLog log) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < Math.min(log.count(), EVENT_COUNT_MAX); i++) {
      var a = log.a(i);
      var b = log.b(i);
      lines.add(
          switch (log.kind(i)) {
            case EventLog.TAKE -> "take 0x%x".formatted(a);
            case EventLog.GIVE_BACK -> "give back 0x%x".formatted(a);
            case EventLog.STORE -> "store 0x%x 0x%x".formatted(a, b);
            case EventLog.FLUSH -> b == 0 ? "flush all" : "flush 0x%x+%d".formatted(a, b);
            case EventLog.ZERO -> "zero 0x%x".formatted(a);
            case EventLog.EXCHANGE -> "exchange 0x%x 0x%x".formatted(a, b);
            case EventLog.NARROW -> "narrow store 0x%x, word now 0x%x".formatted(a, b);
            default -> "event %d 0x%x 0x%x".formatted(log.kind(i), a, b);
          });
    }
    return lines;
  }
}
