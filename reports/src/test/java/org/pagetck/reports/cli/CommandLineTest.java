package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Arguments that cannot be read, without a process around them.
class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Pagetck.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "chekc, there is no command chekc (did you mean check?)",
    "check --tracs 5, there is no option --tracs (did you mean --traces?)",
    "check a b, b is one argument too many",
    "check --traces many, 'many' is no whole number",
    "check --traces 0, '--traces is 0, allowed is 1 or more'",
    "check --jobs 0, '--jobs is 0, allowed is 1 or more'",
    "check --traces 5 --time 5s, mutually exclusive",
    "check --time 5, '''5'' is no time'",
    "check --seed xyz, '''xyz'' is no seed'",
    "check --fail-on mised, --fail-on knows no mised (did you mean missed?)",
    "check --requirement MAP-1, there is no requirement MAP-1 (did you mean MAP-01?)",
    "check --requirement, --requirement lacks an id",
    "check --contract strikt, (did you mean strict?)",
    "check --contract ., . is a directory",
    "check process:no/such, there is no program no/such",
    "check native:, native: lacks what stands behind it",
    "check native:none.so, there is no file none.so",
    "check java:A --classpath none, there is no none",
    "compare mapped mapped, a mapper is named twice",
    "compare mapped, SUBJECT) requires at least 2 values",
    "exhaust --universe smal, there is no universe smal (did you mean small?)",
    "exhaust --depth 0, '--depth is 0, allowed is 1 or more'",
    "mmu --tables 0, '--tables is 0, allowed is 1 or more'",
    "replay, Missing required parameter: 'FILE'",
    "requirements MAP-99, there is no requirement MAP-99",
  })
  void whatCannotBeUnderstoodIsToldInOneSentence(String arguments, String owed) {
    var status = run(arguments.split(" "));

    assertThat(err.toString()).startsWith("pagetck: ").contains(owed).doesNotContain("Exception");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
    assertThat(status).isEqualTo(2);
  }

  @Test
  void withoutArgumentsTheUsageIsShown() {
    var status = run();

    assertThat(err.toString()).startsWith("Usage: pagetck").contains("check", "replay");
    assertThat(status).isEqualTo(2);
  }

  @Test
  void everyCommandSaysHowItIsUsed() {
    var line = Pagetck.line(new PrintWriter(out), new PrintWriter(err));

    assertThat(line.getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(command -> {
          out.getBuffer().setLength(0);
          assertThat(run(command, "--help")).isZero();
          assertThat(out.toString()).contains("Usage: pagetck " + command);
          assertThat(err.toString()).isEmpty();
        });
  }

  @Test
  void aRequirementIsToldWithWhatToCheckFirst() {
    var status = run("requirements", "map-01");

    assertThat(out.toString())
        .startsWith("MAP-01  MUST  Answers")
        .contains("check first    Compare the leaf's word");
    assertThat(status).isZero();
  }

  @Test
  void theCatalogueIsListedByGroup() {
    run("requirements");

    assertThat(out.toString())
        .contains("Frame conditions\n  FRM-01  MUST")
        .contains("Concurrency\n  CON-02  MUST");
  }
}
