package org.pagetck.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.operation.OperationKind.CLEAR;
import static org.pagetck.model.operation.OperationKind.MAP;
import static org.pagetck.model.operation.OperationKind.TRANSLATE;
import static org.pagetck.model.operation.OperationKind.TRANSLATE_PAGE;
import static org.pagetck.model.operation.OperationKind.UNMAP;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// The spelling of outcomes.
class OutcomeTextTest {
  private static final EntryFlags FLAGS = new EntryFlags(EntryFlags.PRESENT | EntryFlags.WRITABLE);

  @Test
  void each_answer_has_its_spelling() {
    assertBoth(MAP, "ok flush=page", new Outcome.Done(Flush.PAGE));
    assertBoth(
        UNMAP,
        "ok 0x1000 flags=PRESENT|WRITABLE flush=0x2000+4096",
        new Outcome.Removed(0x1000, FLAGS, new Flush.Range(0x2000, 4096)));
    assertBoth(CLEAR, "ok reserved 0x1e flush=none", new Outcome.RemovedReserved(0x1e, Flush.NONE));
    assertBoth(TRANSLATE_PAGE, "ok 0x1000 flags=-", new Outcome.Found(0x1000, EntryFlags.NONE));
    assertBoth(
        TRANSLATE,
        "ok 2M 0x200000 offset=0x123 flags=PRESENT|WRITABLE",
        new Outcome.Translated(PageSize.SIZE_2M, 0x200000, 0x123, FLAGS));
    assertBoth(MAP, "refused NO_FRAME", Outcome.refused(Refusal.NO_FRAME));
    assertBoth(MAP, "unsupported", Outcome.UNSUPPORTED);
    assertBoth(MAP, "panic entry #3 | 0x7", new Outcome.Panicked("entry #3 | 0x7"));
    assertBoth(MAP, "wild", new Outcome.Wild(""));
    assertBoth(MAP, "wild 0x10", new Outcome.Wild("0x10"));
  }

  private static void assertBoth(OperationKind kind, String text, Outcome outcome) {
    assertThat(OutcomeText.print(outcome)).isEqualTo(text);
    assertThat(OutcomeText.parse(kind, text)).isEqualTo(new Parsed.Read<>(outcome));
  }

  @Test
  void what_a_mapper_does_not_tell_is_left_out() {
    assertBoth(MAP, "ok", new Outcome.Done(Flush.UNKNOWN));
    assertThat(OutcomeText.parse(UNMAP, "ok 0x1000"))
        .isEqualTo(new Parsed.Read<>(new Outcome.Removed(0x1000, EntryFlags.NONE, Flush.UNKNOWN)));
    assertThat(OutcomeText.parse(TRANSLATE_PAGE, "ok 0x1000 flags=- flush=none"))
        .isEqualTo(new Parsed.Read<>(new Outcome.Found(0x1000, EntryFlags.NONE)));
  }

  @Test
  void a_message_is_put_on_one_line() {
    assertThat(OutcomeText.print(new Outcome.Panicked("thread 'main':\n\tboom\r\n")))
        .isEqualTo("panic thread 'main': boom");
  }

  @Test
  void what_a_process_cannot_say_of_itself_is_printed_but_not_read() {
    assertThat(OutcomeText.print(new Outcome.Crashed("signal 11"))).isEqualTo("crashed signal 11");
    assertThat(OutcomeText.print(new Outcome.Hung(1500))).isEqualTo("hung 1500 ms");
    assertThat(OutcomeText.print(new Outcome.Garbled("status 77"))).isEqualTo("garbled status 77");
    assertThat(OutcomeText.parse(MAP, "crashed signal 11")).isInstanceOf(Parsed.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          MAP            ; ok 0x1000                 ; 0x1000
          MAP            ; ok flush=some             ; flush=some
          MAP            ; ok flush=0x0+             ; flush=0x0+
          MAP            ; ok flush=0x0+9999999999999999999; flush=0x0+9999999999999999999
          MAP            ; refused WHY               ; WHY
          MAP            ; OK                        ; OK
          MAP            ; unsupported really        ; really
          UNMAP          ; ok                        ; ok
          UNMAP          ; ok 0x1000 flush=none flags=-; flags=-
          TRANSLATE      ; ok 0x1000 offset=0x0 flags=-; 0x1000
          TRANSLATE      ; ok 4K 0x1000 flags=-      ; flags=-
          CLEAR          ; ok reservd 0x1            ; reservd
          CLEAR          ; ok reserved               ; ok reserved
          """)
  void what_cannot_be_read_is_told_with_its_words(OperationKind kind, String line, String words) {
    assertThat(OutcomeText.parse(kind, line))
        .isInstanceOfSatisfying(
            Parsed.Malformed.class, malformed -> assertThat(malformed.text()).isEqualTo(words));
  }

  @Test
  void generated_answers_are_read_as_they_were_printed() {
    var random = new SplittableRandom(3);
    var traces = new RandomTraces(random);
    for (var i = 0; i < 10_000; i++) {
      var kind = OperationKind.all().get(i % OperationKind.all().size());
      var answer = traces.answer(kind);

      assertThat(OutcomeText.parse(kind, OutcomeText.print(answer)))
          .isEqualTo(new Parsed.Read<>(answer));
    }
  }

  @Test
  void a_line_is_an_answer_iff_it_begins_with_one_of_the_words() {
    assertThat(OutcomeText.answerIn("ok flush=none\r")).contains("ok flush=none");
    assertThat(OutcomeText.answerIn("pagetck: wild")).contains("wild");
    assertThat(OutcomeText.answerIn("okay")).isEmpty();
    assertThat(OutcomeText.answerIn("[ 0.3] pagetck: ok")).isEmpty();
    assertThat(OutcomeText.answerIn("")).isEmpty();
  }
}
