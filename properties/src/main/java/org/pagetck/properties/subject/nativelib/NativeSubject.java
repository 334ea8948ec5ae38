package org.pagetck.properties.subject.nativelib;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.Subject;
import org.pagetck.properties.subject.foreign.Platform;

/// A native mapper that runs in this process, for trusted ones.
public final class NativeSubject implements Subject {
  private final String spelling;
  private final NativeLibrary library;
  private final String declaration;

  /// Loads the library at `path`.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it does not load, lacks a
  ///   function or has no declaration
  public NativeSubject(String spelling, Path path) {
    Platform.check();
    this.spelling = spelling;
    this.library = NativeLibrary.load(path);
    this.declaration = library.describe();
  }

  @Override
  public String spelling() {
    return spelling;
  }

  @Override
  public String describe() {
    return declaration;
  }

  @Override
  public Optional<Set<OperationKind>> operations() {
    return Optional.of(library.operations());
  }

  @Override
  public Instance start() {
    return new NativeInstance(library);
  }
}
