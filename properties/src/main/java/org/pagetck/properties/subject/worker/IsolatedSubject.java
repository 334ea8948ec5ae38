package org.pagetck.properties.subject.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.Subject;
import org.pagetck.properties.subject.foreign.Platform;

/// A subject that runs in processes of its own, so that nothing it does harms the suite.
public final class IsolatedSubject implements Subject {
  private final String spelling;
  private final GuestSpec spec;
  private final WorkerPool pool;
  private final String declaration;
  private final Set<OperationKind> operations;

  private IsolatedSubject(String spelling, GuestSpec spec) {
    Platform.check();
    this.spelling = spelling;
    this.spec = spec;
    this.pool = new WorkerPool(WorkerCommand.of(spec));
    var worker = pool.take();
    this.declaration = worker.block().text();
    this.operations = worker.block().operations();
    pool.giveBack(worker);
  }

  /// Returns the mapper of the shared library at `path`.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it does not load, lacks a
  ///   function, or has no declaration
  public static IsolatedSubject ofLibrary(String spelling, Path path) {
    return new IsolatedSubject(spelling, new GuestSpec.Library(path));
  }

  /// Returns the Java mapper called `name`, a provider's class or its own name, of `classPath`.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it cannot be created
  public static IsolatedSubject ofProvider(String spelling, String name, List<Path> classPath) {
    return new IsolatedSubject(spelling, new GuestSpec.Provider(name, classPath));
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
    return spec.tellsOperations() ? Optional.of(operations) : Optional.empty();
  }

  @Override
  public Instance start() {
    return new WorkerInstance(spec, pool);
  }

  /// Ends the workers that wait. Copies that run are closed by who started them.
  @Override
  public void close() {
    pool.close();
  }
}
