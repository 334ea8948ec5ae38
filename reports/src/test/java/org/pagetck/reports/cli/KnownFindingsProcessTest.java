package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.properties.record.BadgeRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.KnownRow;
import org.pagetck.properties.record.SarifRecord;
import org.pagetck.properties.record.SummaryRecord;

/// Findings that were declared beforehand, as a build server meets them: by files and exit
/// statuses.
class KnownFindingsProcessTest {
  private static final String LIAR = "java:" + ForgetfulProvider.class.getName();
  private static final String NONE = "contract = strict\n";

  /// So many traces that every requirement is exercised often enough.
  private static final int ENOUGH = 2000;

  /// So many that the liar is found out.
  private static final int FEW = 64;

  @TempDir private Path folder = Path.of("");
  private ChildProcess pagetck = new ChildProcess(folder);

  @BeforeEach
  void inAFreshFolder() {
    pagetck = new ChildProcess(folder);
  }

  /// Judges the liar by `declaration` over `traces`; its results are in the folder `out`.
  private ChildProcess.Ended check(int traces, String declaration, String... more)
      throws IOException, URISyntaxException {
    Files.writeString(folder.resolve("contract.txt"), declaration);
    var liar = ForgetfulProvider.class.getProtectionDomain().getCodeSource().getLocation();
    var classes = Path.of(liar.toURI()) + File.pathSeparator + ChildProcess.builtInMappers();
    var words =
        new ArrayList<>(
            List.of("check", LIAR, "--classpath", classes, "--contract", "contract.txt"));
    words.addAll(List.of("--traces", "" + traces, "--force", "--out", "out"));
    words.addAll(List.of(more));
    return pagetck.run(words.toArray(String[]::new));
  }

  private <T> T read(Class<T> type, String file) throws IOException {
    return JsonText.read(type, Files.readString(folder.resolve("out").resolve(file))).orElseThrow();
  }

  private List<String> violated() throws IOException {
    return read(SummaryRecord.class, "summary.json").findings().stream()
        .filter(finding -> finding.verdict().equals("VIOLATED"))
        .map(SummaryRecord.FindingRow::fingerprint)
        .toList();
  }

  private static String known(List<String> fingerprints, String until) {
    return fingerprints.stream()
        .map(it -> "known %s = https://example.org/issues/%s%s%n".formatted(it, it, until))
        .collect(Collectors.joining("", NONE, ""));
  }

  @Test
  void whatIsKnownFailsNothingUntilItExpiresUnlessItIsToAndIsToldWhenItIsGone()
      throws IOException, URISyntaxException {
    assertThat(check(ENOUGH, NONE).status()).isEqualTo(1);
    var found = violated();
    assertThat(found).isNotEmpty();
    assertThat(read(BadgeRecord.class, "badge.json").color()).isEqualTo("red");

    var accepted = check(ENOUGH, known(found, " until 2999-12-31"));
    assertThat(accepted.status()).as(accepted.out()).isZero();
    assertThat(accepted.out())
        .contains(found.getFirst() + "  occurs, and is accepted until 2999-12-31")
        .contains("KNOWN");
    assertThat(violated()).isEmpty();
    assertThat(read(SummaryRecord.class, "summary.json").verdict()).isEqualTo("CONFORMS");
    assertThat(read(BadgeRecord.class, "badge.json").message()).startsWith("strict 1.0 but for ");
    assertThat(read(SarifRecord.class, "findings.sarif").runs().getFirst().results())
        .allSatisfy(result -> assertThat(result.suppressions()).hasSize(1));
    assertThat(folder.resolve("out/junit.xml")).content().contains("failures=\"0\"");
    assertThat(folder.resolve("out/badge.svg")).content().contains("but for");

    var expired = check(FEW, known(found, " until 2001-01-01"));
    assertThat(expired.status()).isEqualTo(1);
    assertThat(expired.out()).contains("occurs, and was accepted until 2001-01-01 only");

    var gone = check(FEW, known(List.of("0123456789abcdef"), ""));
    assertThat(gone.status()).isEqualTo(1);
    assertThat(gone.out()).contains("0123456789abcdef  did not occur in this run");
    assertThat(read(SummaryRecord.class, "summary.json").known())
        .extracting(KnownRow::state)
        .containsExactly("GONE");

    whatFailsTheBuildCanBeChosen(known(found, ""));
  }

  private void whatFailsTheBuildCanBeChosen(String all) throws IOException, URISyntaxException {
    assertThat(check(FEW, NONE, "--fail-on", "nothing").status()).isZero();
    assertThat(check(FEW, all, "--fail-on", "known").status()).isEqualTo(1);
    assertThat(check(ENOUGH, all, "--fail-on", "gone,missed").status()).isZero();
    assertThat(check(FEW, all + "known 0123456789abcdef = #1\n", "--fail-on", "gone").status())
        .isEqualTo(1);
  }
}
