package org.pagetck.properties.subject.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Parsed;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.subject.Conversation;

/// What goes to and fro between suite and program: the one spelling that trace files have, too.
class LinesTest {
  private static final EntryFlags EVERY = new EntryFlags(EntryFlags.ALL & ~EntryFlags.HUGE_PAGE);

  static Stream<TraceLine> requests() {
    return Stream.concat(
        Stream.of(
            TraceLine.Budget.ALL,
            new TraceLine.Budget(12),
            new TraceLine.Call(
                new Operation.MapWithTableFlags(-0x1000, PageSize.SIZE_1G, 0, EVERY, EVERY)),
            new TraceLine.Call(new Operation.Translate(-1)),
            new TraceLine.Call(
                new Operation.UpdateFlags(
                    1, PageSize.SIZE_2M, new EntryFlags(EntryFlags.HUGE_PAGE)))),
        Conversation.script().stream().map(TraceLine.Call::new));
  }

  @ParameterizedTest
  @MethodSource
  void requests(TraceLine line) {
    var request = new RequestBytes();
    request.line("open levels=4").line(line);
    var text = new String(request.bytes(), 0, request.count(), UTF_8);
    assertThat(text).isEqualTo("open levels=4\n" + LineText.print(line) + "\n");
  }

  @Test
  void programs_are_not_told_what_the_host_does_to_tables() {
    assertThatThrownBy(() -> new RequestBytes().line(new TraceLine.Plant(1, 0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<String> answers() {
    var outcomes =
        Stream.concat(
            Refusal.all().stream().map(Outcome::refused),
            Stream.of(
                new Outcome.Done(Flush.UNKNOWN),
                new Outcome.Done(Flush.ALL),
                new Outcome.Done(new Flush.Range(-4096, 8192)),
                new Outcome.Removed(0x1000, EVERY, Flush.PAGE),
                new Outcome.Removed(0, EntryFlags.NONE, Flush.UNKNOWN),
                new Outcome.RemovedReserved(-2, Flush.NONE),
                new Outcome.Found(-0x1000, EVERY),
                new Outcome.Translated(PageSize.SIZE_2M, 0x200000, 0x1fffff, EVERY),
                Outcome.UNSUPPORTED,
                new Outcome.Panicked("entry # 7 ü"),
                new Outcome.Wild("0x10")));
    var odd =
        Stream.of(
            "ok  0x1000\tflags=USER",
            "ok 0x1000 flags=USER|",
            "ok 0x1000 flags=|USER",
            "ok 0x1000 flags=USERS flush=page",
            "ok 0x1000 flags=USER|HUGE_PAGE flush=page",
            "ok 0x1000 flags=BIT_52|BIT_9",
            "ok 0x1000 flags=- flush=page",
            "ok 0x1000 flags=-x",
            "ok 0x1000 flush=page flags=USER",
            "ok 0x flags=USER",
            "ok 0X1000 flags=USER",
            "ok 0x10000000000000000",
            "ok 0xffffffffffffffff # a comment",
            "ok 0x10g0",
            "ok 0x10|",
            "ok 3M 0x0 offset=0x0",
            "ok 4K 0x0 0x0",
            "ok 4K 0x1000 offset=0xfff flags=USER flush=none",
            "ok flush=some",
            "ok flush=page page",
            "ok reserved 0x2 flush=none",
            "okay",
            "ok",
            "refused",
            "refused NOT",
            "refused NOT_MAPPED because",
            "panic",
            "wild");
    return Stream.concat(outcomes.map(OutcomeText::print), odd);
  }

  @ParameterizedTest
  @MethodSource
  void answers(String text) {
    var bytes = text.getBytes(UTF_8);
    for (var kind : OperationKind.all()) {
      var owed =
          switch (OutcomeText.parse(kind, text)) {
            case Parsed.Read<Outcome>(Outcome outcome) -> outcome;
            case Parsed.Malformed<Outcome> _ -> new Outcome.Garbled("'" + text + "'");
          };
      var given = new AnswerBytes().read(kind, new AnswerLine(bytes, 0, bytes.length));
      assertThat(OutcomeText.print(given))
          .as("%s to %s", text, kind)
          .isEqualTo(
              owed instanceof Outcome.Garbled
                  ? OutcomeText.print(owed)
                  : OutcomeText.print(owed).replace("|HUGE_PAGE", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok", " ok \r", "pagetck: ok flush=page", "pagetck:ok", "okay", "refused NO_FRAME", "panic",
        "wild 0x10", "unsupported", "[  1.2] ok", "", "pagetck: ", "panicked at 12", "\tok",
      })
  void a_line_is_an_answer_or_for_the_log_as_the_text_says(String line) {
    var bytes = ("before\n" + line + "\nbehind").getBytes(UTF_8);
    var found = AnswerLine.in(bytes, 7, bytes.length - 7);
    var owed = OutcomeText.answerIn(line);
    assertThat(found.isEmpty()).isEqualTo(owed.isEmpty());
    owed.ifPresent(text -> assertThat(found.text()).isEqualTo(text));
  }

  @Test
  void the_answer_to_a_handshake_is_an_answer_too() {
    var bytes = "pagetck: mapper name=x\r".getBytes(UTF_8);
    var found = AnswerLine.in(bytes, 0, bytes.length);
    assertThat(found.says(AnswerLine.MAPPER)).isTrue();
    assertThat(found.text()).isEqualTo("mapper name=x");
  }

  @Test
  void commands_are_split_as_a_shell_does() {
    assertThat(CommandWords.of("a 'b c'\t\"d 'e\" f\\ g '' h\"\\\"\""))
        .isEqualTo(List.of("a", "b c", "d 'e", "f g", "", "h\""));
    assertThat(CommandWords.of("  ")).isEmpty();
    assertThatThrownBy(() -> CommandWords.of("a 'b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the quote ' is not closed");
    assertThatThrownBy(() -> CommandWords.of("a\\"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing follows the backslash at the end");
  }

  @Test
  void a_handshake_says_line_by_line_what_a_declaration_says() {
    assertThat(Handshake.declaration("name=a%20b%25 sizes=4K,2M  effects=diff"))
        .isEqualTo("name = a b%\nsizes = 4K,2M\neffects = diff\n");
    assertThat(Handshake.declaration("contract=x86_64-0.15"))
        .isEqualTo("contract = x86_64-0.15\neffects = none\nrestorable = no\n");
    assertThat(Handshake.declaration("")).isEqualTo("effects = none\nrestorable = no\n");
  }
}
