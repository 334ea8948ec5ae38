package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pagetck.properties.mmu.Mmu;
import org.pagetck.properties.mmu.MmuFuzzResult;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.MmuRecord;

class MmuCommandTest {
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return Pagetck.run(arguments, new PrintWriter(out), new PrintWriter(new StringWriter()));
  }

  @Test
  void everyMmuIsListedAndThoseAtHandAreAsked() {
    var status = run("mmu", "--tables", "3", "--json");

    var rows = JsonText.readList(MmuRecord.class, out.toString()).orElseThrow();
    assertThat(rows)
        .extracting(MmuRecord::name)
        .containsExactlyElementsOf(Mmu.all().stream().map(Mmu::name).toList());
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.disagreements()).isZero();
          assertThat(row.reason()).isNotBlank();
          assertThat(row.questions() > 0).isEqualTo(row.available());
        });
    assertThat(status).isZero();
  }

  @Test
  void anMmuThatIsNotAtHandSaysWhy() {
    var absent = new MmuComparison.Absent("kvm", "/dev/kvm is not there");

    assertThat(absent.lines(80)).containsExactly("  kvm      not at hand: /dev/kvm is not there");
    assertThat(absent.toRecord())
        .isEqualTo(new MmuRecord("kvm", false, "/dev/kvm is not there", 0, 0));
    assertThat(MmuCommand.status(List.of(absent))).isEqualTo(ExitStatus.FINE);
  }

  @Test
  void aDisagreementCountsMoreThanAFailure() {
    var result = new MmuFuzzResult("kvm", 2, 200, Map.of("allowed", 200L), Map.of(), 1, List.of());
    var compared = new MmuComparison.Compared(List.of("It has no 5 levels."), result);
    var failed = new MmuComparison.Failed("unicorn", "it ended");

    assertThat(compared.lines(80))
        .containsExactly(
            "  kvm      1 disagreement in 200 questions about 2 table trees, 1 kind of answer",
            "           It has no 5 levels.");
    assertThat(MmuCommand.status(List.of(failed))).isEqualTo(ExitStatus.FAILED);
    assertThat(MmuCommand.status(List.of(failed, compared))).isEqualTo(ExitStatus.FINDINGS);
  }
}
