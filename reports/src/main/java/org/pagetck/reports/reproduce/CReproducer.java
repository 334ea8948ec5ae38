package org.pagetck.reports.reproduce;

import java.util.ArrayList;
import java.util.Collections;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;

/// A program in C that loads the library, makes the calls and compares.
final class CReproducer {
  private final Facts facts;
  private final StringBuilder text = new StringBuilder();

  private CReproducer(Facts facts) {
    this.facts = facts;
  }

  /// Returns the source of the program.
  static String render(Facts facts) {
    return new CReproducer(facts).whole();
  }

  private String whole() {
    var stock = new ArrayList<>(facts.frames());
    Collections.reverse(stock);
    text.append(Spelling.comments(" *", facts.title() + ".").replaceFirst("^ \\*", "/*"));
    text.append(
        CTexts.HEAD.formatted(
            facts.setup().levels(),
            facts.setup().memoryStart(),
            facts.setup().memoryBytes(),
            facts.oldWord("u"),
            Spelling.lines(stock, "    ", "u")));
    text.append("int main(int count, char **arguments) {\n  begin(count, arguments);\n");
    facts.deeds().forEach(this::deed);
    judge();
    text.append("  return finish();\n}\n");
    return text.toString();
  }

  private void deed(Deed deed) {
    text.append("\n  /* ").append(Spelling.comment(deed.line())).append(" */\n");
    switch (deed) {
      case Deed.Call call -> {
        var owed = Spelling.quoted(call.owed());
        text.append("  before(\"%s\", \"%s\");\n".formatted(Spelling.quoted(call.line()), owed));
        text.append("  answer = %s;\n  after();\n".formatted(call(call.operation())));
      }
      case Deed.Entries entries -> entries.entries().forEach(this::entry);
      case Deed.Budget(_, int frames) ->
          text.append("  limit(%s);\n".formatted(frames < 0 ? "UINT64_MAX" : frames + "u"));
      case Deed.LeftOut(_, String why) -> text.append("  /* left out: %s */\n".formatted(why));
    }
  }

  private void entry(Deed.Entry entry) {
    if (entry.zeroes() != 0) {
      text.append("  memset(host.memory + (0x%xu - START), 0, 4096);\n".formatted(entry.zeroes()));
    }
    text.append(
        "  set(%d, 0x%xu, 0x%xu, 0x%xu);\n"
            .formatted(entry.level(), entry.address(), entry.keep(), entry.word()));
  }

  private static String call(Operation operation) {
    return switch (operation) {
      case Operation.Map map ->
          "CALL(map)(mapper, 0x%xu, %s, 0x%xu, 0x%xu, PAGETCK_NO_ADDRESS, &out)"
              .formatted(map.page(), size(map.size()), map.frame(), map.flags().bits());
      case Operation.MapWithTableFlags map ->
          "CALL(map)(mapper, 0x%xu, %s, 0x%xu, 0x%xu, 0x%xu, &out)"
              .formatted(
                  map.page(),
                  size(map.size()),
                  map.frame(),
                  map.flags().bits(),
                  map.tableFlags().bits());
      case Operation.Unmap unmap -> onPage("unmap", unmap);
      case Operation.UpdateFlags update ->
          "CALL(update_flags)(mapper, 0x%xu, %s, 0x%xu, &out)"
              .formatted(update.page(), size(update.size()), update.flags().bits());
      case Operation.TranslatePage translate -> onPage("translate_page", translate);
      case Operation.Translate translate ->
          "CALL(translate)(mapper, 0x%xu, &out)".formatted(translate.address());
      case Operation.Clear clear -> onPage("clear", clear);
      case Operation.SetTableFlags set ->
          "CALL(set_table_flags)(mapper, 0x%xu, %d, 0x%xu, &out)"
              .formatted(set.address(), set.level(), set.flags().bits());
      case Operation.CleanUp cleanUp ->
          "CALL(clean_up)(mapper, 0x%xu, 0x%xu, &out)".formatted(cleanUp.first(), cleanUp.last());
    };
  }

  private static String onPage(String name, Operation.OnPage call) {
    return "CALL(%s)(mapper, 0x%xu, %s, &out)".formatted(name, call.page(), size(call.size()));
  }

  private static String size(PageSize size) {
    return "PAGETCK_" + size.text();
  }

  private void judge() {
    text.append("\n  /* What is owed now: ")
        .append(Spelling.comment(facts.last().owed()))
        .append(" */\n");
    if (facts.comparesAnswer()) {
      answer();
    }
    if (facts.comparesFlush()) {
      field("flush", flush());
    }
    for (var word : facts.words()) {
      text.append(
          "  owe_word(%d, 0x%xu, 0x%xu, 0x%xu);\n"
              .formatted(word.level(), word.address(), word.mask(), word.owed()));
    }
  }

  private void answer() {
    var accepted =
        facts.accepted().isEmpty()
            ? "answer == PAGETCK_OK"
            : Spelling.reasons(facts.accepted(), "answer == PAGETCK_", " || ");
    text.append("  owe_answer(%s);\n".formatted(accepted));
    switch (facts.owed()) {
      case Outcome.Removed(var frame, var flags, _) -> found(frame, flags.bits());
      case Outcome.Found(var frame, var flags) -> found(frame, flags.bits());
      case Outcome.RemovedReserved(var word, _) -> field("offset", Spelling.hex(word, "u"));
      case Outcome.Translated(var size, var frame, var offset, var flags) -> {
        field("size", size(size));
        field("offset", Spelling.hex(offset, "u"));
        found(frame, flags.bits());
      }
      case Outcome.Done _, Outcome.Refused _, Outcome.Unsupported _, Outcome.Failed _ -> {}
    }
  }

  private void found(long frame, long flags) {
    field("frame", Spelling.hex(frame, "u"));
    if (facts.comparesFlags()) {
      field("flags", Spelling.hex(flags, "u"));
    }
  }

  private void field(String name, String owed) {
    text.append("  owe(\"%s\", out.%s, %s);\n".formatted(name, name, owed));
  }

  private String flush() {
    var flush = Flush.askedBy(facts.owed());
    return flush.equals(Flush.ALL)
        ? "PAGETCK_FLUSH_ALL"
        : flush.equals(Flush.NONE) ? "PAGETCK_FLUSH_NONE" : "PAGETCK_FLUSH_PAGE";
  }
}
