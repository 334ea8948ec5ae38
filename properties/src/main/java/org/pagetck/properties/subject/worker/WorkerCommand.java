package org.pagetck.properties.subject.worker;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.subject.SubjectFailedException;

/// The command line of a worker: this Java, with as little in it as may be, over the classes that
/// the suite itself runs.
///
/// @param spec the subject
/// @param launch the words that name the classes and the one to start with
record WorkerCommand(GuestSpec spec, List<String> launch) {
  private static final List<String> SMALL_AND_QUICK =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=5",
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+ErrorFileToStderr",
          "-Xlog:disable");

  /// A native mapper has the stack that it would have in a program of its own.
  private static final List<String> FOR_LIBRARIES = List.of("-Xss8m", "-Xmx32m");

  private static final List<String> FOR_JAVA = List.of("-Xmx256m");

  /// Copies the list.
  WorkerCommand {
    launch = List.copyOf(launch);
  }

  /// Returns the command for `spec`, from the archive where there is one.
  ///
  /// @throws SubjectFailedException if the suite's own classes lie in no file
  static WorkerCommand of(GuestSpec spec) {
    var launch =
        WorkerArchive.current().map(WorkerArchive::words).orElseGet(WorkerCommand::fromClasses);
    return new WorkerCommand(spec, launch);
  }

  private static List<String> fromClasses() {
    var classPath = location(WorkerMain.class) + File.pathSeparator + location(Operation.class);
    return List.of(
        "--enable-native-access=ALL-UNNAMED", "-cp", classPath, WorkerMain.class.getName());
  }

  /// Returns the words of the command for a control block under `descriptor` of this process.
  List<String> words(int descriptor) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(SMALL_AND_QUICK);
    words.addAll(
        switch (spec) {
          case GuestSpec.Library _, GuestSpec.Rehearsal _ -> FOR_LIBRARIES;
          case GuestSpec.Provider _ -> FOR_JAVA;
        });
    words.addAll(launch);
    words.add(Long.toString(ProcessHandle.current().pid()));
    words.add(Integer.toString(descriptor));
    words.addAll(spec.toArguments());
    return List.copyOf(words);
  }

  /// Returns the folder or jar that `type` comes from.
  ///
  /// @throws SubjectFailedException if it lies in no file
  static Path location(Class<?> type) {
    try {
      var source = type.getProtectionDomain().getCodeSource();
      if (source != null && source.getLocation() != null) {
        return Path.of(source.getLocation().toURI());
      }
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException _) {
      // Said below.
    }
    throw new SubjectFailedException(
        "workers cannot be started, since %s lies in no file".formatted(type.getName()));
  }
}
