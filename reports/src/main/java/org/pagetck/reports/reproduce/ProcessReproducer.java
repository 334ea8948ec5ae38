package org.pagetck.reports.reproduce;

import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// A shell script that sends the lines to a program and compares its last answer.
final class ProcessReproducer {
  private ProcessReproducer() {}

  /// Returns the script.
  static String render(Facts facts) {
    var lines = new StringBuilder("pagetck 1\nopen levels=%d\n".formatted(facts.setup().levels()));
    var answers = 1;
    for (var deed : facts.deeds()) {
      switch (deed) {
        case Deed.Call _, Deed.Budget _ -> {
          lines.append(deed.line()).append('\n');
          answers++;
        }
        case Deed.Entries _, Deed.LeftOut _ -> {}
      }
    }
    lines.append(".\nclose\n");
    return """
    #!/bin/sh
    %s#
    #     sh reproducer.sh path/to/program its arguments
    #
    # Ends with 1 while the defect is there, with 0 when it is gone. Lines between LINES are what is sent.
    answers=$("$@" << 'LINES' | sed -n 's/^pagetck: //; s/[[:space:]]*$//; /^\\(ok\\|refused\\|unsupported\\|panic\\|wild\\)\\( .*\\)\\{0,1\\}$/p'
    %sLINES
    )
    given=$(printf '%%s\\n' "$answers" | sed -n %dp)
    echo "sent:  %s"
    echo "owed:  %s"
    echo "given: ${given:-nothing: the program ended, or said what is no answer}"
    case $given in
      %s) echo 'the defect is gone' ;;
      *)
        echo 'the defect is there'
        exit 1
        ;;
    esac
    """
        .formatted(
            Spelling.comments("#", facts.title() + "."),
            lines,
            answers,
            Spelling.quoted(facts.last().line()),
            Spelling.quoted(facts.last().owed()),
            pattern(facts));
  }

  /// Tells whether lines alone show the finding: the host changes no entry, and the answer differs.
  static boolean canShow(Facts facts) {
    return (facts.comparesAnswer() || facts.comparesFlush())
        && facts.deeds().stream().noneMatch(Deed.Entries.class::isInstance);
  }

  private static String pattern(Facts facts) {
    if (!facts.accepted().isEmpty()) {
      return Spelling.reasons(facts.accepted(), "'refused '", " | ");
    }
    var flush = facts.comparesFlush() ? "*' flush=%s'*".formatted(flush(facts.owed())) : "*";
    return switch (facts.owed()) {
      case Outcome.Removed(var frame, var flags, _) ->
          found("0x%x".formatted(frame), facts, flags) + flush;
      case Outcome.Found(var frame, var flags) ->
          found("0x%x".formatted(frame), facts, flags) + flush;
      case Outcome.RemovedReserved(var word, _) -> "'ok reserved 0x%x'".formatted(word) + flush;
      case Outcome.Translated(var size, var frame, var offset, var flags) ->
          found("%s 0x%x offset=0x%x".formatted(size, frame, offset), facts, flags) + flush;
      case Outcome.Done _, Outcome.Refused _, Outcome.Unsupported _, Outcome.Failed _ ->
          "ok" + flush;
    };
  }

  private static String found(String what, Facts facts, Object flags) {
    return facts.comparesFlags()
        ? "'ok %s flags=%s'".formatted(what, flags)
        : "'ok %s'".formatted(what);
  }

  private static String flush(Outcome owed) {
    return switch (owed) {
      case Outcome.Done(var flush) -> flush.toString();
      case Outcome.Removed(_, _, var flush) -> flush.toString();
      case Outcome.RemovedReserved(_, var flush) -> flush.toString();
      case Outcome.Found _,
          Outcome.Translated _,
          Outcome.Refused _,
          Outcome.Unsupported _,
          Outcome.Failed _ ->
          Flush.NONE.toString();
    };
  }
}
