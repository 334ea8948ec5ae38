package org.pagetck.model.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;

/// The spelling of one line of a trace: an operation or a host event. [#parse] and [#print] are
/// inverse.
public final class LineText {
  /// The words that a line may begin with.
  static final Set<String> WORDS = words();

  private static final String BUDGET = "budget and a number of frames, 0 or more, or all";

  private LineText() {}

  private static Set<String> words() {
    var words = new TreeSet<>(OperationText.WORDS);
    words.addAll(Set.of("plant", "poke", "access", "budget", "flushes"));
    return words;
  }

  /// Returns the line, without its end.
  public static String print(TraceLine line) {
    return switch (line) {
      case TraceLine.Call(var operation) -> OperationText.print(operation);
      case TraceLine.Plant(var level, var address, var word) ->
          "plant level=" + level + " 0x%x 0x%x".formatted(address, word);
      case TraceLine.Poke(var address, var word) -> "poke 0x%x 0x%x".formatted(address, word);
      case TraceLine.Access(var address, var kind, var privilege) ->
          "access 0x%x %s %s".formatted(address, kind.text(), privilege.text());
      case TraceLine.Budget budget -> budget.isAll() ? "budget all" : "budget " + budget.frames();
      case TraceLine.FlushPolicy policy -> "flushes " + text(policy);
    };
  }

  private static String text(TraceLine.FlushPolicy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }

  /// Returns what one line says; a comment may follow it.
  public static Parsed<TraceLine> parse(String line) {
    try {
      return new Parsed.Read<>(parse(new Words(line)));
    } catch (SyntaxException e) {
      return e.atLine(1);
    }
  }

  static TraceLine parse(Words words) {
    var line =
        switch (words.peek()) {
          case "plant" -> plant(words);
          case "poke" -> poke(words);
          case "access" -> access(words);
          case "budget" -> budget(words);
          case "flushes" -> flushes(words);
          case String word when WORDS.contains(word) ->
              new TraceLine.Call(OperationText.parse(words));
          case String word -> throw new SyntaxException(word, "one of " + String.join(", ", WORDS));
        };
    words.end();
    return line;
  }

  private static TraceLine plant(Words words) {
    words.skip();
    var level = words.intOf("level");
    if (level < 1 || level > Levels.ROOT_MAX) {
      throw words.wrong("level=1 to level=" + Levels.ROOT_MAX);
    }
    return new TraceLine.Plant(level, words.hex(), words.hex());
  }

  private static TraceLine poke(Words words) {
    words.skip();
    return new TraceLine.Poke(words.hex(), words.hex());
  }

  private static TraceLine access(Words words) {
    words.skip();
    return new TraceLine.Access(
        words.hex(),
        words.choice(AccessKind::byText, "read, write or fetch"),
        words.choice(Privilege::byText, "user or supervisor"));
  }

  private static TraceLine budget(Words words) {
    words.skip();
    var word = words.word(BUDGET);
    if (word.equals("all")) {
      return TraceLine.Budget.ALL;
    }
    var frames = words.decimal(word);
    if (frames < 0) {
      throw words.wrong(BUDGET);
    }
    return new TraceLine.Budget(frames);
  }

  private static TraceLine flushes(Words words) {
    words.skip();
    return words.choice(LineText::policy, "delayed or done");
  }

  private static Optional<TraceLine> policy(String text) {
    return Arrays.stream(TraceLine.FlushPolicy.values())
        .filter(policy -> text(policy).equals(text))
        .map(TraceLine.class::cast)
        .findFirst();
  }
}
