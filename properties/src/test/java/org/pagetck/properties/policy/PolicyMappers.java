package org.pagetck.properties.policy;

import java.util.Optional;
import java.util.ServiceLoader;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.engine.Checker;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.subject.JavaSubject;

/// Right mappers that keep the policies which they are told.
final class PolicyMappers {
  private static final String NAME = "policy";

  private PolicyMappers() {}

  static MapperProvider keeping(String declares) {
    PolicyMappers.class.getModule().addUses(FaultProvider.class);
    return ServiceLoader.load(FaultProvider.class).stream()
        .map(provider -> provider.get().keeping(NAME, declares))
        .findFirst()
        .orElseThrow();
  }

  /// Judges the mapper that keeps `declares` by what it declares, and before that by what `said`
  /// says of it.
  static RunResult check(String declares, String said, long traces) {
    var provider = keeping(declares);
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var given = Optional.of(DeclarationText.parseLines(said).orThrow());
    var plan = CheckPlan.defaults(1).withTraces(traces);
    return new Checker(
            new JavaSubject(NAME, provider), new Contracts(declaration, given), plan, _ -> {})
        .run();
  }
}
