package org.pagetck.model.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.trace.Parsed;

/// Mutated declarations are read, or answered with one sentence; nothing else ever happens.
class DeclarationTextFuzzTest {
  private static final int DECLARATIONS = Integer.getInteger("pagetck.fuzz", 5_000);
  private static final int READ_MIN = DECLARATIONS / 10;
  private static final Pattern SENTENCE =
      Pattern.compile("line [0-9]+: '[ -~]*…?' cannot be read, allowed is [ -~]+");
  private static final int SENTENCE_MAX = 1_000;
  private static final String STRANGE =
      " \t\r\n=,%#:>*-_.|\u0000\u0007\u00a0\u2028\ufeff\ud800é頁0fA";

  private static final List<String> WORDS =
      List.of(
          "all",
          "none",
          "-PAT",
          "PRESENT",
          "4K",
          "4",
          "5",
          "52",
          "511",
          "256-511",
          "9f2c1a7e",
          "until",
          "2027-01-31",
          "known ",
          "contract = strict",
          "merge",
          "*>REFUSED",
          "unmap:TABLE_ENTRY>NOT_MAPPED",
          "NOT_MAPPED>TABLE_ENTRY",
          "yes",
          "refused",
          "%20",
          "%25",
          "99999999999999999999",
          "name = a\n",
          " ");

  private static final String FULL =
      fullText() + "known 9f2c1a7e = https://a.example/1 until 2027-01-31\nknown 01234567 = #2\n";

  /// The two shapes that are parsed from one text.
  enum Shape {
    LINES(DeclarationText::parseLines, DeclarationText::printLines),
    WORDS(DeclarationText::parseWords, DeclarationText::printWords);

    private final Function<String, Parsed<Declaration>> parse;
    private final Function<Declaration, String> print;

    Shape(Function<String, Parsed<Declaration>> parse, Function<Declaration, String> print) {
      this.parse = parse;
      this.print = print;
    }
  }

  private static String fullText() {
    var text = new StringBuilder("name = some mapper\nversion = 1.0\ncontract = x86_64-0.15\n");
    for (var key : SettingKeys.all()) {
      text.append(key.text()).append(" = ").append(key.textIn(NamedContract.STRICT.contract()));
      text.append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource
  void a_mutated_declaration_is_read_or_answered_with_one_sentence(Shape shape) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(0x5eed);
    var full = DeclarationText.parseLines(FULL).orThrow();
    var read = 0;
    for (var i = 0; i < DECLARATIONS; i++) {
      var text = mutate(some(shape.print.apply(full), shape, random), random);
      switch (shape.parse.apply(text)) {
        case Parsed.Malformed<Declaration> malformed -> assertIsOneSentence(malformed, text);
        case Parsed.Read<Declaration>(var declaration) -> {
          read++;
          assertIsReadBack(declaration);
        }
      }
    }
    assertThat(read).isBetween(READ_MIN, DECLARATIONS - READ_MIN);
  }

  private static void assertIsOneSentence(Parsed.Malformed<Declaration> malformed, String text) {
    assertThat(malformed.sentence()).matches(SENTENCE).hasSizeLessThan(SENTENCE_MAX);
    assertThat(malformed.line()).isBetween(1, (int) text.lines().count());
  }

  private static void assertIsReadBack(Declaration declaration) {
    for (var shape : Shape.values()) {
      assertThat(shape.parse.apply(shape.print.apply(declaration)).orThrow())
          .isEqualTo(declaration);
    }
    assertThat(DeclarationText.parseHeader(declaration.overrides()).orThrow().contract())
        .isEqualTo(declaration.contract());
  }

  /// Returns a few of the declaration's pairs, so that one mutation does not always hit an error.
  private static String some(String full, Shape shape, RandomGenerator random) {
    var separator = shape == Shape.LINES ? "\n" : " ";
    var pairs = new ArrayList<String>();
    for (var pair : full.split(separator, -1)) {
      if (random.nextInt(8) == 0) {
        pairs.add(pair);
      }
    }
    return String.join(separator, pairs) + separator;
  }

  private static String mutate(String text, RandomGenerator random) {
    var mutated = new StringBuilder(text);
    for (var left = random.nextInt(4); left > 0; left--) {
      var at = random.nextInt(mutated.length() + 1);
      var end = Math.min(mutated.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> mutated.insert(at, STRANGE.charAt(random.nextInt(STRANGE.length())));
        case 1 -> mutated.insert(at, WORDS.get(random.nextInt(WORDS.size())));
        case 2 -> mutated.delete(at, end);
        case 3 -> mutated.insert(at, mutated.substring(at, end));
        default -> mutated.replace(at, end, WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    return mutated.toString();
  }
}
