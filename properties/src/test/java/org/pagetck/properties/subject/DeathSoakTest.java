package org.pagetck.properties.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.properties.subject.Conversation.PAGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.subject.process.ProcessSubject;
import org.pagetck.properties.subject.worker.IsolatedSubject;

/// Subjects that die in every way, again and again: no answer is lost, nothing is left behind, and
/// the suite does not grow. `-Dpagetck.deaths=10000` makes it a soak.
@Timeout(value = 10, unit = TimeUnit.HOURS)
class DeathSoakTest {
  private static final int DEATHS = Integer.getInteger("pagetck.deaths", 100);
  private static final long CALL_MILLIS = 400;
  private static final long GROWTH_BYTES_MAX = 48L << 20;
  private static final Operation LOOK = new Operation.Translate(PAGE);

  @TempDir private Path folder;

  /// What a map of frame number `index` in the list does, and what becomes of it.
  private record Death(String how, Predicate<Outcome> owed) {}

  private static boolean hangs(Outcome outcome) {
    return outcome instanceof Outcome.Hung(var limitMillis) && limitMillis <= CALL_MILLIS;
  }

  private static Predicate<Outcome> crash(String how) {
    return outcome -> outcome.equals(new Outcome.Crashed(how));
  }

  private static final List<Death> OF_PROGRAMS =
      List.of(
          new Death("kill -SEGV $$", crash("SIGSEGV")),
          new Death("exit 3", crash("exit status 3")),
          new Death(
              "head -c 2000 /dev/urandom | tr ok xx; echo; say 'ok 0x0 0x0'",
              Outcome.Garbled.class::isInstance),
          new Death("printf 'ok fl'; exit 0", crash("exit status 0")),
          new Death("kill -KILL $$", crash("SIGKILL")),
          new Death("sleep 4242424", DeathSoakTest::hangs));

  private static final List<Death> OF_LIBRARIES =
      List.of(
          new Death("*(volatile char *)8 = 1; return 0;", crash("SIGSEGV")),
          new Death("_exit(3);", crash("exit status 3")),
          new Death("return 57;", Outcome.Garbled.class::isInstance),
          new Death("abort();", crash("SIGABRT")),
          new Death(
              "for (;;) { char *p = malloc(1 << 20); if (!p || !(p[0] = 1)) abort();"
                  + " if (++calls > 64) kill(getpid(), 9); }",
              crash("SIGKILL")),
          new Death("for (;;);", DeathSoakTest::hangs));

  private static Operation map(int index) {
    return new Operation.Map(
        PAGE, PageSize.SIZE_4K, 0x1000L * index, new EntryFlags(EntryFlags.PRESENT));
  }

  private static List<String> program() {
    var cases =
        IntStream.range(0, OF_PROGRAMS.size())
            .mapToObj(i -> "map*' 0x%x000 '*) %s ;;".formatted(i, OF_PROGRAMS.get(i).how()))
            .map(text -> text.replace(" 0x0000 ", " 0x0 "))
            .collect(Collectors.joining("\n    "));
    return List.of(
        "sh",
        "-c",
        """
        say() { printf '%%s\\n' "$1"; }
        while IFS= read -r line; do
          case $line in
            %s
            pagetck*) say 'mapper name=mortal' ;;
            .) ;;
            translate*) say 'refused NOT_MAPPED' ;;
            *) say ok ;;
          esac
        done
        """
            .formatted(cases));
  }

  private Path library() {
    var body =
        IntStream.range(0, OF_LIBRARIES.size())
            .mapToObj(i -> "case %d: %s".formatted(i, OF_LIBRARIES.get(i).how()))
            .collect(
                Collectors.joining(
                    " ", "static int calls; switch (frame >> 12) { ", " } return 0;"));
    return Puppet.that("MAP", body).and("TRANSLATE", "return PAGETCK_NOT_MAPPED;").buildIn(folder);
  }

  @Test
  void programsThatDieLoseNothingAndLeaveNothing() throws IOException {
    try (var subject = new ProcessSubject("process:mortal", program())) {
      die(subject, OF_PROGRAMS, DEATHS * 6 / 10);
    }
    assertThat(left("sleep 4242424")).isEmpty();
  }

  @Test
  void librariesThatDieLoseNothingAndLeaveNothing() throws IOException {
    try (var subject = IsolatedSubject.ofLibrary("native:mortal", library())) {
      die(subject, OF_LIBRARIES, DEATHS * 4 / 10);
    }
    assertThat(left(folder.toString())).isEmpty();
  }

  private static void die(Subject subject, List<Death> deaths, int count) throws IOException {
    try (var instance = subject.start()) {
      instance.limitCalls(CALL_MILLIS);
      var files = Set.<String>of();
      var bytes = 0L;
      for (var number = 0; number < count; number++) {
        if (number == 2 * deaths.size()) {
          files = openFiles();
          bytes = usedBytes();
        }
        die(instance, deaths, number % deaths.size());
      }
      assertThat(openFiles()).hasSizeLessThanOrEqualTo(files.size() + 2);
      assertThat(usedBytes()).isLessThan(bytes + GROWTH_BYTES_MAX);
    }
  }

  private static void die(Instance instance, List<Death> deaths, int index) {
    var operations = List.of(LOOK, LOOK, map(index), LOOK);
    try (var talk = Conversation.ahead(instance, operations)) {
      var refused = talk.call(LOOK);
      assertThat(refused).isInstanceOf(Outcome.Refused.class);
      assertThat(talk.call(LOOK)).isEqualTo(refused);
      var death = deaths.get(index);
      var outcome = talk.call(map(index));
      assertThat(death.owed().test(outcome)).as("%s: %s", death.how(), outcome).isTrue();
    }
  }

  private static Set<String> openFiles() throws IOException {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return files.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static long usedBytes() {
    System.gc();
    var resident = readStatus().getOrDefault("VmRSS", "0 kB").replaceAll("[^0-9]", "");
    return Long.parseLong(resident) << 10;
  }

  private static Map<String, String> readStatus() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .map(line -> line.split(":\\s*", 2))
          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ProcessHandle> left(String command) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(command))
        .filter(ProcessHandle::isAlive)
        .toList();
  }
}
