package org.pagetck.model.trace;

import java.util.ArrayList;
import java.util.Optional;

/// The spelling of a trace: the line `pagetck-trace 1`, the setup, one line per operation or host
/// event. `#` begins a comment, blank lines say nothing, lines may end as on any system. [#parse]
/// and [#print] are inverse.
public final class TraceText {
  private static final String FIRST = "pagetck-trace 1";

  private TraceText() {}

  /// Says what is wrong with a declaration key in the header. Only who knows the keys can.
  @FunctionalInterface
  public interface HeaderCheck {
    /// Accepts every key.
    HeaderCheck NONE = (_, _) -> Optional.empty();

    /// Returns what would be allowed in place of `key` with `value`, or nothing if all is well.
    Optional<String> complaint(String key, String value);
  }

  /// Returns the whole text. Memory and frames are always written, so that the trace explains
  /// itself; keys as they were given.
  public static String print(Trace trace) {
    var text = new StringBuilder(FIRST).append('\n').append(SetupText.print(trace.setup()));
    trace.lines().forEach(line -> text.append(LineText.print(line)).append('\n'));
    return text.toString();
  }

  /// Returns the trace, or the first line that cannot be read. Keys of the header are not looked
  /// into.
  public static Parsed<Trace> parse(String text) {
    return parse(text, HeaderCheck.NONE);
  }

  /// Returns the trace, or the first line that cannot be read or that `check` complains about.
  public static Parsed<Trace> parse(String text, HeaderCheck check) {
    var reader = new Reader(check);
    var number = 0;
    for (var start = 0; start <= text.length(); ) {
      var newline = text.indexOf('\n', start);
      var end = newline < 0 ? text.length() : newline;
      var bare = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      number++;
      try {
        reader.read(new Words(text.substring(start, bare)));
      } catch (SyntaxException e) {
        return e.atLine(number);
      }
      start = end + 1;
    }
    return reader.finish(number);
  }

  /// What has been read so far.
  private static final class Reader {
    private final SetupText setup;
    private final ArrayList<TraceLine> lines = new ArrayList<>();
    private boolean begun;

    Reader(HeaderCheck check) {
      this.setup = new SetupText(check);
    }

    void read(Words words) {
      if (!words.hasNext()) {
        return;
      }
      if (!begun) {
        begin(words);
      } else if (lines.isEmpty() && !LineText.WORDS.contains(words.peek())) {
        setup.read(words);
      } else if (lines.size() == Trace.LINES_MAX) {
        throw new SyntaxException(words.line(), "at most " + Trace.LINES_MAX + " lines");
      } else {
        lines.add(LineText.parse(words));
      }
    }

    private void begin(Words words) {
      if (!words.rest().equals(FIRST)) {
        throw new SyntaxException(words.line(), "the first line " + FIRST);
      }
      begun = true;
    }

    Parsed<Trace> finish(int number) {
      return begun
          ? new Parsed.Read<>(new Trace(setup.finish(), lines))
          : new Parsed.Malformed<>(number, "", "the first line " + FIRST);
    }
  }
}
