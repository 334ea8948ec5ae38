package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pagetck.properties.engine.Progress;

class ProgressTest {
  private static final Progress.State STATE =
      new Progress.State(12_345, 4_200_000, 31, 38, 2, 20, 0.25, "checking");

  @Test
  void theLineSaysHowFarItIsAndWhatIsLeft() {
    assertThat(ProgressText.of(STATE, 2, 200))
        .isEqualTo(
            " 25% checking: 12,345 traces, 210,000 steps/s, 31/38 requirements exercised,"
                + " 2 findings, 0:58 left");
  }

  @Test
  void theLineKeepsToTheWidthOfTheTerminal() {
    assertThat(ProgressText.of(STATE, 0, 40)).hasSize(40);
  }

  @Test
  void aTerminalSeesOneLineThatIsErasedAtTheEnd() throws InterruptedException {
    var shown = new CountDownLatch(1);
    var written = new StringWriter();
    var writer =
        new PrintWriter(written) {
          @Override
          public void flush() {
            shown.countDown();
          }
        };
    try (var display = ProgressDisplay.start(writer, new Terminal(true, true, true, 120))) {
      display.update(STATE);
      assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(written.toString())
        .startsWith("\r\u001b[K 25% checking")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
  }
}
