package org.pagetck.properties.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.trace.Parsed;
import org.pagetck.properties.engine.Applicability;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.engine.Checker;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.record.FindingRenderer;
import org.pagetck.properties.record.RunDirectory;
import org.pagetck.properties.record.RunKey;
import org.pagetck.properties.record.SuiteVersion;
import org.pagetck.properties.subject.JavaSubject;

/// Judges a Java mapper within a run of JUnit: extend it and say which mapper. The suite runs once;
/// each requirement of the catalogue is then reported as a test of its own.
///
/// A requirement that was held passes. One that was violated fails, with the defect, the shrunk
/// trace and the place of the report; so does one that was exercised too seldom. One that does not
/// apply under the mapper's declaration is aborted with the reason, and so is a missed should.
///
/// The mapper runs in the process of the tests, on one thread unless [#plan] says otherwise. One
/// that hangs or ends its process takes the tests with it: the command line judges it in a process
/// of its own.
@SuppressWarnings("exports") // who extends it has JUnit at hand
public abstract class MapperConformance {
  /// How many traces are run unless [#plan] says otherwise.
  public static final long TRACES = 20_000;

  /// Creates it; for JUnit.
  protected MapperConformance() {}

  /// Returns the mapper to be judged.
  protected abstract MapperProvider provider();

  /// Returns how many traces are run, from which seed, on how many threads.
  protected CheckPlan plan() {
    return CheckPlan.defaults(1).withTraces(TRACES);
  }

  /// Returns where the run leaves its summary and its findings; what an earlier run left there is
  /// replaced.
  protected Path outputDirectory() {
    return Path.of("target", "pagetck", getClass().getName());
  }

  /// Runs the suite and returns the tests, by groups of requirements.
  ///
  /// @throws IOException if the output directory cannot be written
  /// @throws IllegalArgumentException if the declaration cannot be read or asks for what is not
  ///   judged in this version
  /// @throws org.pagetck.properties.subject.SubjectFailedException if the mapper cannot be opened
  @TestFactory
  public final Stream<DynamicNode> requirements() throws IOException {
    var provider = provider();
    var declaration = declaration(provider);
    var plan = plan();
    var subject = new JavaSubject("java:" + provider.getClass().getName(), provider);
    var contracts = new Contracts(declaration, Optional.empty());
    var result = new Checker(subject, contracts, plan, _ -> {}).run();
    var directory = new RunDirectory(outputDirectory());
    var refusal =
        directory.claim(RunKey.of(subject.spelling(), plan.seed(), contracts.declaration()), true);
    if (refusal.isPresent()) {
      throw new IOException(refusal.get());
    }
    var options = ClassPathOption.of(provider.getClass());
    directory.write(result, SuiteVersion.text(), options, FindingRenderer.find());
    return new RequirementTests(result, outputDirectory()).all();
  }

  private static Declaration declaration(MapperProvider provider) {
    var declaration =
        switch (DeclarationText.parseLines(provider.describe())) {
          case Parsed.Read<Declaration>(Declaration read) -> read;
          case Parsed.Malformed<Declaration> malformed ->
              throw new IllegalArgumentException(
                  "the declaration of %s, %s".formatted(provider.name(), malformed.sentence()));
        };
    Applicability.unjudged(declaration.contract())
        .ifPresent(what -> {
          throw new IllegalArgumentException(
              "the declaration of %s says %s, which is not judged in this version"
                  .formatted(provider.name(), what));
        });
    return declaration;
  }
}
