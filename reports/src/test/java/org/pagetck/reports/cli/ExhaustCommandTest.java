package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.properties.record.ExhaustRecord;
import org.pagetck.properties.record.JsonText;

class ExhaustCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String arguments) {
    return Pagetck.run(arguments.split(" "), new PrintWriter(out), new PrintWriter(err));
  }

  private ExhaustRecord record() {
    return JsonText.read(ExhaustRecord.class, out.toString()).orElseThrow();
  }

  @Test
  void aRightMapperIsRightInAllStatesOfAUniverse() {
    var status = run("exhaust --universe small --jobs 1");

    assertThat(out.toString())
        .startsWith("mapped, universe small\n")
        .endsWith("\nCLOSED: no trace of these moves, however long, violates a requirement\n");
    assertThat(status).isZero();
  }

  @Test
  void aFaultIsShownByItsShortestTrace(@TempDir Path folder) throws IOException {
    var status = run("exhaust fault:F02 --universe small --jobs 1 --json --out " + folder);
    var record = record();

    assertThat(status).isEqualTo(ExitStatus.FINDINGS);
    assertThat(record.closed()).isTrue();
    assertThat(record.findings())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.requirement()).isEqualTo("UPD-02");
          assertThat(row.moves()).isEqualTo(2);
          assertThat(folder.resolve(row.fingerprint() + ".txt")).hasContent(row.trace());
        });
    assertThat(Files.readString(folder.resolve("exhaust.json"))).isEqualTo(out.toString());
  }

  @Test
  void theTextTellsOfFindingsWithTheirTraces() {
    run("exhaust fault:F02 --universe small --jobs 1");

    assertThat(out.toString())
        .contains(
            "\n    map 4K 0x0 0x0 PRESENT\n    update-flags 2M 0x0 PRESENT\n",
            "CLOSED with 1 finding");
  }

  @Test
  void whatIsCutShortAndShowsNothingIsInconclusive() {
    var status = run("exhaust --time 1s --jobs 1 --universe larger --json");

    assertThat(record().closed()).isFalse();
    assertThat(record().reason()).isEqualTo("its time was up");
    assertThat(status).isEqualTo(ExitStatus.INCONCLUSIVE);
  }

  @Test
  void whatWentAsDeepAsItWasToGoIsFine() {
    var status = run("exhaust --depth 1 --jobs 1");

    assertThat(out.toString()).contains("NOT CLOSED, since it was to go 1 moves deep");
    assertThat(status).isZero();
  }
}
