package org.pagetck.properties.subject.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Parsed;

/// Reads answers as they come off a pipe. What most lines look like is read in place; all else goes
/// to [OutcomeText], which says what an answer is, so that both read the same in every line.
final class AnswerBytes {
  private static final byte[][] FLAG_NAMES = ascii(EntryFlags.allNames());
  private static final long[] FLAG_MASKS = masks();
  private static final byte[][] REASONS = ascii(Refusal.all().stream().map(Refusal::name).toList());
  private static final byte[] REFUSED = "refused ".getBytes(US_ASCII);
  private static final byte[] OK = "ok".getBytes(US_ASCII);
  private static final byte[] FLAGS = " flags=".getBytes(US_ASCII);
  private static final byte[] FLUSH = " flush=".getBytes(US_ASCII);
  private static final byte[] OFFSET = " offset=".getBytes(US_ASCII);
  private static final byte[][] SIZES = ascii(PageSize.all().stream().map(PageSize::text).toList());
  private static final byte[][] FLUSHES = ascii(List.of("none", "page", "all"));
  private static final List<Flush> FLUSH_VALUES = List.of(Flush.NONE, Flush.PAGE, Flush.ALL);
  private static final int HEX_DIGITS_MAX = 16;

  private byte[] bytes = new byte[0];
  private int next;
  private int end;
  private boolean plain;

  private static byte[][] ascii(List<String> words) {
    return words.stream().map(word -> word.getBytes(US_ASCII)).toArray(byte[][]::new);
  }

  private static long[] masks() {
    return EntryFlags.allNames().stream()
        .mapToLong(name -> EntryFlags.maskByName(name).orElseThrow())
        .toArray();
  }

  /// Returns what the answer in `line` says to an operation of `kind`; [Outcome.Garbled] where that
  /// is nothing. HUGE_PAGE among its flags is masked.
  Outcome read(OperationKind kind, AnswerLine line) {
    bytes = line.bytes();
    next = line.start();
    end = line.end();
    plain = true;
    var outcome = quick(kind);
    return plain && next == end ? outcome : slow(kind, line);
  }

  private static Outcome slow(OperationKind kind, AnswerLine line) {
    var text = line.text();
    return switch (OutcomeText.parse(kind, text)) {
      case Parsed.Read<Outcome>(var outcome) -> masked(outcome);
      case Parsed.Malformed<Outcome> _ -> new Outcome.Garbled("'%s'".formatted(text));
    };
  }

  private static Outcome masked(Outcome given) {
    return switch (given) {
      case Outcome.Removed(var frame, var flags, var flush) ->
          new Outcome.Removed(frame, flags.without(EntryFlags.HUGE_PAGE), flush);
      case Outcome.Found(var frame, var flags) ->
          new Outcome.Found(frame, flags.without(EntryFlags.HUGE_PAGE));
      case Outcome.Translated(var size, var frame, var offset, var flags) ->
          new Outcome.Translated(size, frame, offset, flags.without(EntryFlags.HUGE_PAGE));
      case Outcome other -> other;
    };
  }

  /// Reads an answer; where it is not of the plain kind, `plain` is false and the result means
  /// nothing.
  private Outcome quick(OperationKind kind) {
    if (skip(REFUSED)) {
      return Outcome.refused(Refusal.all().get(choice(REASONS)));
    }
    plain = skip(OK);
    return switch (kind) {
      case MAP, MAP_WITH_TABLE_FLAGS, UPDATE_FLAGS, SET_TABLE_FLAGS, CLEAN_UP ->
          new Outcome.Done(flush());
      case UNMAP, CLEAR -> {
        var frame = hex();
        var flags = flags();
        yield new Outcome.Removed(frame, flags, flush());
      }
      case TRANSLATE_PAGE -> {
        var frame = hex();
        yield new Outcome.Found(frame, flags());
      }
      case TRANSLATE -> {
        blank();
        var size = PageSize.all().get(choice(SIZES));
        var frame = hex();
        var offset = skip(OFFSET) ? digits() : unknown();
        yield new Outcome.Translated(size, frame, offset, flags());
      }
    };
  }

  private int unknown() {
    plain = false;
    return 0;
  }

  private boolean skip(byte[] word) {
    if (!matches(word)) {
      return false;
    }
    next += word.length;
    return true;
  }

  private boolean matches(byte[] word) {
    if (end - next < word.length) {
      return false;
    }
    for (var i = 0; i < word.length; i++) {
      if (bytes[next + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isWordEnd(int at) {
    return at == end || bytes[at] == ' ' || bytes[at] == '|';
  }

  /// Reads one of `words` and returns its index.
  private int choice(byte[][] words) {
    for (var index = 0; index < words.length; index++) {
      if (matches(words[index]) && isWordEnd(next + words[index].length)) {
        next += words[index].length;
        return index;
      }
    }
    return unknown();
  }

  private void blank() {
    plain &= next < end && bytes[next] == ' ';
    next++;
  }

  private long hex() {
    blank();
    return digits();
  }

  private long digits() {
    if (end - next < 3 || bytes[next] != '0' || bytes[next + 1] != 'x') {
      return unknown();
    }
    var first = next + 2;
    var value = 0L;
    for (next = first; !isWordEnd(next); next++) {
      var digit = Character.digit(bytes[next], 16);
      plain &= digit >= 0;
      value = value << 4 | digit;
    }
    plain &= next > first && next - first <= HEX_DIGITS_MAX;
    return value;
  }

  private EntryFlags flags() {
    if (!skip(FLAGS)) {
      return EntryFlags.NONE;
    }
    if (next < end && bytes[next] == '-') {
      next++;
      return EntryFlags.NONE;
    }
    var bits = FLAG_MASKS[choice(FLAG_NAMES)];
    while (plain && next < end && bytes[next] == '|') {
      next++;
      bits |= FLAG_MASKS[choice(FLAG_NAMES)];
    }
    return new EntryFlags(bits & ~EntryFlags.HUGE_PAGE);
  }

  private Flush flush() {
    return skip(FLUSH) ? FLUSH_VALUES.get(choice(FLUSHES)) : Flush.UNKNOWN;
  }
}
