package org.pagetck.reports.cli;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.trace.Parsed;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.subject.Subject;
import org.pagetck.properties.subject.SubjectFailedException;

/// A subject and the contract that it is judged by.
///
/// @param subject the subject
/// @param contracts what counts of what was said of it
record Judged(Subject subject, Contracts contracts) implements AutoCloseable {
  /// Returns `subject`, judged by what it says of itself and, before that, by what was `given`.
  ///
  /// @throws UsageException if what it says of itself cannot be read
  /// @throws SubjectFailedException if it has no entry point for an operation that was declared
  static Judged of(Subject subject, Optional<Declaration> given) {
    return of(subject, said(subject), given);
  }

  /// Returns `subject`, judged by what was `said` of it in its place.
  static Judged of(Subject subject, Declaration said, Optional<Declaration> given) {
    given.ifPresent(declaration -> requireEntryPoints(subject, declaration));
    return new Judged(subject, new Contracts(withEntryPoints(subject, said), given));
  }

  /// Returns what `subject` says of itself.
  ///
  /// @throws UsageException if it cannot be read
  static Declaration said(Subject subject) {
    return switch (DeclarationText.parseLines(subject.describe())) {
      case Parsed.Read<Declaration>(var declaration) -> declaration;
      case Parsed.Malformed<Declaration> malformed ->
          throw new UsageException(
              "the declaration of %s, %s".formatted(subject.spelling(), malformed.sentence()));
    };
  }

  /// Returns what was said, and the operations that the subject has entry points for where nothing
  /// was said of them.
  private static Declaration withEntryPoints(Subject subject, Declaration said) {
    requireEntryPoints(subject, said);
    return subject
        .operations()
        .filter(_ -> !said.says(Setting.OPERATIONS))
        .map(found -> said.with(Setting.OPERATIONS, found))
        .orElse(said);
  }

  private static void requireEntryPoints(Subject subject, Declaration said) {
    if (!said.says(Setting.OPERATIONS) || subject.operations().isEmpty()) {
      return;
    }
    Set<OperationKind> missing = new TreeSet<>(said.contract().operations());
    missing.removeAll(subject.operations().get());
    if (!missing.isEmpty()) {
      throw new SubjectFailedException(
          "%s is declared to offer %s and has no entry point for it"
              .formatted(
                  subject.spelling(),
                  String.join(", ", missing.stream().map(OperationKind::key).toList())));
    }
  }

  @Override
  public void close() {
    subject.close();
  }
}
