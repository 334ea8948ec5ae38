package org.pagetck.reports.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pagetck.properties.engine.Replay;
import org.pagetck.properties.engine.Replayer;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.ReplayRecord;
import org.pagetck.properties.session.MmusAtHand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs a saved trace.
@Command(
    name = "replay",
    description = "Runs a saved trace and shows, line by line, what was owed and given.",
    footer = {
      "",
      "Example:",
      "  pagetck replay pagetck-out/native-libacme.so-0x5eed/findings/9f2c1a7e/trace.txt"
          + " native:libacme.so",
      "",
      "Ends with 1 if the trace violates a requirement.",
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The trace.")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SUBJECT",
      defaultValue = "mapped",
      description = "The mapper, ${DEFAULT-VALUE} if left out.")
  private String subject = "mapped";

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @Option(names = "--json", description = "Print what came of it as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var trace = TraceFile.read(file);
    try (var judged = subjectOptions.open(subject)) {
      Unjudged.refuse(judged.contracts().of(trace.setup()));
      try (var replayer =
          new Replayer(judged.subject(), judged.contracts(), MmuPanel.of(new MmusAtHand()))) {
        var replay = replayer.replay(trace);
        var out = Output.of(spec).out();
        out.print(
            json
                ? JsonText.pretty(ReplayRecord.class, record(replay))
                : ReplayText.render(replay, Terminal.ofProcess().outPaint()));
        out.flush();
        return isViolated(replay) ? ExitStatus.FINDINGS : ExitStatus.FINE;
      }
    }
  }

  private static boolean isViolated(Replay replay) {
    return replay.requirement().isPresent() && !replay.isMiss();
  }

  private static ReplayRecord record(Replay replay) {
    var steps = replay.evidence().steps();
    var isSound = replay.requirement().isEmpty();
    var number = isSound ? 0 : Math.min(replay.step() + 1, steps.size());
    return new ReplayRecord(
        isViolated(replay),
        !isSound && replay.isMiss(),
        replay.requirement().map(Object::toString).orElse(""),
        replay.also().stream().map(Object::toString).toList(),
        replay.title(),
        number,
        number == 0 ? "" : steps.get(number - 1).owed(),
        number == 0 ? "" : steps.get(number - 1).given(),
        replay.fingerprint());
  }
}
