package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  private static final String TEXT =
      "An operation that is refused stores nothing, and takes no frame.";

  @Test
  void textThatFitsIsNotCut() {
    assertThat(Wrapped.cut(TEXT, TEXT.length())).isEqualTo(TEXT);
  }

  @Test
  void widerTextIsCutBetweenWords() {
    assertThat(Wrapped.cut(TEXT, 50)).isEqualTo("An operation that is refused stores nothing...");
  }

  @Test
  void linesHoldAllWordsAndKeepToTheWidth() {
    var lines = Wrapped.lines(TEXT, 24);

    assertThat(String.join(" ", lines)).isEqualTo(TEXT);
    assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 24);
  }

  @Test
  void aWordThatIsTooWideStaysWhole() {
    assertThat(Wrapped.lines("a 0x123456789012345678901234567890 b", 20))
        .containsExactly("a", "0x123456789012345678901234567890", "b");
  }
}
