package org.pagetck.reports.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.RunFiles;
import org.pagetck.properties.record.RunRecord;
import org.pagetck.properties.record.SummaryRecord;

/// What a run, or a merge of runs, left in its directory.
///
/// @param path the directory
/// @param summary what the whole says
/// @param runs what each run counted
/// @param evidence what reports need of each finding, by fingerprint
public record RunFolder(
    Path path, SummaryRecord summary, List<RunRecord> runs, Map<String, EvidenceRecord> evidence) {
  /// Copies the collections.
  public RunFolder {
    runs = List.copyOf(runs);
    evidence = new LinkedHashMap<>(evidence);
  }

  /// Reads the directory at `path`.
  ///
  /// @throws IOException if it holds no run, or one that cannot be read; the message says so
  public static RunFolder read(Path path) throws IOException {
    var summary = read(SummaryRecord.class, path.resolve(RunFiles.SUMMARY));
    var runs = new ArrayList<RunRecord>();
    for (var line : Files.readString(existing(path.resolve(RunFiles.RUNS))).lines().toList()) {
      var run = JsonText.read(RunRecord.class, line);
      runs.add(run.orElseThrow(() -> unreadable(path.resolve(RunFiles.RUNS))));
    }
    var evidence = new LinkedHashMap<String, EvidenceRecord>();
    for (var finding : summary.findings()) {
      var folder = path.resolve(RunFiles.FINDINGS).resolve(finding.fingerprint());
      evidence.put(
          finding.fingerprint(), read(EvidenceRecord.class, folder.resolve(RunFiles.EVIDENCE)));
    }
    return new RunFolder(path, summary, runs, evidence);
  }

  private static <T> T read(Class<T> type, Path file) throws IOException {
    return JsonText.read(type, Files.readString(existing(file)))
        .orElseThrow(() -> unreadable(file));
  }

  private static Path existing(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("no run left " + file);
    }
    return file;
  }

  private static IOException unreadable(Path file) {
    return new IOException(file + " cannot be read");
  }
}
