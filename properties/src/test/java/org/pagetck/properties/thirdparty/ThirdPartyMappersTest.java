package org.pagetck.properties.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.engine.Checker;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.golden.Golden;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.worker.IsolatedSubject;

/// Of mappers that others released, what `docs/THIRD-PARTY-FINDINGS.md` argues is found, and
/// nothing that it does not: each line of a golden file belongs to one of its sections.
final class ThirdPartyMappersTest {
  private static final String FOLDER =
      "properties/src/test/resources/org/pagetck/properties/thirdparty/";
  private static final long TRACES = 1_000;

  @ParameterizedTest(name = "{0}")
  @CsvSource({"page_table_multiarch", "gvisor_pagetables"})
  void whatIsFoundIsWhatIsArgued(String name) {
    var library = NativeParts.library("lib%s.so".formatted(name)).toAbsolutePath();
    try (var subject = IsolatedSubject.ofLibrary("native:" + name, library)) {
      var declaration = DeclarationText.parseLines(subject.describe()).orThrow();
      var contracts = new Contracts(declaration, Optional.empty());
      var plan = CheckPlan.defaults(1).withTraces(TRACES);
      var result = new Checker(subject, contracts, plan, _ -> {}).run();

      assertThat(result.errors()).isEmpty();
      var found =
          result.findings().stream()
              .map(ThirdPartyMappersTest::line)
              .sorted()
              .collect(Collectors.joining());
      Golden.assertUpToDate(FOLDER + name + ".txt", found);
    }
  }

  private static String line(Finding finding) {
    var trace =
        finding.trace().lines().stream().map(LineText::print).collect(Collectors.joining("; "));
    return "%s: %s: %s%n".formatted(finding.requirement().id(), trace, also(finding));
  }

  private static String also(Finding finding) {
    return finding.also().stream().map(Requirement::id).collect(Collectors.joining(" "));
  }
}
