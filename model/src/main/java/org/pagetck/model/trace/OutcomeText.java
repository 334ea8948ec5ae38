package org.pagetck.model.trace;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// The spelling of an outcome, the same in a report and in the answer of a mapper at the other end
/// of a pipe: `ok 0x1000 flags=PRESENT flush=page`, `refused NO_FRAME`.
///
/// [#parse] reads what [#print] wrote, with two exceptions: a process cannot say of itself that it
/// crashed, hung or talked nonsense, and the message of a panic is put on one line.
public final class OutcomeText {
  private static final List<String> WORDS =
      List.of("ok", "refused", "unsupported", "panic", "wild");
  private static final String MARK = "pagetck: ";

  private OutcomeText() {}

  /// Returns the one line, without its end. A flush that was not told is left out.
  public static String print(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var flush) -> "ok" + text(flush);
      case Outcome.Removed(var frame, var flags, var flush) ->
          "ok 0x%x flags=%s%s".formatted(frame, flags, text(flush));
      case Outcome.RemovedReserved(var word, var flush) ->
          "ok reserved 0x%x%s".formatted(word, text(flush));
      case Outcome.Found(var frame, var flags) -> "ok 0x%x flags=%s".formatted(frame, flags);
      case Outcome.Translated(var size, var frame, var offset, var flags) ->
          "ok %s 0x%x offset=0x%x flags=%s".formatted(size, frame, offset, flags);
      case Outcome.Refused(var reason) -> "refused " + reason;
      case Outcome.Unsupported() -> "unsupported";
      case Outcome.Panicked(var message) -> ("panic " + oneLine(message)).strip();
      case Outcome.Wild(var where) -> ("wild " + oneLine(where)).strip();
      case Outcome.Crashed(var how) -> ("crashed " + oneLine(how)).strip();
      case Outcome.Hung(var limitMillis) -> "hung " + limitMillis + " ms";
      case Outcome.Garbled(var what) -> ("garbled " + oneLine(what)).strip();
    };
  }

  private static String text(Flush flush) {
    return flush.equals(Flush.UNKNOWN) ? "" : " flush=" + flush;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  /// Returns the answer that a line of an adapter holds, or nothing where it is for the log: an
  /// answer begins with one of its words, or follows `pagetck: ` at the line's beginning.
  public static Optional<String> answerIn(String line) {
    var bare = line.startsWith(MARK) ? line.substring(MARK.length()) : line;
    var text = bare.strip();
    var blank = text.indexOf(' ');
    return WORDS.contains(blank < 0 ? text : text.substring(0, blank))
        ? Optional.of(text)
        : Optional.empty();
  }

  /// Returns what `line` answers to an operation of `kind`. Flags that are left out are none, a
  /// flush that is left out is [Flush#UNKNOWN].
  public static Parsed<Outcome> parse(OperationKind kind, String line) {
    try {
      return new Parsed.Read<>(parse(kind, new Words(line), line.strip()));
    } catch (SyntaxException e) {
      return e.atLine(1);
    }
  }

  private static Outcome parse(OperationKind kind, Words words, String line) {
    var allowed = "one of " + String.join(", ", WORDS);
    var outcome =
        switch (words.word(allowed)) {
          case "ok" -> ok(kind, words);
          case "refused" -> Outcome.refused(words.choice(Refusal::byName, reasons()));
          case "unsupported" -> Outcome.UNSUPPORTED;
          case "panic" -> new Outcome.Panicked(tail(words, line, "panic"));
          case "wild" -> new Outcome.Wild(tail(words, line, "wild"));
          default -> throw words.wrong(allowed);
        };
    words.end();
    return outcome;
  }

  private static String reasons() {
    return "one of " + String.join(", ", Refusal.all().stream().map(Refusal::name).toList());
  }

  /// Takes the message from the line itself, since a `#` in it begins no comment.
  private static String tail(Words words, String line, String word) {
    words.rest();
    return oneLine(line.substring(word.length()));
  }

  private static Outcome ok(OperationKind kind, Words words) {
    return switch (kind) {
      case MAP, MAP_WITH_TABLE_FLAGS, UPDATE_FLAGS, SET_TABLE_FLAGS, CLEAN_UP ->
          new Outcome.Done(flush(words));
      case UNMAP -> new Outcome.Removed(words.hex(), flags(words), flush(words));
      case CLEAR -> cleared(words);
      case TRANSLATE_PAGE -> {
        var found = new Outcome.Found(words.hex(), flags(words));
        flush(words);
        yield found;
      }
      case TRANSLATE -> translated(words);
    };
  }

  private static Outcome cleared(Words words) {
    if (words.nextStartsWith("reserved")) {
      words.choice(
          word -> word.equals("reserved") ? Optional.of(word) : Optional.empty(), "reserved");
      return new Outcome.RemovedReserved(words.hex(), flush(words));
    }
    return new Outcome.Removed(words.hex(), flags(words), flush(words));
  }

  private static Outcome translated(Words words) {
    var size = words.size();
    var frame = words.hex();
    var offset = words.hexOf("offset");
    var flags = flags(words);
    flush(words);
    return new Outcome.Translated(size, frame, offset, flags);
  }

  private static EntryFlags flags(Words words) {
    return words.nextStartsWith("flags=") ? words.flagsOf("flags") : EntryFlags.NONE;
  }

  private static Flush flush(Words words) {
    if (!words.nextStartsWith("flush=")) {
      return Flush.UNKNOWN;
    }
    return switch (words.valueOf("flush", "=")) {
      case "none" -> Flush.NONE;
      case "page" -> Flush.PAGE;
      case "all" -> Flush.ALL;
      case String text -> range(words, text);
    };
  }

  private static Flush range(Words words, String text) {
    var allowed = "flush=none, page, all or 0xADDRESS+BYTES";
    var plus = text.indexOf('+');
    var bytes = plus < 0 ? "" : text.substring(plus + 1);
    try {
      if (bytes.matches("[0-9]{1,19}")) {
        return new Flush.Range(words.hex(text.substring(0, plus)), Long.parseLong(bytes));
      }
    } catch (NumberFormatException _) {
      // Nineteen digits may be too much for 64 bits: the answer is the same.
    }
    throw words.wrong(allowed);
  }
}
