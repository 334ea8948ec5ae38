package org.pagetck.reports.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.reports.finding.FindingReport;
import org.pagetck.reports.golden.Golden;

/// The bug reports on the crate `x86_64` below `docs` are what the suite writes from their
/// evidence.
class CrateFindingsTest {
  private static final String FOLDER = "docs/x86_64-0.15.5/";

  @ParameterizedTest
  @ValueSource(strings = {"a3e19979", "30cf5b14", "af08e745", "340b9233", "9ef61be0"})
  void aReportOnTheCrateComesWithATestInRust(String fingerprint) throws IOException {
    var folder = FOLDER + fingerprint + "/";
    var text = Files.readString(Path.of("..").resolve(folder + "evidence.json"));
    var evidence = JsonText.read(EvidenceRecord.class, text).orElseThrow();

    var reproducers = Reproducers.of(evidence);

    assertThat(reproducers.files()).containsOnlyKeys("Cargo.toml", "reproducer.rs", "reproducer.c");
    reproducers.files().forEach((name, contents) -> Golden.assertUpToDate(folder + name, contents));
    Golden.assertUpToDate(folder + "report.md", FindingReport.render(evidence));
  }
}
