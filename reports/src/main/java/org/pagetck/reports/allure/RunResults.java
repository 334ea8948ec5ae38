package org.pagetck.reports.allure;

import io.qameta.allure.FileSystemResultsWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.reports.finding.FindingReport;

/// The folder `allure-results` of a run: one result per requirement, which Allure can show alone or
/// beside those of other tests.
public final class RunResults {
  private final RunRecords records;
  private final Path folder;

  private RunResults(RunRecords records, Path folder) {
    this.records = records;
    this.folder = folder;
  }

  /// Writes the results of the run that ended at `end` into `folder`.
  ///
  /// @throws IOException if one cannot be written
  public static void write(RunRecords records, Instant end, Path folder) throws IOException {
    Files.createDirectories(folder);
    new RunResults(records, folder).write(end);
  }

  private void write(Instant end) throws IOException {
    var writer = new FileSystemResultsWriter(folder);
    for (var evidence : records.evidence()) {
      attach(writer, evidence);
    }
    var millis = Math.round(records.summary().seconds() * 1000);
    var time = new RequirementResults.Time(end.toEpochMilli() - millis, end.toEpochMilli());
    new RequirementResults(records, time).all().forEach(writer::write);
    Categories.writeOfRuns(folder);
    Environment.write(folder, environment());
  }

  private static void attach(FileSystemResultsWriter writer, EvidenceRecord evidence) {
    var fingerprint = evidence.finding().fingerprint();
    attach(writer, FindingSteps.traceFile(fingerprint), evidence.trace());
    attach(writer, FindingSteps.reportFile(fingerprint), FindingReport.render(evidence));
  }

  private static void attach(FileSystemResultsWriter writer, String name, String text) {
    writer.write(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Map<String, String> environment() {
    var summary = records.summary();
    var environment = new LinkedHashMap<String, String>();
    environment.put("subject", summary.subject());
    environment.put("mapper", (summary.name() + " " + summary.version()).strip());
    summary.contract().forEach(environment::put);
    environment.put("seed", summary.seed());
    environment.put("jobs", Integer.toString(summary.jobs()));
    environment.put("traces", Long.toString(summary.traces()));
    environment.put("pagetck", summary.pagetck());
    return environment;
  }
}
