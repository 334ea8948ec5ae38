package org.pagetck.reports.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pagetck.properties.record.EvidenceRecord;

/// The programs that show one finding without the suite, and what to say of them in its report.
///
/// @param files each file by its name
/// @param runs each way to run one of them
/// @param leftOut lines of the trace that no program carries out, and why, a sentence each
/// @param obstacles why there is no program, or none of a kind, a sentence each
public record Reproducers(
    Map<String, String> files, List<Run> runs, List<String> leftOut, List<String> obstacles) {
  /// One way to run a reproducer.
  ///
  /// @param file its name
  /// @param what what it is
  /// @param command the command line, to be run in the folder of the finding
  public record Run(String file, String what, String command) {}

  /// Copies the collections.
  public Reproducers {
    files = Map.copyOf(files);
    runs = List.copyOf(runs);
    leftOut = List.copyOf(leftOut);
    obstacles = List.copyOf(obstacles);
  }

  /// Returns the reproducers of the finding that `evidence` tells of.
  public static Reproducers of(EvidenceRecord evidence) {
    return switch (Facts.of(evidence)) {
      case Facts.Untold(String why) ->
          new Reproducers(
              Map.of(),
              List.of(),
              List.of(),
              List.of("No program of its own shows this: %s.".formatted(why)));
      case Facts.Shown(Facts facts) -> new Builder(facts).build();
    };
  }

  private static final class Builder {
    private final Facts facts;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();

    Builder(Facts facts) {
      this.facts = facts;
    }

    Reproducers build() {
      var subject = facts.evidence().subject();
      if (RustReproducer.isOfCrate(facts.evidence())) {
        rust();
      }
      if (subject.startsWith("native:")) {
        c(subject.substring("native:".length()));
      } else if (subject.startsWith("process:")) {
        process(subject.substring("process:".length()));
      } else {
        java();
      }
      var leftOut = new ArrayList<String>();
      for (var deed : facts.deeds()) {
        if (deed instanceof Deed.LeftOut(String line, String why)) {
          leftOut.add("The line `%s` is left out: %s.".formatted(line, why));
        }
      }
      return new Reproducers(files, runs, leftOut, obstacles);
    }

    private void rust() {
      var obstacle = RustReproducer.obstacle(facts);
      if (obstacle.isPresent()) {
        obstacles.add("There is no test in Rust: %s.".formatted(obstacle.get()));
        return;
      }
      files.put("Cargo.toml", RustReproducer.manifest(facts.evidence()));
      files.put("reproducer.rs", RustReproducer.render(facts));
      runs.add(
          new Run(
              "reproducer.rs",
              "a test in Rust against the crate alone, pinned by `Cargo.toml`",
              "cargo test"));
    }

    private void c(String library) {
      files.put("reproducer.c", CReproducer.render(facts));
      runs.add(
          new Run(
              "reproducer.c",
              "a program in C; `PAGETCK` is a checkout of the suite, for `pagetck.h`",
              "cc -I \"$PAGETCK/properties/src/native/include\" reproducer.c -ldl -o reproducer && ./reproducer "
                  + library));
    }

    private void process(String program) {
      if (!ProcessReproducer.canShow(facts)) {
        obstacles.add(
            "There is no script: lines alone do not show what is in the tables, or set an entry.");
        return;
      }
      files.put("reproducer.sh", ProcessReproducer.render(facts));
      runs.add(
          new Run("reproducer.sh", "a script that sends the lines", "sh reproducer.sh " + program));
    }

    private void java() {
      files.put(JavaReproducer.CLASS + ".java", JavaReproducer.render(facts));
      runs.add(
          new Run(
              JavaReproducer.CLASS + ".java",
              "a JUnit test; `PAGETCK` is a checkout of the suite after `mvn install`, the mapper is on the class path of its example project",
              "cp ReproducerTest.java \"$PAGETCK/examples/junit/src/test/java/\" && mvn -f \"$PAGETCK/examples/junit\" test -Dtest=ReproducerTest"));
    }
  }
}
