package org.pagetck.reports.reproduce;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;

/// A JUnit test in Java against the interface that mappers implement.
final class JavaReproducer {
  /// The name of the class.
  static final String CLASS = "ReproducerTest";

  private final Facts facts;
  private final StringBuilder text = new StringBuilder();

  private JavaReproducer(Facts facts) {
    this.facts = facts;
  }

  /// Returns the source of the test.
  static String render(Facts facts) {
    return new JavaReproducer(facts).whole();
  }

  private String whole() {
    text.append(JavaTexts.IMPORTS);
    text.append(Spelling.comments("///", facts.title() + "."));
    text.append("class %s {\n".formatted(CLASS));
    text.append(
        JavaTexts.TEST_HEAD.formatted(
            facts.setup().levels(),
            facts.setup().memoryStart(),
            facts.setup().memoryBytes(),
            Spelling.lines(facts.frames(), "    ", "L"),
            provider(facts.evidence().subject())));
    facts.deeds().forEach(this::deed);
    judge();
    text.append(JavaTexts.REST.formatted(facts.oldWord("L")));
    return text.toString();
  }

  private static String provider(String subject) {
    if (subject.startsWith("java:")) {
      return "new %s()".formatted(subject.substring("java:".length()).replace('$', '.'));
    }
    if (subject.startsWith("fault:")) {
      return """
      ServiceLoader.load(FaultProvider.class).stream()
              .flatMap(found -> found.get().faults().stream())
              .filter(fault -> fault.id().equals("%s"))
              .findFirst()
              .orElseThrow()
              .provider()\
      """
          .formatted(subject.substring("fault:".length()));
    }
    return """
    ServiceLoader.load(MapperProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("%s"))
            .findFirst()
            .orElseThrow()\
    """
        .formatted(subject);
  }

  private void deed(Deed deed) {
    text.append("\n      // ").append(Spelling.comment(deed.line())).append('\n');
    switch (deed) {
      case Deed.Call call -> {
        var isLast = call.equals(facts.last());
        text.append(
            "      %scall(() -> mapper.%s);%n"
                .formatted(isLast ? "given = " : "", call(call.operation())));
      }
      case Deed.Entries entries -> entries.entries().forEach(this::entry);
      case Deed.Budget(_, int frames) ->
          text.append(
              "      machine.left = %s;%n"
                  .formatted(frames < 0 ? "Integer.MAX_VALUE" : Integer.toString(frames)));
      case Deed.LeftOut(_, String why) -> text.append("      // left out: %s%n".formatted(why));
    }
  }

  private void entry(Deed.Entry entry) {
    if (entry.zeroes() != 0) {
      text.append("      machine.zero(0x%xL);%n".formatted(entry.zeroes()));
    }
    text.append(
        "      machine.set(%d, 0x%xL, 0x%xL, 0x%xL);%n"
            .formatted(entry.level(), entry.address(), entry.keep(), entry.word()));
  }

  private static String call(Operation operation) {
    return switch (operation) {
      case Operation.Map map ->
          "map(%s, 0x%xL, %s)".formatted(page(map), map.frame(), flags(map.flags()));
      case Operation.MapWithTableFlags map ->
          "mapWithTableFlags(%s, 0x%xL, %s, %s)"
              .formatted(page(map), map.frame(), flags(map.flags()), flags(map.tableFlags()));
      case Operation.Unmap unmap -> "unmap(%s)".formatted(page(unmap));
      case Operation.UpdateFlags update ->
          "updateFlags(%s, %s)".formatted(page(update), flags(update.flags()));
      case Operation.TranslatePage translate -> "translatePage(%s)".formatted(page(translate));
      case Operation.Translate translate -> "translate(0x%xL)".formatted(translate.address());
      case Operation.Clear clear -> "clear(%s)".formatted(page(clear));
      case Operation.SetTableFlags set ->
          "setTableFlags(0x%xL, %d, %s)".formatted(set.address(), set.level(), flags(set.flags()));
      case Operation.CleanUp cleanUp ->
          "cleanUp(0x%xL, 0x%xL)".formatted(cleanUp.first(), cleanUp.last());
    };
  }

  private static String page(Operation.OnPage call) {
    return "0x%xL, %s".formatted(call.page(), size(call.size()));
  }

  private static String size(PageSize size) {
    return "PageSize.SIZE_" + size.text();
  }

  private static String flags(EntryFlags flags) {
    return "flags(\"%s\")".formatted(flags);
  }

  private void judge() {
    text.append("\n      // owed: ").append(Spelling.comment(facts.last().owed())).append('\n');
    var title = Spelling.quoted(facts.title());
    if (facts.comparesAnswer() || facts.comparesFlush()) {
      answer(title);
    }
    for (var word : facts.words()) {
      text.append(
          "      assertEquals(hex(0x%xL), hex(machine.word(%d, 0x%xL) & 0x%xL), \"%s\");%n"
              .formatted(word.owed(), word.level(), word.address(), word.mask(), title));
    }
    text.append("    }\n  }\n");
  }

  private void answer(String title) {
    if (!facts.accepted().isEmpty()) {
      var reasons = Spelling.reasons(facts.accepted(), "Refusal.", ", ");
      text.append(
          """
                assertTrue(
                    given instanceof Outcome.Refused(var reason) && Set.of(%s).contains(reason),
                    () -> "%s: " + given(given));
          """
              .formatted(reasons, title));
      return;
    }
    text.append(
        "      assertEquals(\"%s\", %s, \"%s\");%n"
            .formatted(bare(), facts.comparesFlush() ? "given(given)" : "bare(given)", title));
  }

  /// Returns the owed answer without its flush, unless that is what is compared.
  private String bare() {
    var owed = facts.last().owed();
    return Spelling.quoted(facts.comparesFlush() ? owed : owed.replaceAll(" flush=\\S+", ""));
  }
}
