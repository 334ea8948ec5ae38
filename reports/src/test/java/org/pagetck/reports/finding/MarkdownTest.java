package org.pagetck.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void aBarInACellDoesNotEndIt() {
    assertThat(Markdown.row(List.of(Markdown.code("PRESENT|USER"), "b")))
        .isEqualTo("| `PRESENT\\|USER` | b |\n");
  }

  @Test
  void codeWithBackticksStandsBetweenLongerOnes() {
    assertThat(Markdown.code("a ``b`` c")).isEqualTo("```a ``b`` c```");
    assertThat(Markdown.code("`a`")).isEqualTo("`` `a` ``");
  }

  @Test
  void codeOfNothingIsNothing() {
    assertThat(Markdown.code("")).isEmpty();
  }

  @Test
  void aBlockIsFencedSoThatItsContentsCannotEndIt() {
    assertThat(Markdown.block("```\nx")).isEqualTo("````\n```\nx\n````\n");
    assertThat(Markdown.block("x\n")).isEqualTo("```\nx\n```\n");
  }

  @Test
  void namesWithUnderscoresStayReadable() {
    assertThat(Markdown.plain("owed TABLE_ENTRY")).isEqualTo("owed TABLE_ENTRY");
  }

  @Test
  void whatWouldFormatTextIsEscaped() {
    assertThat(Markdown.plain("*a* _b_ [c](d) <e>\n`f`"))
        .isEqualTo("\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\`");
  }
}
