package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Arguments that were mistyped; `-Dpagetck.fuzz=1000000` for so many of them.
class ArgumentsFuzzTest {
  private static final int COUNT = Integer.getInteger("pagetck.fuzz", 300);
  private static final String ODD = "-=@0xX9 \t\n\"'%s\\|,:;#é\u0000\ud83d";
  private static final List<List<String>> RIGHT =
      List.of(
          List.of("check", "mapped", "--traces", "5", "--seed", "0x5eed", "--jobs=2"),
          List.of("check", "native:libacme.so", "--time", "60s", "--out", "folder", "--force"),
          List.of("check", "--requirement", "MAP-01", "UNM-01", "--contract", "strict", "--json"),
          List.of("replay", "trace.txt", "fault:F02", "--json"),
          List.of("shrink", "trace.txt", "java:com.acme.Acme", "--classpath", "acme.jar"),
          List.of("requirements", "MAP-01"),
          List.of("subjects", "--json"));

  private final SplittableRandom random = new SplittableRandom(0x5eed);

  @Test
  void any_mistyped_arguments_are_understood_or_answered_by_one_sentence() {
    var understood = 0;
    for (var i = 0; i < COUNT; i++) {
      var arguments = new ArrayList<>(RIGHT.get(random.nextInt(RIGHT.size())));
      for (var damage = random.nextInt(3); damage >= 0; damage--) {
        damage(arguments);
      }
      understood += isUnderstood(arguments) ? 1 : 0;
    }
    assertThat(understood).as("some are, some are not").isBetween(COUNT / 20, COUNT - COUNT / 20);
  }

  private static boolean isUnderstood(List<String> arguments) {
    var err = new StringWriter();
    var line = Pagetck.line(new PrintWriter(new StringWriter()), new PrintWriter(err));
    line.setExecutionStrategy(_ -> ExitStatus.FINE);
    var status = Pagetck.run(line, arguments.toArray(String[]::new));
    if (status == ExitStatus.FINE) {
      assertThat(err.toString()).as("%s", arguments).isEmpty();
      return true;
    }
    assertThat(status).as("%s", arguments).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).as("%s", arguments).matches("(?s)(pagetck: [^\n]+\n|Usage: .*)");
    return false;
  }

  private void damage(List<String> arguments) {
    if (arguments.isEmpty()) {
      arguments.add(Character.toString(odd()));
      return;
    }
    var at = random.nextInt(arguments.size());
    var word = arguments.get(at);
    var in = random.nextInt(word.length() + 1);
    switch (random.nextInt(6)) {
      case 0 -> arguments.remove(at);
      case 1 -> arguments.add(at, word);
      case 2 -> arguments.set(at, word.substring(0, in) + odd() + word.substring(in));
      case 3 -> arguments.set(at, word.substring(0, in));
      case 4 -> arguments.add(arguments.remove(random.nextInt(arguments.size())));
      default -> arguments.set(at, arguments.get(random.nextInt(arguments.size())));
    }
  }

  private char odd() {
    return ODD.charAt(random.nextInt(ODD.length()));
  }
}
