package org.pagetck.properties.subject.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pagetck.properties.subject.Conversation.PAGE;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.subject.Conversation;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.nativelib.NativeSubject;

/// Programs as subjects: those that do what the protocol says, and those that do not.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProcessSubjectTest {
  private static final Operation MAP =
      new Operation.Map(PAGE, PageSize.SIZE_4K, 0, new EntryFlags(EntryFlags.PRESENT));
  private static final Operation UNMAP = new Operation.Unmap(PAGE, PageSize.SIZE_4K);
  private static final Operation LOOK = new Operation.Translate(PAGE);
  private static final Outcome MAPPED = new Outcome.Done(Flush.UNKNOWN);
  private static final Outcome UNMAPPED = new Outcome.Removed(0, EntryFlags.NONE, Flush.UNKNOWN);

  private static ProcessSubject subject(List<String> command) {
    return new ProcessSubject("process:x", command);
  }

  private static List<String> sample(String... words) {
    var program = NativeParts.library("pagetck-sample").toAbsolutePath().toString();
    return words.length == 0 ? List.of(program) : List.of(program, words[0]);
  }

  /// Returns the answers of a fresh copy, which knows what comes.
  private static List<Outcome> answers(ProcessSubject subject, Operation... operations) {
    try (var instance = subject.start()) {
      try (var talk = Conversation.ahead(instance, List.of(operations))) {
        return List.of(operations).stream().map(talk::call).toList();
      }
    }
  }

  @Test
  void the_sample_answers_as_a_program_what_it_answers_as_a_library() {
    var script = Conversation.script();
    try (var library = new NativeSubject("x", NativeParts.sample());
        var here = library.start();
        var near = Conversation.on(here);
        var subject = subject(sample());
        var there = subject.start();
        var far = Conversation.ahead(there, script)) {
      for (var operation : script) {
        assertThat(far.call(operation)).as("%s", operation).isEqualTo(near.call(operation));
      }
      assertThat(far.end()).isEmpty();
    }
  }

  @Test
  void in_memory_of_the_suite_it_leaves_the_same_events_and_bytes() {
    try (var library = new NativeSubject("x", NativeParts.sample());
        var here = library.start();
        var near = Conversation.on(here);
        var subject = subject(sample("bytes"));
        var there = subject.start();
        var far = Conversation.on(there)) {
      assertThat(subject.describe()).contains("effects = stores\n");
      assertThat(far.transcript(Conversation.script()))
          .isEqualTo(near.transcript(Conversation.script()));
      assertThat(far.bytes()).isEqualTo(near.bytes());
    }
  }

  @Test
  void a_budget_is_kept_by_the_program() {
    try (var subject = subject(sample());
        var instance = subject.start();
        var talk = Conversation.answersOnly(instance)) {
      assertThat(instance.showsFrames()).isFalse();
      assertThat(instance.limitFrames(new TraceLine.Budget(2))).isTrue();
      assertThat(talk.call(MAP)).isEqualTo(Outcome.refused(Refusal.NO_FRAME));
      assertThat(instance.limitFrames(TraceLine.Budget.ALL)).isTrue();
      assertThat(talk.call(MAP)).isEqualTo(new Outcome.Done(Flush.NONE));
    }
    try (var subject = subject(Script.that("budget*) say unsupported ;;"));
        var instance = subject.start();
        var talk = Conversation.answersOnly(instance)) {
      assertThat(instance.limitFrames(new TraceLine.Budget(2))).isFalse();
      assertThat(talk.call(MAP)).isEqualTo(MAPPED);
    }
  }

  @Test
  void a_program_says_what_it_is_and_bytes_are_not_seen_unless_it_says_so() {
    try (var subject = subject(Script.that())) {
      assertThat(subject.spelling()).isEqualTo("process:x");
      assertThat(subject.describe()).isEqualTo("name = script\neffects = none\nrestorable = no\n");
      assertThat(subject.operations()).isEmpty();
    }
  }

  @Test
  void a_console_may_share_the_line() {
    var command =
        Script.that(
            "pagetck*) echo 'Booting.'; printf 'pagetck: mapper name=kernel\\r\\n' ;;",
            "map*) printf '[  0.5] cpu0: '; echo; echo okay; echo 'pagetck: ok flush=none' ;;",
            "unmap*) echo grumble >&2; say 'ok 0x0' ;;");
    try (var subject = subject(command);
        var instance = subject.start();
        var talk = Conversation.ahead(instance, List.of(MAP, UNMAP))) {
      assertThat(subject.describe()).startsWith("name = kernel\n");
      assertThat(talk.call(MAP)).isEqualTo(new Outcome.Done(Flush.NONE));
      assertThat(talk.call(UNMAP)).isEqualTo(UNMAPPED);
      assertThat(instance.diagnostics()).contains("[  0.5] cpu0: \nokay\n").contains("grumble\n");
    }
  }

  @Test
  void answers_that_come_letter_by_letter_are_waited_for() {
    var slowly = "for c in o k ' ' f l u s h = a l l; do printf %s \"$c\"; sleep 0.02; done; echo";
    assertThat(answers(subject(Script.that("map*) " + slowly + " ;;")), MAP, MAP))
        .containsOnly(new Outcome.Done(Flush.ALL));
  }

  @Test
  void a_console_that_swallows_the_first_handshake_is_greeted_again() {
    var deaf = "pagetck*) n=$((n + 1)); [ $n -eq 1 ] || say 'mapper name=late' ;;";
    try (var subject = subject(Script.that(deaf))) {
      assertThat(subject.describe()).startsWith("name = late\n");
      assertThat(answers(subject, MAP, UNMAP)).isEqualTo(List.of(MAPPED, UNMAPPED));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kill -SEGV $$, SIGSEGV",
    "exit 3, exit status 3",
    "exit 0, exit status 0",
    "kill -9 $$, SIGKILL",
    "printf 'ok fl'; exit 4, exit status 4",
    "exec >&-; sleep 100, its output is closed",
  })
  void an_end_in_the_middle_belongs_to_the_call_that_it_comes_from(String end, String how) {
    for (var command :
        List.of(
            Script.that("unmap*) " + end + " ;;"),
            Script.thatHoldsBack("unmap*) " + end + " ;;"))) {
      try (var subject = subject(command)) {
        assertThat(answers(subject, MAP, MAP, UNMAP, MAP))
            .isEqualTo(List.of(MAPPED, MAPPED, new Outcome.Crashed(how), new Outcome.Crashed(how)));
        assertThat(answers(subject, MAP)).isEqualTo(List.of(MAPPED));
      }
    }
  }

  @Test
  void a_call_that_does_not_end_hangs_and_ends_what_it_started() {
    var command = Script.thatHoldsBack("unmap*) sleep 1234567 ;;");
    try (var subject = subject(command);
        var instance = subject.start();
        var talk = Conversation.ahead(instance, List.of(MAP, UNMAP, MAP))) {
      instance.limitCalls(600);
      assertThat(List.of(MAP, UNMAP, MAP).stream().map(talk::call))
          .containsExactly(MAPPED, new Outcome.Hung(600), new Outcome.Hung(600));
    }
    assertThat(sleepers("1234567")).isEmpty();
  }

  @Test
  void what_a_wrapper_left_running_is_ended_too() {
    var command = Script.that("unmap*) sleep 7654321 & exit 1 ;;");
    try (var subject = subject(command)) {
      assertThat(answers(subject, MAP, UNMAP))
          .isEqualTo(List.of(MAPPED, new Outcome.Crashed("exit status 1")));
    }
    assertThat(sleepers("7654321")).isEmpty();
  }

  private static List<ProcessHandle> sleepers(String seconds) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").endsWith("sleep " + seconds))
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  @Test
  void garbage_is_no_answer_and_the_next_trace_finds_the_place_again() {
    var noise = "unmap*) head -c 3000 /dev/urandom; echo; echo 'ok 0xzz'; echo ok; echo ok ;;";
    try (var subject = subject(Script.that(noise));
        var instance = subject.start()) {
      for (var trace = 0; trace < 3; trace++) {
        var operations = List.of(MAP, UNMAP);
        try (var talk = Conversation.ahead(instance, operations)) {
          assertThat(talk.call(MAP)).isEqualTo(MAPPED);
          assertThat(talk.call(UNMAP)).isEqualTo(new Outcome.Garbled("'ok 0xzz'"));
        }
        try (var talk = Conversation.ahead(instance, List.of(MAP, LOOK))) {
          assertThat(talk.call(MAP)).isEqualTo(MAPPED);
          assertThat(talk.call(LOOK)).isEqualTo(Outcome.refused(Refusal.NOT_MAPPED));
        }
      }
    }
  }

  @Test
  void a_flood_neither_stops_nor_fills_the_suite() {
    var flood = "unmap*) yes ok | head -n 1000000; yes no | head -c 5000000; echo; say 'ok 0x0' ;;";
    try (var subject = subject(Script.that(flood));
        var instance = subject.start()) {
      try (var talk = Conversation.ahead(instance, List.of(UNMAP))) {
        assertThat(talk.call(UNMAP)).isEqualTo(new Outcome.Garbled("'ok'"));
        assertThat(instance.diagnostics()).hasSizeLessThan(100_000);
      }
      try (var talk = Conversation.ahead(instance, List.of(MAP))) {
        assertThat(talk.call(MAP)).isEqualTo(MAPPED);
      }
    }
  }

  @Test
  void lines_that_are_known_are_sent_together() {
    var counting = ".) n=$((n + 1)); echo \"flush $n\"; flush ;;";
    var many = Collections.nCopies(16, MAP);
    try (var subject = subject(Script.thatHoldsBack(counting));
        var instance = subject.start();
        var talk = Conversation.ahead(instance, many)) {
      assertThat(many.stream().map(talk::call)).containsOnly(MAPPED);
      assertThat(talk.end()).isEmpty();
      assertThat(instance.diagnostics()).isEqualTo("flush 2\n");
    }
  }

  @Test
  void a_close_that_dies_or_does_not_end_is_told() {
    try (var subject = subject(Script.that("close) kill -ABRT $$ ;;"));
        var instance = subject.start();
        var talk = Conversation.ahead(instance, List.of(MAP))) {
      assertThat(talk.call(MAP)).isEqualTo(MAPPED);
      assertThat(talk.end()).contains(new Outcome.Crashed("SIGABRT"));
    }
    try (var subject = subject(Script.that("close) ;;"));
        var instance = subject.start();
        var talk = Conversation.ahead(instance, List.of(MAP))) {
      instance.limitCalls(200);
      assertThat(talk.call(MAP)).isEqualTo(MAPPED);
      assertThat(talk.end()).contains(new Outcome.Hung(200));
    }
  }

  @Test
  void an_end_that_only_lines_sent_together_bring_about_is_not_lost() {
    var moody = "unmap*) [ $held ] && exit 5; say 'ok 0x0' ;;";
    var command = Script.thatHoldsBack(moody, "map*) held=1; say ok ;;", ".) held=; flush ;;");
    try (var subject = subject(command);
        var instance = subject.start();
        var talk = Conversation.ahead(instance, List.of(MAP, UNMAP))) {
      assertThat(talk.call(MAP)).isEqualTo(MAPPED);
      assertThat(talk.call(UNMAP)).isEqualTo(UNMAPPED);
      assertThat(talk.end()).contains(new Outcome.Crashed("exit status 5"));
    }
  }

  @Test
  void a_program_that_cannot_be_used_is_refused_in_one_sentence() {
    assertFails(
        List.of("/no/such/program"),
        "the program cannot be started: .*No such file or directory.*");
    assertFails(
        List.of("sh", "-c", "echo lost >&2; exit 9"),
        "sh ended before it answered the handshake: exit status 9; it printed: lost");
    try (var subject = subject(Script.that("open*) say 'panic no memory' ;;"))) {
      assertThatThrownBy(() -> answers(subject, MAP))
          .isInstanceOf(SubjectFailedException.class)
          .hasMessage("sh could not be opened: it answers 'panic no memory' to 'open levels=4'");
    }
  }

  private static void assertFails(List<String> command, String sentence) {
    assertThatThrownBy(() -> subject(command))
        .isInstanceOf(SubjectFailedException.class)
        .hasMessageMatching(sentence);
  }
}
