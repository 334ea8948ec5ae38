package org.pagetck.properties.discover;

import java.util.EnumSet;
import java.util.stream.Collectors;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.subject.Subject;

/// Finds out what a mapper should declare, by short traces.
public final class Discoverer {
  /// Answers to later questions bear on earlier ones, so that all are asked again.
  private static final int ROUND_COUNT = 2;

  private Discoverer() {}

  /// Asks `subject`, which says `said` of itself. Of that its name counts, and that nothing but its
  /// answers can be seen.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it cannot be started or
  ///   opened, or maps nothing at all
  public static Discovery discover(Subject subject, Declaration said) {
    var dossier = new Dossier(named(said));
    var offered = subject.operations().orElseGet(() -> EnumSet.allOf(OperationKind.class));
    dossier.assume(Setting.OPERATIONS, offered);
    dossier.assume(
        Setting.EFFECTS, said.contract().effects() == Effects.NONE ? Effects.NONE : Effects.DIFF);
    try (var ear = new Ear(subject)) {
      new ShapeProbes(ear, dossier, offered).ask();
      new FlagProbes(ear, dossier).ask();
      new ReasonProbes(ear, dossier).ask();
      new FlushProbes(ear, dossier).ask();
      for (var round = 0; round < ROUND_COUNT; round++) {
        new PolicyProbes(dossier).all().forEach(probe -> probe.ask(ear, dossier));
      }
    }
    return dossier.discovery();
  }

  private static Declaration named(Declaration said) {
    var lines =
        DeclarationText.printLines(said)
            .lines()
            .filter(line -> line.matches("(name|version|url|known [0-9a-f]+) = .*"))
            .collect(Collectors.joining("\n"));
    return DeclarationText.parseLines(lines).orThrow();
  }

  /// Tells whether `said` leaves it to others to find out what is owed: no policy is declared.
  public static boolean isNeeded(Declaration said) {
    return said.overrides().keySet().stream()
            .allMatch(key -> key.equals("contract") || isOfDoor(key))
        && !saysContract(said);
  }

  private static boolean saysContract(Declaration said) {
    return DeclarationText.printLines(said).lines().anyMatch(line -> line.startsWith("contract "));
  }

  /// What a door knows of a subject without asking it.
  private static boolean isOfDoor(String key) {
    return key.equals(Setting.OPERATIONS.key())
        || key.equals(Setting.EFFECTS.key())
        || key.equals(Setting.RESTORABLE.key());
  }
}
