package org.pagetck.properties.jqwik;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Parsed;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.TraceCheck;
import org.pagetck.properties.record.FindingFolder;
import org.pagetck.properties.record.FindingRenderer;
import org.pagetck.properties.record.FindingText;
import org.pagetck.properties.record.SuiteVersion;
import org.pagetck.properties.subject.JavaSubject;

/// Judges a mapper by some requirements, trace by trace, for one property. What the same call does
/// against other requirements is other properties' business.
public final class Judgement implements AutoCloseable {
  private final String property;
  private final Set<Requirement> requirements;
  private final Path directory;
  private final TraceCheck check;

  /// Creates it.
  ///
  /// @param property the name of the property, which seeds are mixed with, so that no two
  ///   properties run the same traces
  /// @param provider the mapper
  /// @param requirements what it is judged by
  /// @param directory where the folder of a finding goes to
  public Judgement(
      String property, MapperProvider provider, Set<Requirement> requirements, Path directory) {
    this.property = property;
    this.requirements = Set.copyOf(requirements);
    this.directory = directory;
    var contracts = new Contracts(declaration(provider), Optional.empty());
    this.check =
        new TraceCheck(new JavaSubject(provider.name(), provider), contracts, requirements);
  }

  private static Declaration declaration(MapperProvider provider) {
    return switch (DeclarationText.parseLines(provider.describe())) {
      case Parsed.Read<Declaration>(Declaration declaration) -> declaration;
      case Parsed.Malformed<Declaration> malformed ->
          throw new IllegalArgumentException(malformed.sentence());
    };
  }

  /// Runs `draw`.
  ///
  /// @throws AssertionError with the defect, the requirement, the shrunk trace and the folder of
  ///   the finding, if a requirement is not kept
  public void holdsFor(Draw draw) {
    switch (draw) {
      case Draw.Seeded(long drawn) -> {
        var seed = Seeds.mix(drawn, property.hashCode());
        check.check(seed).ifPresent(finding -> fail(finding, seed, "seed 0x%x".formatted(seed)));
      }
      case Draw.Written written ->
          check.check(written.trace()).ifPresent(finding -> fail(finding, 0, written.toString()));
    }
  }

  private void fail(Finding finding, long seed, String origin) {
    var result = check.result(seed, List.of(finding));
    var folder = new FindingFolder(result, SuiteVersion.text(), "", FindingRenderer.find());
    try {
      var path = folder.write(directory, finding);
      throw new AssertionError(FindingText.render(finding, origin, path + "/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns which requirement was exercised less often in `tries` traces than its share of what
  /// the default check demands of it, in one sentence, or nothing.
  public Optional<String> shortfall(int tries) {
    return requirements.stream()
        .sorted()
        .filter(it -> check.exercised(it) < owed(it, tries))
        .findFirst()
        .map(it ->
            "%s was exercised %d times in %d traces, %d are enough"
                .formatted(it.id(), check.exercised(it), tries, owed(it, tries)));
  }

  private static long owed(Requirement requirement, int tries) {
    return Math.ceilDiv(
        (long) requirement.enoughInDefaultCheck() * tries, CheckPlan.DEFAULT_TRACES);
  }

  @Override
  public String toString() {
    return requirements.stream().map(Requirement::id).sorted().collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    check.close();
  }
}
