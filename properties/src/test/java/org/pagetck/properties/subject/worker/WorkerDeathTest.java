package org.pagetck.properties.subject.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.properties.subject.Conversation.MEMORY_BYTES;
import static org.pagetck.properties.subject.Conversation.PAGE;
import static org.pagetck.properties.subject.Conversation.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.subject.Conversation;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.Puppet;

/// Native mappers that end, or do not end, while they are asked.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WorkerDeathTest {
  private static final Operation MAP = map(PAGE, PageSize.SIZE_4K, 0);
  private static final Operation UNMAP = new Operation.Unmap(PAGE, PageSize.SIZE_4K);

  @TempDir private Path folder;

  private static Operation map(long page, PageSize size, long flags) {
    return new Operation.Map(page, size, 0, new EntryFlags(EntryFlags.PRESENT | flags));
  }

  /// Returns what the last of `operations` is answered, in a trace of their own.
  private static Outcome last(Instance instance, Operation... operations) {
    try (var talk = Conversation.on(instance)) {
      return List.of(operations).stream().map(talk::call).toList().getLast();
    }
  }

  private static Outcome lastOfDoor(String name, Operation... operations) {
    var library = NativeParts.library("libdoor-" + name + ".so");
    try (var subject = IsolatedSubject.ofLibrary(name, library);
        var instance = subject.start()) {
      instance.limitCalls(500);
      return last(instance, operations);
    }
  }

  private Outcome puppets(String function, String body, Operation operation) {
    try (var subject =
            IsolatedSubject.ofLibrary("puppet", Puppet.that(function, body).buildIn(folder));
        var instance = subject.start()) {
      return last(instance, operation);
    }
  }

  @Test
  void a_null_pointer_is_a_crash_by_signal() {
    var outcome =
        lastOfDoor(
            "crash",
            map(PAGE, PageSize.SIZE_1G, EntryFlags.GLOBAL),
            new Operation.Unmap(PAGE, PageSize.SIZE_1G));
    assertThat(outcome).isEqualTo(new Outcome.Crashed("SIGSEGV"));
  }

  @Test
  void an_endless_loop_is_a_hang_after_the_limit() {
    var outcome = lastOfDoor("hang", map(PAGE, PageSize.SIZE_4K, EntryFlags.DIRTY), UNMAP);
    assertThat(outcome).isEqualTo(new Outcome.Hung(500));
  }

  @Test
  void after_one_hang_the_next_is_told_sooner() {
    var library = Puppet.that("UNMAP", "for (;;) pause();").buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", library);
        var instance = subject.start()) {
      instance.limitCalls(1_000);
      assertThat(last(instance, UNMAP)).isEqualTo(new Outcome.Hung(1_000));
      assertThat(last(instance, UNMAP))
          .isEqualTo(new Outcome.Hung(WorkerInstance.HASTY_MILLIS_MIN));
    }
  }

  @Test
  void after_a_hang_a_subject_that_is_slow_still_gets_its_time() {
    var library =
        Puppet.that("UNMAP", "for (;;) pause();")
            .and("MAP", "usleep(150000); return 0;")
            .and("TRANSLATE", "usleep(600000); return 0;")
            .buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", library);
        var instance = subject.start()) {
      instance.limitCalls(5_000);
      assertThat(last(instance, MAP, UNMAP)).isEqualTo(new Outcome.Hung(5_000));
      assertThat(last(instance, new Operation.Translate(PAGE))).isNotInstanceOf(Outcome.Hung.class);
    }
  }

  @Test
  void an_exit_in_the_middle_is_a_crash_even_if_it_says_that_all_is_well() {
    var outcome = lastOfDoor("exit", map(PAGE, PageSize.SIZE_1G, 0), new Operation.Translate(PAGE));
    assertThat(outcome).isEqualTo(new Outcome.Crashed("exit status 0"));
  }

  @Test
  void a_write_past_the_end_of_the_memory_is_wild_and_says_where() {
    var page = PAGE + 511 * PageSize.SIZE_2M.bytes();
    assertThat(lastOfDoor("write-after", map(page, PageSize.SIZE_2M, 0)))
        .isEqualTo(new Outcome.Wild("0x%x".formatted(START + MEMORY_BYTES)));
  }

  @Test
  void a_write_before_the_memory_is_wild_and_says_where() {
    assertThat(lastOfDoor("write-before", MAP, UNMAP))
        .isEqualTo(new Outcome.Wild("0x%x".formatted(START - 8)));
  }

  @Test
  void a_physical_address_taken_for_an_offset_is_wild() {
    assertThat(puppets("MAP", "return host->memory[host->root];", MAP))
        .isEqualTo(new Outcome.Wild("0x%x".formatted(2 * START)));
  }

  @Test
  void more_events_written_than_fit_hit_a_guard() {
    var body = "host->events[1 << 20].a = 1; return 0;";
    assertThat(puppets("MAP", body, MAP)).isEqualTo(new Outcome.Crashed("SIGSEGV"));
  }

  @Test
  void a_stack_without_end_is_a_crash() {
    var body =
        """
        volatile char room[4096]; room[0] = 1;
        return pagetck_map(mapper, page + 1, size, frame, flags, table_flags, out) + room[0];
        """;
    assertThat(puppets("MAP", body, MAP)).isEqualTo(new Outcome.Crashed("SIGSEGV"));
  }

  @Test
  void signals_are_called_by_name() {
    assertThat(puppets("MAP", "abort();", MAP)).isEqualTo(new Outcome.Crashed("SIGABRT"));
    assertThat(puppets("MAP", "__builtin_trap();", MAP)).isEqualTo(new Outcome.Crashed("SIGILL"));
    assertThat(puppets("MAP", "kill(getpid(), 9); for (;;);", MAP))
        .isEqualTo(new Outcome.Crashed("SIGKILL"));
  }

  @Test
  void what_was_done_before_the_death_is_booked() {
    var body =
        """
        uint64_t frame_taken = pagetck_take_frame(host);
        pagetck_store(host, host->root, frame_taken | 1);
        abort();
        """;
    try (var subject =
            IsolatedSubject.ofLibrary("puppet", Puppet.that("MAP", body).buildIn(folder));
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      assertThat(talk.call(MAP)).isEqualTo(new Outcome.Crashed("SIGABRT"));
      assertThat(talk.events()).containsExactly("1 0x100001000 0x0", "3 0x100000000 0x100001001");
      assertThat(talk.stock().taken()).containsExactly(0x100001000L);
      assertThat(talk.bytes()[0]).isEqualTo((byte) 1);
    }
  }

  @Test
  void a_dead_subject_stays_dead_until_it_is_opened_again() {
    var library = Puppet.that("MAP", "fputs(\"last words\\n\", stderr); abort();").buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", library);
        var instance = subject.start()) {
      try (var talk = Conversation.on(instance)) {
        assertThat(talk.call(MAP)).isEqualTo(new Outcome.Crashed("SIGABRT"));
        assertThat(talk.call(UNMAP)).isEqualTo(new Outcome.Crashed("SIGABRT"));
        assertThat(instance.diagnostics()).isEqualTo("last words\n");
        assertThat(talk.end()).isEmpty();
      }
      assertThat(last(instance, UNMAP)).isInstanceOf(Outcome.Removed.class);
    }
  }

  @Test
  void a_crash_report_names_the_place_in_the_library() {
    var library = Puppet.that("MAP", "return *(volatile char *)page;").buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", library);
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      assertThat(talk.call(map(0x3000, PageSize.SIZE_4K, 0)))
          .isEqualTo(new Outcome.Crashed("SIGSEGV"));
      assertThat(instance.diagnostics()).contains("[libpuppet-").contains("pagetck_map");
    }
  }

  @Test
  void a_close_that_dies_or_hangs_is_told() {
    var dies = Puppet.that("CLOSE", "abort();").buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", dies);
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      assertThat(talk.end()).contains(new Outcome.Crashed("SIGABRT"));
      assertThat(last(instance, UNMAP)).isInstanceOf(Outcome.Removed.class);
    }
    var hangs = Puppet.that("CLOSE", "for (;;) pause();").buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", hangs);
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      instance.limitCalls(200);
      assertThat(talk.end()).contains(new Outcome.Hung(200));
    }
  }

  @Test
  void workers_that_die_between_two_traces_are_replaced_without_a_word() {
    try (var subject = IsolatedSubject.ofLibrary("puppet", Puppet.harmless().buildIn(folder));
        var instance = subject.start()) {
      for (var trace = 0; trace < 3; trace++) {
        assertThat(last(instance, UNMAP)).isInstanceOf(Outcome.Removed.class);
        var workers = workers();
        assertThat(workers).hasSizeGreaterThanOrEqualTo(2);
        workers.forEach(ProcessHandle::destroyForcibly);
        workers.forEach(worker -> worker.onExit().join());
      }
    }
  }

  @Test
  void thirty_deaths_in_a_row_lose_nothing_and_leave_nothing() throws IOException {
    var before = leftovers();
    var library = Puppet.that("MAP", "*(volatile char *)8 = 1; return 0;").buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", library);
        var instance = subject.start()) {
      for (var death = 0; death < 30; death++) {
        try (var talk = Conversation.on(instance)) {
          assertThat(talk.call(UNMAP))
              .isEqualTo(new Outcome.Removed(0, EntryFlags.NONE, Flush.UNKNOWN));
          assertThat(talk.call(MAP)).isEqualTo(new Outcome.Crashed("SIGSEGV"));
        }
      }
      assertThat(workers()).isNotEmpty();
    }
    assertThat(workers()).isEmpty();
    assertThat(leftovers()).isEqualTo(before);
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains("libpuppet-"))
        .toList();
  }

  /// Returns what workers might leave: crash files, core dumps, shared memory, temporary files.
  private static List<Path> leftovers() throws IOException {
    try (var here = Files.list(Path.of(""));
        var temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")));
        var shared = Files.list(Path.of("/dev/shm"))) {
      return Stream.of(here, temporary, shared)
          .flatMap(paths -> paths)
          .filter(path ->
              path.getFileName().toString().matches("(hs_err|core|pagetck|\\.java_pid|memfd).*"))
          .sorted()
          .toList();
    }
  }
}
