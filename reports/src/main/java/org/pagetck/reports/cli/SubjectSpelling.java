package org.pagetck.reports.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.properties.subject.JavaSubject;
import org.pagetck.properties.subject.Subject;
import org.pagetck.properties.subject.nativelib.NativeSubject;
import org.pagetck.properties.subject.process.CommandWords;
import org.pagetck.properties.subject.process.ProcessSubject;
import org.pagetck.properties.subject.worker.IsolatedSubject;

/// Finds the subject that a word of the command line names.
///
/// @param isolate whether subjects that did not come with the suite run in processes of their own
/// @param classPath where Java mappers are looked for
record SubjectSpelling(boolean isolate, List<Path> classPath) {
  private static final String JAVA = "java:";
  private static final String NATIVE = "native:";
  private static final String FAULT = "fault:";
  private static final String PROCESS = "process:";

  SubjectSpelling {
    classPath = List.copyOf(classPath);
  }

  /// Tells whether `spelling` names a mapper that came with the suite.
  static boolean isBuiltIn(String spelling) {
    return spelling.startsWith(FAULT) || spelling.indexOf(':') < 0;
  }

  /// Returns the subject that `spelling` names.
  ///
  /// @throws UsageException if it names none
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it cannot be loaded
  Subject resolve(String spelling) {
    var rest = spelling.substring(spelling.indexOf(':') + 1);
    if (rest.isEmpty()) {
      throw new UsageException("%s lacks what stands behind it: %s".formatted(spelling, allowed()));
    }
    if (spelling.startsWith(JAVA)) {
      return java(spelling, rest);
    }
    if (spelling.startsWith(NATIVE)) {
      return library(spelling, rest);
    }
    if (spelling.startsWith(FAULT)) {
      return new JavaSubject(spelling, fault(rest).provider());
    }
    if (spelling.startsWith(PROCESS)) {
      return program(spelling, rest);
    }
    return Mappers.builtIn(spelling)
        .map(provider -> new JavaSubject(spelling, provider))
        .orElseThrow(() -> unknown(spelling));
  }

  private static UsageException unknown(String spelling) {
    var known =
        Stream.of(JAVA, NATIVE, PROCESS, FAULT).map(prefix -> prefix.replace(":", "")).toList();
    var words = new ArrayList<>(known);
    Mappers.builtIn().forEach(provider -> words.add(provider.name()));
    var colon = spelling.indexOf(':');
    var hint = Nearest.hint(colon < 0 ? spelling : spelling.substring(0, colon), words);
    return new UsageException("there is no subject %s%s; %s".formatted(spelling, hint, allowed()));
  }

  private static String allowed() {
    var names = Mappers.builtIn().stream().map(MapperProvider::name).toList();
    return "allowed is %s, java:CLASS, native:PATH, process:PROGRAM or fault:ID"
        .formatted(String.join(", ", names));
  }

  private static Fault fault(String id) {
    var ids = Mappers.faults().stream().map(Fault::id).toList();
    return Mappers.fault(id)
        .orElseThrow(() ->
            new UsageException(
                ids.isEmpty()
                    ? "there is no fault %s: this build has no faulty mappers".formatted(id)
                    : "there is no fault %s%s; pagetck subjects lists them"
                        .formatted(id, Nearest.hint(id, ids))));
  }

  private Subject library(String spelling, String name) {
    var path = path(name);
    if (!Files.isRegularFile(path)) {
      throw new UsageException("there is no file " + path);
    }
    return isolate
        ? IsolatedSubject.ofLibrary(spelling, path.toAbsolutePath())
        : new NativeSubject(spelling, path.toAbsolutePath());
  }

  private static Subject program(String spelling, String command) {
    try {
      var words = new ArrayList<>(CommandWords.of(command));
      if (words.isEmpty()) {
        throw new UsageException("%s names no program".formatted(spelling));
      }
      words.set(0, executable(words.getFirst()));
      return new ProcessSubject(spelling, words);
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s is no command: %s".formatted(spelling, e.getMessage()));
    }
  }

  /// Returns what starts the program called `name`: a file here, or one of that name on the PATH.
  private static String executable(String name) {
    if (Files.isRegularFile(path(name))) {
      return path(name).toAbsolutePath().toString();
    }
    var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
    if (name.indexOf('/') >= 0
        || Arrays.stream(folders).noneMatch(folder -> isExecutable(folder, name))) {
      throw new UsageException("there is no program " + name);
    }
    return name;
  }

  private static boolean isExecutable(String folder, String name) {
    return !folder.isEmpty() && Files.isExecutable(path(folder).resolve(name));
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      throw new UsageException("'%s' is no path".formatted(name));
    }
  }

  private Subject java(String spelling, String name) {
    for (var entry : classPath) {
      if (!Files.exists(entry)) {
        throw new UsageException("there is no %s, which --classpath names".formatted(entry));
      }
    }
    return isolate
        ? IsolatedSubject.ofProvider(spelling, name, classPath)
        : new JavaSubject(spelling, ProviderClass.load(name, classPath));
  }
}
