package org.pagetck.properties.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.TraceCheck;
import org.pagetck.properties.subject.Subject;

/// Runs traces on a faulty mapper until one of them blames it for its reason.
///
/// @param blame ids of the requirements that it may be caught by
/// @param tracesMax how many traces to run at most
record Hunt(List<String> blame, long tracesMax) {
  Hunt {
    blame = List.copyOf(blame);
  }

  /// A catch.
  ///
  /// @param traces how many traces it took, this one among them
  /// @param finding what was found
  record Catch(long traces, Finding finding) {
    int operations() {
      return finding.trace().callCount();
    }
  }

  /// Draws traces from `seed`; returns the first finding that blames one of the requirements, or
  /// nothing.
  Optional<Catch> on(Subject subject, long seed) {
    var declaration = DeclarationText.parseLines(subject.describe()).orThrow();
    try (var check = new TraceCheck(subject, new Contracts(declaration, Optional.empty()))) {
      for (var trace = 0L; trace < tracesMax; trace++) {
        var finding = check.check(Seeds.mix(seed, trace));
        if (finding.isPresent() && isFor(finding.get())) {
          return Optional.of(new Catch(trace + 1, finding.get()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isFor(Finding finding) {
    return Stream.concat(Stream.of(finding.requirement()), finding.also().stream())
        .map(Requirement::id)
        .anyMatch(blame::contains);
  }
}
