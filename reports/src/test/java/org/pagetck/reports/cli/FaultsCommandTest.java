package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.properties.record.FaultRecord;
import org.pagetck.properties.record.JsonText;

class FaultsCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return Pagetck.run(arguments, new PrintWriter(out), new PrintWriter(new StringWriter()));
  }

  @Test
  void aFaultIsCaughtForItsReasonAndTheMatrixShowsIt() throws IOException {
    var status = run("faults", "F02", "--seeds", "2", "--out", folder.toString(), "--json");

    var rows = JsonText.readList(FaultRecord.class, out.toString()).orElseThrow();
    assertThat(rows)
        .singleElement()
        .satisfies(row -> {
          assertThat(row.id()).isEqualTo("F02");
          assertThat(row.caught()).isTrue();
          assertThat(row.by()).contains("UPD-02");
          assertThat(row.operations().median()).isPositive();
          assertThat(row.shrunk()).isEqualTo(2);
        });
    assertThat(status).isZero();
    assertThat(Files.readString(folder.resolve("faults.html")))
        .contains("1 of 1 caught", "UPD-02", "Requirements that no fault breaks")
        .doesNotContain("http://", "https://");
    assertThat(folder.resolve("faults.json")).exists();
  }

  @Test
  void aFaultThatIsNotCaughtIsTold() {
    var status = run("faults", "R16", "--seeds", "1", "--traces", "1", "--out", folder.toString());

    assertThat(status).isEqualTo(ExitStatus.FINDINGS);
    assertThat(out.toString()).contains("0 of 1 faults caught from each of 1 seeds");
  }

  @Test
  void anUnknownFaultIsRefused() {
    assertThat(run("faults", "F99", "--out", folder.toString())).isEqualTo(2);
  }
}
