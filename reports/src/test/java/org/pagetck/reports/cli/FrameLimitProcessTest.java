package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that cannot be told how many frames it may have.
class FrameLimitProcessTest {
  private static final Path MAPPER = Path.of("../properties/src/native/process-python/mapper.py");

  @TempDir private Path folder = Path.of("");

  @Test
  void whatHappensWithoutFramesDoesNotApplyToIt() throws IOException {
    var source = Files.readString(MAPPER);
    var without = source.replace("case [\"budget\"] if", "case [\"no-such-line\"] if");
    assertThat(without).isNotEqualTo(source);
    Files.writeString(folder.resolve("mapper.py"), without);

    var ended =
        new ChildProcess(folder)
            .run("check", "process:python3 mapper.py", "--traces", "1000", "--out", "out");

    assertThat(ended.out())
        .containsPattern("the adapter cannot be asked what happens when frames run\\s+out: FAL-03")
        .contains("MAP-01  HELD");
    assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
  }
}
