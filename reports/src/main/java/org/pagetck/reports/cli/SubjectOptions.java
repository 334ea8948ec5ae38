package org.pagetck.reports.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.trace.Parsed;
import org.pagetck.properties.discover.Discoverer;
import org.pagetck.properties.subject.Subject;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options that say how a subject is started and by which contract it is judged.
final class SubjectOptions {
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

  @Option(
      names = "--contract",
      paramLabel = "FILE|NAME",
      description =
          "Judge by this: a file of lines `key = value`, or one of strict, x86_64-2019,"
              + " x86_64-0.15. What it says goes before what the subject says of itself.")
  private @Nullable String contract;

  @Option(
      names = "--no-isolate",
      description =
          "Run java: and native: subjects in this process: faster, and a crash of theirs ends all.")
  private boolean noIsolate;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Where the class of a java: subject is found: folders and jars.")
  private @Nullable String classPath;

  /// Returns the subject called `spelling` with the contract that counts. Where it says nothing of
  /// what it owes, and neither does the user, that is found out and told.
  Judged open(String spelling) {
    var given = Optional.ofNullable(contract).map(SubjectOptions::read);
    var subject = load(spelling);
    try {
      var said = Judged.said(subject);
      var isUnknown = given.isEmpty() && !SubjectSpelling.isBuiltIn(spelling);
      return isUnknown && Discoverer.isNeeded(said)
          ? Judged.of(subject, assumed(subject, said), given)
          : Judged.of(subject, given);
    } catch (RuntimeException e) {
      subject.close();
      throw e;
    }
  }

  private Declaration assumed(Subject subject, Declaration said) {
    var found = Discoverer.discover(subject, said).declaration();
    var err = Output.of(mixee).err();
    err.printf(
        "pagetck: %s declares nothing; assumed is %s. `pagetck discover` says why.%n",
        subject.spelling(), DiscoveryText.assumptions(found));
    err.flush();
    return found;
  }

  /// Returns the subject called `spelling`.
  Subject load(String spelling) {
    return new SubjectSpelling(!noIsolate, classPath()).resolve(spelling);
  }

  /// Tells whether `spelling` runs in processes of its own.
  boolean isolates(String spelling) {
    return !noIsolate && !SubjectSpelling.isBuiltIn(spelling);
  }

  private List<Path> classPath() {
    return Optional.ofNullable(classPath).stream()
        .flatMap(text -> Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(text))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static Declaration read(String text) {
    var named = NamedContract.byText(text);
    if (named.isPresent()) {
      return Declaration.of(named.get());
    }
    var file = Path.of(text);
    if (!Files.exists(file)) {
      var names = NamedContract.all().stream().map(NamedContract::text).toList();
      throw new UsageException(
          "there is neither a contract nor a file called %s%s; contracts are %s"
              .formatted(text, Nearest.hint(text, names), String.join(", ", names)));
    }
    return switch (DeclarationText.parseLines(TextFile.read(file))) {
      case Parsed.Read<Declaration>(var declaration) -> declaration;
      case Parsed.Malformed<Declaration> malformed ->
          throw new UsageException(file + ", " + malformed.sentence());
    };
  }

  /// Returns the options that decide what a trace shows, as they stand on a command line, or an
  /// empty text.
  String text() {
    var words = new ArrayList<String>();
    Optional.ofNullable(contract).ifPresent(it -> words.addAll(List.of("--contract", quote(it))));
    Optional.ofNullable(classPath).ifPresent(it -> words.addAll(List.of("--classpath", quote(it))));
    return String.join(" ", words);
  }

  /// Returns `word` as a shell takes it for one word.
  static String quote(String word) {
    return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
