package org.pagetck.properties.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.trace.Parsed;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.subject.JavaSubject;
import org.pagetck.properties.subject.Subject;
import org.pagetck.properties.subject.worker.IsolatedSubject;

/// The mappers that benchmarks run on.
final class Subjects {
  private static final String BUILT_IN = "mapped";

  private Subjects() {}

  /// Returns the built-in mapper, in this process.
  static Subject builtIn() {
    return ServiceLoader.load(MapperProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(BUILT_IN))
        .map(provider -> new JavaSubject(BUILT_IN, provider))
        .findFirst()
        .orElseThrow();
  }

  /// Returns the sample mapper in C, in a process of its own. The system property `pagetck.native`
  /// names the folder that it was built into.
  static Subject sample() {
    var folder = Path.of(System.getProperty("pagetck.native", "properties/target/native"));
    var library = folder.resolve("libpagetck-sample.so").toAbsolutePath();
    return IsolatedSubject.ofLibrary("native:" + library, library);
  }

  static Contracts contracts(Subject subject) {
    return new Contracts(declaration(subject), Optional.empty());
  }

  static Contract contract(Subject subject) {
    return contracts(subject).declared();
  }

  private static Declaration declaration(Subject subject) {
    return switch (DeclarationText.parseLines(subject.describe())) {
      case Parsed.Read<Declaration>(var declaration) -> declaration;
      case Parsed.Malformed<Declaration> malformed ->
          throw new IllegalStateException(malformed.toString());
    };
  }
}
