package org.pagetck.model.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The header of a trace: what its lines before the first operation or host event say.
final class SetupText {
  /// The words of header lines that are no declaration keys.
  static final Set<String> WORDS = Set.of("memory", "frames");

  private static final String MEMORY =
      "memory with a start, a multiple of 4 KiB and not 0, and a size from 1M to 4G, inside the"
          + " first 2^52 bytes";
  private static final String UNITS = "KMG";
  private static final int UNIT_BITS = 10;

  private final TraceText.HeaderCheck check;
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private Optional<Setup> memory = Optional.empty();
  private Optional<Setup> frames = Optional.empty();

  SetupText(TraceText.HeaderCheck check) {
    this.check = check;
  }

  /// Returns the header lines: the overrides, and always memory and frames.
  static String print(Setup setup) {
    var text = new StringBuilder();
    setup
        .overrides()
        .forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
    text.append("memory 0x%x %s\n".formatted(setup.memoryStart(), size(setup.memoryBytes())));
    text.append(
        "frames %s 0x%x %s\n"
            .formatted(setup.order().text(), setup.frameSeed(), setup.contents().text()));
    return text.toString();
  }

  private static String size(long bytes) {
    var units = Math.min(Long.numberOfTrailingZeros(bytes) / UNIT_BITS, UNITS.length());
    return (bytes >>> (units * UNIT_BITS)) + UNITS.substring(units - 1, units);
  }

  /// Reads one line of the header.
  void read(Words words) {
    switch (words.peek()) {
      case "memory" -> memory = once(memory, words, readMemory(words));
      case "frames" -> frames = once(frames, words, readFrames(words));
      default -> readOverride(words);
    }
    words.end();
  }

  Setup finish() {
    var base = memory.orElse(Setup.DEFAULT);
    var from = frames.orElse(Setup.DEFAULT);
    return base.withFrames(from.order(), from.frameSeed(), from.contents())
        .withOverrides(overrides);
  }

  private static Optional<Setup> once(Optional<Setup> before, Words words, Setup now) {
    if (before.isPresent()) {
      throw new SyntaxException(words.line(), "one such line");
    }
    return Optional.of(now);
  }

  private static Setup readMemory(Words words) {
    words.skip();
    var start = words.hex();
    var bytes = words.choice(SetupText::bytes, "a size such as 64M, with K, M or G");
    if (!Setup.isMemory(start, bytes)) {
      throw new SyntaxException(words.line(), MEMORY);
    }
    return Setup.DEFAULT.withMemory(start, bytes);
  }

  private static Optional<Long> bytes(String text) {
    var unit = text.isEmpty() ? -1 : UNITS.indexOf(text.charAt(text.length() - 1));
    if (unit < 0 || !text.matches("[0-9]{1,9}.")) {
      return Optional.empty();
    }
    return Optional.of(
        Long.parseLong(text.substring(0, text.length() - 1)) << ((unit + 1) * UNIT_BITS));
  }

  private static Setup readFrames(Words words) {
    words.skip();
    var order = words.choice(FrameOrder::byText, "ascending, descending, scattered or aligned-2m");
    var seed = words.hex();
    var contents = words.choice(FrameContents::byText, "zeroed, ones or dirty");
    return Setup.DEFAULT.withFrames(order, seed, contents);
  }

  private void readOverride(Words words) {
    var key = words.word("a key");
    var value = words.rest();
    if (!Setup.isOverride(key, value)) {
      throw new SyntaxException(words.line(), allowed(key));
    }
    if (overrides.putIfAbsent(key, value) != null) {
      throw new SyntaxException(words.line(), "one line for each key");
    }
    check
        .complaint(key, value)
        .ifPresent(allowed -> {
          throw new SyntaxException(words.line(), allowed);
        });
  }

  private static String allowed(String key) {
    return key.equals(Setup.LEVELS)
        ? "levels 4 or levels 5"
        : "memory, frames, a key with its value, or one of " + String.join(", ", LineText.WORDS);
  }
}
