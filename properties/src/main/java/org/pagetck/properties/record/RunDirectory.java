package org.pagetck.properties.record;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.verdict.RunResult;

/// The directory that a run leaves its files in. It is valid at any time: new files are written
/// beside the old ones and then take their place, the summary last.
public final class RunDirectory {
  private final Path path;

  /// Creates it for `path`, which need not exist.
  public RunDirectory(Path path) {
    this.path = path;
  }

  /// Returns the path.
  public Path path() {
    return path;
  }

  /// Makes the directory ready for the run `key`; returns why it may not be used, in one sentence,
  /// or nothing.
  ///
  /// A directory is taken that is missing or empty, or that the same run left or did not finish.
  /// With `force` any directory is taken; of other files in it none is touched.
  ///
  /// @throws IOException if it cannot be read or made
  public Optional<String> claim(RunKey key, boolean force) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      return Optional.of(path + " is not a directory");
    }
    if (Files.exists(path) && !force) {
      var refusal = refusal(key);
      if (refusal.isPresent()) {
        return refusal.map(why ->
            "%s %s: name another with --out, or replace it with --force".formatted(path, why));
      }
    }
    Files.createDirectories(path);
    return Files.isWritable(path) ? Optional.empty() : Optional.of(path + " cannot be written to");
  }

  private Optional<String> refusal(RunKey key) throws IOException {
    var summary = path.resolve(RunFiles.SUMMARY);
    if (!Files.exists(summary)) {
      return isUnfinished() ? Optional.empty() : Optional.of("holds files that no run left");
    }
    var earlier = JsonText.read(SummaryRecord.class, Files.readString(summary)).map(RunKey::of);
    if (earlier.isEmpty()) {
      return Optional.of("holds a summary that cannot be read");
    }
    return earlier
        .filter(other -> !other.equals(key))
        .map(other -> "holds a run " + key.differenceTo(other));
  }

  /// Tells whether nothing is there but what a run leaves that was ended halfway.
  private boolean isUnfinished() throws IOException {
    try (var entries = Files.list(path)) {
      return entries.map(entry -> entry.getFileName().toString()).allMatch(RunFiles.TOP::contains);
    }
  }

  /// Writes the files of `result` in place of all that a run left before; returns what they hold.
  ///
  /// @param options what else than the subject the command line needs to run it
  /// @param renderer makes what people read
  /// @throws IOException if a file cannot be written; the old files are then still there, or the
  ///   directory counts as unfinished
  public RunRecords write(
      RunResult result, String suiteVersion, String options, FindingRenderer renderer)
      throws IOException {
    var records = RunRecords.of(result, renderer.statistics(result), suiteVersion, options);
    var fresh = path.resolve(RunFiles.NEW);
    delete(fresh);
    Files.createDirectories(fresh.resolve(RunFiles.FINDINGS));
    var folder = new FindingFolder(result, suiteVersion, options, renderer);
    for (var finding : result.findings()) {
      folder.write(fresh, finding);
    }
    Files.writeString(fresh.resolve(RunFiles.RUNS), JsonText.line(RunRecord.class, records.run()));
    renderer.writeWhole(records, fresh);
    Files.writeString(
        fresh.resolve(RunFiles.SUMMARY), JsonText.pretty(SummaryRecord.class, records.summary()));
    replace(fresh);
    return records;
  }

  /// Writes what several runs say together in place of all that was left before.
  ///
  /// @param records the merge
  /// @param runs each run, whose lines are kept apart so that they can be merged again
  /// @param folders where the files of each finding are taken from, by fingerprint
  /// @throws IOException if a file cannot be read or written
  public void writeMerged(
      RunRecords records, List<RunRecord> runs, Map<String, Path> folders, FindingRenderer renderer)
      throws IOException {
    var fresh = path.resolve(RunFiles.NEW);
    delete(fresh);
    Files.createDirectories(fresh.resolve(RunFiles.FINDINGS));
    for (var evidence : records.evidence()) {
      var fingerprint = evidence.finding().fingerprint();
      var folder = fresh.resolve(RunFiles.folder(fingerprint));
      copy(folders.getOrDefault(fingerprint, path), folder);
      Files.writeString(
          folder.resolve(RunFiles.EVIDENCE), JsonText.pretty(EvidenceRecord.class, evidence));
      renderer.writeReport(evidence, folder);
    }
    var lines = new StringBuilder();
    runs.forEach(run -> lines.append(JsonText.line(RunRecord.class, run)));
    Files.writeString(fresh.resolve(RunFiles.RUNS), lines);
    renderer.writeWhole(records, fresh);
    Files.writeString(
        fresh.resolve(RunFiles.SUMMARY), JsonText.pretty(SummaryRecord.class, records.summary()));
    replace(fresh);
  }

  /// Copies the files of the folder `from`.
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private void replace(Path fresh) throws IOException {
    Files.deleteIfExists(path.resolve(RunFiles.SUMMARY));
    for (var name : RunFiles.TOP) {
      if (!name.equals(RunFiles.NEW)) {
        replace(fresh.resolve(name), path.resolve(name));
      }
    }
    Files.delete(fresh);
  }

  /// Puts `fresh` in the place of `old`; where it is missing, `old` goes all the same.
  private static void replace(Path fresh, Path old) throws IOException {
    if (Files.isDirectory(old)) {
      delete(old);
    }
    Files.deleteIfExists(old);
    if (Files.exists(fresh)) {
      Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// Writes what a maintainer of the suite needs to know of an error of its own; returns the file.
  ///
  /// @throws IOException if it cannot be written
  public Path writeError(String text) throws IOException {
    Files.createDirectories(path);
    return Files.writeString(path.resolve(RunFiles.ERROR), text);
  }

  /// Deletes a folder and what is in it; links are deleted, not followed.
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
