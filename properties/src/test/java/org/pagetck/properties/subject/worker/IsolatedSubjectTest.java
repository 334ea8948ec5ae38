package org.pagetck.properties.subject.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pagetck.properties.subject.Conversation.PAGE;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.subject.Conversation;
import org.pagetck.properties.subject.KeptText;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.Puppet;
import org.pagetck.properties.subject.Subject;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.nativelib.NativeSubject;

/// Native mappers in workers that live.
class IsolatedSubjectTest {
  private static final Operation MAP =
      new Operation.Map(PAGE, PageSize.SIZE_4K, 0, new EntryFlags(EntryFlags.PRESENT));

  @TempDir private Path folder;

  private static List<String> talk(Subject subject) {
    try (subject;
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      return talk.transcript(Conversation.script());
    }
  }

  @Test
  void the_sample_says_and_does_the_same_in_a_worker_as_in_this_process() {
    var isolated = talk(IsolatedSubject.ofLibrary("sample", NativeParts.sample()));
    var here = talk(new NativeSubject("sample", NativeParts.sample()));
    assertThat(isolated).isEqualTo(here).hasSizeGreaterThan(Conversation.script().size());
    assertThat(isolated).anyMatch(line -> line.contains("ALREADY_MAPPED"));
  }

  @Test
  void the_bytes_after_a_conversation_are_the_same_too() {
    try (var subject = IsolatedSubject.ofLibrary("sample", NativeParts.sample());
        var worker = subject.start();
        var near = new NativeSubject("sample", NativeParts.sample());
        var here = near.start();
        var far = Conversation.on(worker);
        var close = Conversation.on(here)) {
      far.transcript(Conversation.script());
      close.transcript(Conversation.script());
      assertThat(far.bytes()).isEqualTo(close.bytes());
    }
  }

  @Test
  void declaration_and_operations_come_out_of_the_worker() {
    try (var subject = IsolatedSubject.ofLibrary("native:x", NativeParts.sample())) {
      assertThat(subject.spelling()).isEqualTo("native:x");
      assertThat(subject.describe()).startsWith("name = pagetck C sample\n");
      assertThat(subject.operations().orElseThrow()).containsExactlyElementsOf(OperationKind.all());
    }
  }

  @Test
  void memory_is_the_same_for_the_same_size_and_zero_at_first() {
    try (var subject = IsolatedSubject.ofLibrary("sample", NativeParts.sample());
        var instance = subject.start()) {
      var memory = instance.memory(1 << 20);
      assertThat(memory.byteSize()).isEqualTo(1 << 20);
      assertThat(memory.toArray(ValueLayout.JAVA_LONG)).containsOnly(0);
      assertThat(instance.memory(1 << 20)).isSameAs(memory);
      assertThat(instance.memory(2 << 20).byteSize()).isEqualTo(2 << 20);
    }
  }

  @Test
  void one_copy_serves_trace_after_trace_over_memories_of_any_size() {
    try (var subject = IsolatedSubject.ofLibrary("sample", NativeParts.sample());
        var instance = subject.start()) {
      for (var trace = 0; trace < 20; trace++) {
        instance.memory((trace % 3 + 1L) << 20);
        try (var talk = Conversation.on(instance, 3)) {
          assertThat(talk.call(MAP)).isEqualTo(new Outcome.Done(Flush.NONE));
          assertThat(talk.stock().available()).isZero();
          assertThat(talk.end()).isEmpty();
        }
      }
    }
  }

  @Test
  void two_copies_do_not_share_anything() {
    try (var subject = IsolatedSubject.ofLibrary("sample", NativeParts.sample());
        var first = subject.start();
        var second = subject.start();
        var one = Conversation.on(first);
        var other = Conversation.on(second)) {
      assertThat(one.call(MAP)).isEqualTo(new Outcome.Done(Flush.NONE));
      assertThat(other.call(new Operation.Translate(PAGE))).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void what_a_mapper_prints_is_kept_for_its_trace() {
    var library =
        Puppet.that("MAP", "fprintf(stderr, \"frame %d\\n\", (int)frame); return PAGETCK_PANIC;")
            .buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", library);
        var instance = subject.start()) {
      try (var talk = Conversation.on(instance)) {
        assertThat(talk.call(MAP)).isInstanceOf(Outcome.Panicked.class);
        assertThat(instance.diagnostics()).isEqualTo("frame 0\n");
      }
      try (var talk = Conversation.on(instance)) {
        talk.call(new Operation.Translate(PAGE));
        assertThat(instance.diagnostics()).isEmpty();
      }
    }
  }

  @Test
  void a_mapper_that_prints_without_end_neither_stops_nor_fills_the_suite() {
    var library =
        Puppet.that("MAP", "for (int i = 0; i < 100000; i++) puts(\"0123456789\"); return 0;")
            .buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("puppet", library);
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      instance.limitCalls(60_000);
      assertThat(talk.call(MAP)).isEqualTo(new Outcome.Done(Flush.UNKNOWN));
      assertThat(instance.diagnostics()).hasSizeLessThan(KeptText.BYTES_MAX + 100);
    }
  }

  @Test
  void a_library_that_cannot_be_used_is_refused_in_one_sentence() {
    assertFails(Path.of("/no/such.so"), "there is no library /no/such.so");
    var missing = NativeParts.library("libdoor-missing-symbol.so").toAbsolutePath();
    assertFails(missing, "the library " + missing + " has no function pagetck_translate");
  }

  @Test
  void a_library_that_dies_while_it_is_loaded_or_described_does_not_take_the_suite_down() {
    var loaded = Puppet.that("LOAD", "abort();").buildIn(folder);
    assertFails(
        loaded, "the library " + loaded + " ended its process while it was loaded: SIGABRT");
    var left = Puppet.that("LOAD", "_exit(3);").buildIn(folder);
    assertFails(
        left, "the library " + left + " ended its process while it was loaded: exit status 3");
    var described = Puppet.that("DESCRIBE", "return (char *)8;").buildIn(folder);
    assertFails(
        described,
        "the library "
            + described
            + " ended its process while it was asked for its declaration: SIGSEGV");
    var silent = Puppet.that("DESCRIBE", "return NULL;").buildIn(folder);
    assertFails(silent, "pagetck_describe of " + silent + " gives null");
  }

  private static void assertFails(Path library, String sentence) {
    assertThatThrownBy(() -> IsolatedSubject.ofLibrary("x", library))
        .isInstanceOf(SubjectFailedException.class)
        .hasMessage(sentence);
  }

  @Test
  void an_open_that_gives_null_fails_and_the_next_one_may_succeed() {
    var library =
        Puppet.that("OPEN", "return host->frames_left == 0 ? NULL : host;").buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("x", library);
        var instance = subject.start()) {
      assertThatThrownBy(() -> Conversation.on(instance, 0))
          .isInstanceOf(SubjectFailedException.class)
          .hasMessage("pagetck_open of " + library + " gives null");
      try (var talk = Conversation.on(instance)) {
        assertThat(talk.call(MAP)).isEqualTo(new Outcome.Done(Flush.UNKNOWN));
      }
    }
  }

  @Test
  void an_open_that_crashes_twice_fails() {
    var library = Puppet.that("OPEN", "abort();").buildIn(folder);
    try (var subject = IsolatedSubject.ofLibrary("x", library);
        var instance = subject.start()) {
      assertThatThrownBy(() -> Conversation.on(instance))
          .isInstanceOf(SubjectFailedException.class)
          .hasMessage("the library " + library + " could not be opened: crashed SIGABRT");
    }
  }
}
