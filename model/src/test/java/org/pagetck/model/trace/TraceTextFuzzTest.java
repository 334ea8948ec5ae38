package org.pagetck.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Traces that were damaged on their way; `-Dpagetck.fuzz=1000000` for so many of them.
class TraceTextFuzzTest {
  private static final int COUNT = Integer.getInteger("pagetck.fuzz", 10_000);
  private static final String ODD = " \t\r\n#|=-_0xX9fFg+*\u0000\u00a0\u0660é\ufeff\ud83d";

  private final SplittableRandom random = new SplittableRandom(0x5eed);

  @Test
  void any_damaged_trace_is_a_trace_or_one_sentence() {
    var traces = new RandomTraces(random);
    var read = 0;
    for (var i = 0; i < COUNT; i++) {
      var text = TraceText.print(traces.trace());
      for (var damage = random.nextInt(4); damage >= 0; damage--) {
        text = damaged(text);
      }
      read += check(text) ? 1 : 0;
    }
    assertThat(read).as("some survive, some do not").isBetween(COUNT / 20, COUNT - COUNT / 20);
  }

  private static boolean check(String text) {
    return switch (TraceText.parse(text)) {
      case Parsed.Read<Trace>(var trace) -> {
        assertThat(TraceText.parse(TraceText.print(trace))).isEqualTo(new Parsed.Read<>(trace));
        yield true;
      }
      case Parsed.Malformed<Trace> malformed -> {
        assertThat(malformed.line()).isBetween(1, (int) text.lines().count() + 1);
        assertThat(malformed.sentence())
            .matches("line \\d+: '[ -~…]{0,70}' cannot be read, allowed is [ -~]{3,500}");
        yield false;
      }
    };
  }

  private String damaged(String text) {
    var at = random.nextInt(text.length() + 1);
    var end = Math.min(text.length(), at + random.nextInt(1, 6));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at) + odd() + text.substring(at);
      case 2 -> text.substring(0, at) + odd() + text.substring(end);
      case 3 -> text.substring(0, at) + text.substring(at, end) + text.substring(at);
      case 4 -> swappedWords(text);
      default -> movedLine(text);
    };
  }

  private char odd() {
    return ODD.charAt(random.nextInt(ODD.length()));
  }

  private String swappedWords(String text) {
    var words = text.split(" ", -1);
    var one = random.nextInt(words.length);
    var other = random.nextInt(words.length);
    var kept = words[one];
    words[one] = words[other];
    words[other] = kept;
    return String.join(" ", words);
  }

  private String movedLine(String text) {
    var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    var moved = lines.remove(random.nextInt(lines.size()));
    lines.add(random.nextInt(lines.size() + 1), moved);
    return String.join("\n", lines);
  }
}
