package org.pagetck.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.Rendering;
import org.pagetck.properties.record.RunFiles;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.reports.finding.FindingReport;
import org.pagetck.reports.page.RunPage;

/// All that a check leaves for people: the page, and a report per finding.
final class RunPages implements Rendering {
  @Override
  public String report(EvidenceRecord evidence) {
    return FindingReport.render(evidence);
  }

  @Override
  public void writeWhole(RunRecords records, Path directory) throws IOException {
    Files.writeString(directory.resolve(RunFiles.PAGE), RunPage.render(records));
  }
}
