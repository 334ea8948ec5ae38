package org.pagetck.properties.subject.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pagetck.properties.subject.Conversation.PAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.properties.subject.Conversation;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.Puppet;
import org.pagetck.properties.subject.SubjectFailedException;

/// Native mappers in this process.
class NativeSubjectTest {
  private static final EntryFlags FLAGS = new EntryFlags(EntryFlags.PRESENT | EntryFlags.WRITABLE);
  private static final Operation MAP = new Operation.Map(PAGE, PageSize.SIZE_4K, 0x5000, FLAGS);

  @TempDir private Path folder;

  @Test
  void the_sample_maps_and_its_stores_takes_and_answers_are_seen() {
    try (var subject = new NativeSubject("sample", NativeParts.sample());
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      assertThat(talk.call(MAP)).isEqualTo(new Outcome.Done(Flush.NONE));
      assertThat(talk.stock().taken()).containsExactly(0x100001000L, 0x100002000L, 0x100003000L);
      assertThat(talk.events()).contains("1 0x100001000 0x0", "3 0x100003000 0x5003");
      assertThat(talk.call(new Operation.Translate(PAGE + 0x123)))
          .isEqualTo(new Outcome.Translated(PageSize.SIZE_4K, 0x5000, 0x123, FLAGS));
      assertThat(talk.call(new Operation.Unmap(PAGE, PageSize.SIZE_4K)))
          .isEqualTo(new Outcome.Removed(0x5000, FLAGS, Flush.PAGE));
    }
  }

  @Test
  void the_declaration_and_the_operations_are_the_librarys() {
    try (var subject = new NativeSubject("native:x", NativeParts.sample())) {
      assertThat(subject.spelling()).isEqualTo("native:x");
      assertThat(subject.describe()).startsWith("name = pagetck C sample\n");
      assertThat(subject.operations().orElseThrow()).containsExactlyElementsOf(OperationKind.all());
    }
  }

  @Test
  void an_optional_function_that_is_missing_is_unsupported() {
    var library = Puppet.harmless().buildIn(folder);
    try (var subject = new NativeSubject("puppet", library);
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      assertThat(subject.operations().orElseThrow())
          .doesNotContain(
              OperationKind.CLEAR, OperationKind.SET_TABLE_FLAGS, OperationKind.CLEAN_UP)
          .hasSize(6);
      assertThat(talk.call(new Operation.Clear(PAGE, PageSize.SIZE_4K)))
          .isEqualTo(Outcome.UNSUPPORTED);
      assertThat(talk.call(new Operation.SetTableFlags(PAGE, 4, FLAGS)))
          .isEqualTo(Outcome.UNSUPPORTED);
      assertThat(talk.call(new Operation.CleanUp(0, -1))).isEqualTo(Outcome.UNSUPPORTED);
    }
  }

  private Outcome answerOf(Operation operation, String function, String body) {
    var library = Puppet.that(function, body).buildIn(folder);
    try (var subject = new NativeSubject("puppet", library);
        var instance = subject.start();
        var talk = Conversation.on(instance)) {
      return talk.call(operation);
    }
  }

  @Test
  void each_argument_arrives_in_its_place() {
    var operation =
        new Operation.MapWithTableFlags(
            PAGE, PageSize.SIZE_1G, -0x40000000L, FLAGS, new EntryFlags(EntryFlags.NO_EXECUTE));
    var body =
        """
        return page == 0xffff800000000000 && size == PAGETCK_1G && frame == 0xffffffffc0000000 && flags == 3
            && table_flags == 0x8000000000000000 && host->version == 1 && host->levels == 4
            && host->memory_start == 0x100000000 && host->memory_bytes == 8 << 20
            && host->root == 0x100000000 && host->frames_left == 64
            && host->frames[63] == 0x100001000 && host->frames[0] == 0x100040000
            && host->memory[0x1000] == 0xa5 && out->flush == 0 ? PAGETCK_OK : PAGETCK_REFUSED;
        """;
    assertThat(answerOf(operation, "MAP", body)).isEqualTo(new Outcome.Done(Flush.UNKNOWN));
    assertThat(answerOf(MAP, "MAP", "return table_flags == PAGETCK_NO_ADDRESS ? 0 : 12;"))
        .isEqualTo(new Outcome.Done(Flush.UNKNOWN));
  }

  @Test
  void each_status_has_its_outcome() {
    for (var reason : Refusal.all()) {
      assertThat(answerOf(MAP, "MAP", "return PAGETCK_%s;".formatted(reason)))
          .isEqualTo(Outcome.refused(reason));
    }
    assertThat(answerOf(MAP, "MAP", "return PAGETCK_UNSUPPORTED;")).isEqualTo(Outcome.UNSUPPORTED);
    assertThat(answerOf(MAP, "MAP", "return PAGETCK_PANIC;")).isInstanceOf(Outcome.Panicked.class);
    assertThat(answerOf(MAP, "MAP", "return PAGETCK_WILD;")).isInstanceOf(Outcome.Wild.class);
  }

  @Test
  void an_answer_that_the_interface_does_not_have_is_garbled() {
    var unmap = new Operation.Unmap(PAGE, PageSize.SIZE_4K);
    var translate = new Operation.Translate(PAGE);
    assertThat(answerOf(MAP, "MAP", "return 57;")).isEqualTo(new Outcome.Garbled("status 57"));
    assertThat(answerOf(MAP, "MAP", "return -1;")).isEqualTo(new Outcome.Garbled("status -1"));
    assertThat(answerOf(MAP, "MAP", "out->flush = 4; return 0;"))
        .isEqualTo(new Outcome.Garbled("flush code 4"));
    assertThat(answerOf(translate, "TRANSLATE", "out->size = 3; return 0;"))
        .isEqualTo(new Outcome.Garbled("page size code 3"));
    assertThat(answerOf(unmap, "UNMAP", "out->flags = 0x2003; return 0;"))
        .isEqualTo(new Outcome.Garbled("bits 0x2000 among the flags 0x2003"));
  }

  @Test
  void huge_page_among_the_flags_of_an_answer_is_masked_and_pat_is_bit_12() {
    assertThat(
            answerOf(new Operation.Translate(PAGE), "TRANSLATE", "out->flags = 0x1081; return 0;"))
        .isEqualTo(
            new Outcome.Translated(
                PageSize.SIZE_4K, 0, 0, new EntryFlags(EntryFlags.PRESENT | EntryFlags.PAT)));
  }

  @Test
  void a_library_that_cannot_be_used_is_refused_in_one_sentence() throws IOException {
    var text = Files.writeString(folder.resolve("text.so"), "no library");
    assertFails(Path.of("/no/such.so"), "there is no library /no/such.so");
    assertThatThrownBy(() -> new NativeSubject("x", text))
        .isInstanceOf(SubjectFailedException.class)
        .hasMessageStartingWith("the library " + text + " does not load: ");
    var missing = NativeParts.library("libdoor-missing-symbol.so");
    assertFails(missing, "the library " + missing + " has no function pagetck_translate");
    var silent = Puppet.that("DESCRIBE", "return NULL;").buildIn(folder);
    assertFails(silent, "pagetck_describe of " + silent + " gives null");
  }

  @Test
  void a_declaration_that_is_no_text_is_refused() {
    var library = Puppet.that("DESCRIBE", "return \"name = \\xff\";").buildIn(folder);
    assertFails(
        library,
        "pagetck_describe of " + library + " gives no UTF-8 text of fewer than 65536 bytes");
  }

  private static void assertFails(Path library, String sentence) {
    assertThatThrownBy(() -> new NativeSubject("x", library))
        .isInstanceOf(SubjectFailedException.class)
        .hasMessage(sentence);
  }

  @Test
  void an_open_that_gives_null_fails() {
    var library = NativeParts.library("libdoor-null-open.so");
    try (var subject = new NativeSubject("x", library);
        var instance = subject.start()) {
      assertThatThrownBy(() -> Conversation.on(instance))
          .isInstanceOf(SubjectFailedException.class)
          .hasMessage("pagetck_open of " + library + " gives null");
    }
  }
}
