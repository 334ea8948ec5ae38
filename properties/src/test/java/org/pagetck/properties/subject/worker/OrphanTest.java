package org.pagetck.properties.subject.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.subject.Conversation;
import org.pagetck.properties.subject.Puppet;

/// What becomes of workers when the suite itself is killed.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OrphanTest {
  @TempDir private Path folder;

  /// A suite of its own, which tells its workers and asks for something that never ends.
  public static final class Suite {
    private Suite() {}

    /// Runs it on the library that is named first.
    public static void main(String[] arguments) {
      try (var subject = IsolatedSubject.ofLibrary("puppet", Path.of(arguments[0]));
          var instance = subject.start();
          var talk = Conversation.on(instance)) {
        instance.limitCalls(Long.MAX_VALUE / 1_000_000);
        var workers = ProcessHandle.current().children().map(ProcessHandle::pid).toList();
        System.out.println(workers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        talk.call(new Operation.Map(0, PageSize.SIZE_4K, 0, new EntryFlags(EntryFlags.PRESENT)));
      }
    }
  }

  private static String classPath() {
    return Stream.of(Suite.class, WorkerMain.class, Operation.class)
        .map(type -> WorkerCommand.location(type).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void no_worker_outlives_a_suite_that_is_killed_while_the_mapper_runs_in_circles()
      throws IOException, InterruptedException {
    var library = Puppet.that("MAP", "for (;;);").buildIn(folder);
    var suite =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Suite.class.getName(),
                library.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = suite.inputReader()) {
      var workers =
          Stream.of(output.readLine().split(" "))
              .map(Long::parseLong)
              .map(ProcessHandle::of)
              .toList();
      assertThat(workers).hasSizeGreaterThanOrEqualTo(2);
      suite.destroyForcibly().waitFor();
      for (var worker : workers) {
        worker.ifPresent(process -> process.onExit().join());
        assertThat(worker.filter(ProcessHandle::isAlive)).isEmpty();
      }
    }
  }
}
