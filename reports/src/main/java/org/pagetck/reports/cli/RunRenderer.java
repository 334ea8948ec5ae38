package org.pagetck.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.record.BadgeRecord;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.FindingRenderer;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.RunFiles;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.SarifRecord;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.reports.allure.RunResults;
import org.pagetck.reports.exchange.SarifLog;
import org.pagetck.reports.exchange.TestReport;
import org.pagetck.reports.finding.FindingReport;
import org.pagetck.reports.page.BadgeImage;
import org.pagetck.reports.page.RunPage;
import org.pagetck.reports.reproduce.Reproducers;
import org.pagetck.reports.statistics.RunStatistics;

/// All that a run leaves for people: the page, a report per finding, and files for other tools.
/// Offered to runs that the command line does not start, too.
public final class RunRenderer implements FindingRenderer {
  private final Clock clock = Clock.systemUTC();

  /// Creates it; what `ServiceLoader` calls.
  public RunRenderer() {}

  @Override
  public String render(EvidenceRecord evidence) {
    return FindingReport.render(evidence);
  }

  @Override
  public Map<String, String> filesBeside(EvidenceRecord evidence) {
    return Reproducers.of(evidence).files();
  }

  @Override
  public StatisticsRecord statistics(RunResult result) {
    return RunStatistics.of(result);
  }

  @Override
  public void writeWhole(RunRecords records, Path directory) throws IOException {
    Files.writeString(directory.resolve(RunFiles.PAGE), RunPage.render(records));
    Files.writeString(directory.resolve(RunFiles.TESTS), TestReport.render(records));
    Files.writeString(
        directory.resolve(RunFiles.SARIF),
        JsonText.pretty(SarifRecord.class, SarifLog.of(records)));
    var badge = BadgeRecord.of(records.summary());
    Files.writeString(directory.resolve(RunFiles.BADGE), JsonText.pretty(BadgeRecord.class, badge));
    Files.writeString(directory.resolve(RunFiles.BADGE_IMAGE), BadgeImage.render(badge));
    RunResults.write(records, clock.instant(), directory.resolve(RunFiles.ALLURE));
  }
}
