package org.pagetck.properties.judge;

import java.util.Optional;
import java.util.ServiceLoader;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.Replay;
import org.pagetck.properties.engine.Replayer;
import org.pagetck.properties.subject.JavaSubject;

/// Single traces on the mappers that this build offers.
final class Replays {
  private Replays() {}

  /// Returns the mapper called `mapped`.
  static MapperProvider mapped() {
    Replays.class.getModule().addUses(MapperProvider.class);
    return ServiceLoader.load(MapperProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals("mapped"))
        .findFirst()
        .orElseThrow();
  }

  /// Returns the faulty mapper called `id`.
  static MapperProvider fault(String id) {
    Replays.class.getModule().addUses(FaultProvider.class);
    return ServiceLoader.load(FaultProvider.class).stream()
        .flatMap(it -> it.get().faults().stream())
        .filter(it -> it.id().equals(id))
        .map(Fault::provider)
        .findFirst()
        .orElseThrow();
  }

  /// Runs `lines` on the mapper of `provider`; the judges ask `panel`.
  static Replay replay(MapperProvider provider, MmuPanel panel, String... lines) {
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var trace = TraceText.parse("pagetck-trace 1\n" + String.join("\n", lines) + "\n").orThrow();
    var subject = new JavaSubject(provider.name(), provider);
    var contracts = new Contracts(declaration, Optional.empty());
    try (var replayer = new Replayer(subject, contracts, panel)) {
      return replayer.replay(trace);
    }
  }

  /// Returns what is said of `requirement`, which was not kept.
  static String said(Replay replay, Requirement requirement) {
    return replay.evidence().accusations().stream()
        .filter(it -> it.requirement().equals(requirement.id()))
        .findFirst()
        .orElseThrow()
        .evidence();
  }
}
