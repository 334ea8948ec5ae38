package org.pagetck.reports.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.properties.record.EvidenceRecord;

/// A test in Rust in the interface of the crate `x86_64`, which needs nothing but the crate.
final class RustReproducer {
  private static final String CRATE = "x86_64 ";

  private final Facts facts;
  private final StringBuilder text = new StringBuilder();

  private RustReproducer(Facts facts) {
    this.facts = facts;
  }

  /// Tells whether the mapper is one of the crate's, by what it says of itself.
  static boolean isOfCrate(EvidenceRecord evidence) {
    return (evidence.name().equals(CRATE + "MappedPageTable")
            || evidence.name().equals(CRATE + "OffsetPageTable"))
        && evidence.version().matches("0\\.1[5-9]\\.[0-9]+");
  }

  /// Returns the manifest, which pins the version that was judged.
  static String manifest(EvidenceRecord evidence) {
    return RustTexts.MANIFEST.formatted(
        evidence.finding().fingerprint().toLowerCase(Locale.ROOT), evidence.version());
  }

  /// Returns why the crate's interface cannot show the finding, or nothing.
  static Optional<String> obstacle(Facts facts) {
    if (facts.comparesFlush()) {
      return Optional.of("the crate's flush types do not say what else is stale");
    }
    if (facts.comparesAnswer() && facts.words().isEmpty()) {
      if (facts.owed() instanceof Outcome.Translated(_, _, _, var flags)
          && (flags.bits() & EntryFlags.PAT) != 0) {
        return Optional.of("the crate has no name for PAT among its flags");
      }
      if (isRefused(facts.last().given())
          && !facts.accepted().isEmpty()
          && patterns(facts).isEmpty()) {
        return Optional.of("the crate has no error for the owed reason");
      }
    }
    return Optional.empty();
  }

  /// Returns the source of the test.
  static String render(Facts facts) {
    return new RustReproducer(facts).whole();
  }

  private String whole() {
    var isOffset = facts.evidence().name().endsWith("OffsetPageTable");
    text.append(Spelling.comments("//!", facts.title() + "."));
    text.append(
        RustTexts.HEAD.formatted(
            facts.setup().memoryStart(),
            facts.setup().memoryBytes(),
            facts.frames().size(),
            Spelling.lines(facts.frames(), "    ", ""),
            facts.oldWord(""),
            isOffset ? "OffsetPageTable<'static>" : "MappedPageTable<'static, Memory>",
            isOffset
                ? "unsafe { OffsetPageTable::new(root, VirtAddr::new(self.0 as u64 - START)) }"
                : "unsafe { MappedPageTable::new(root, *self) }"));
    facts.deeds().forEach(this::deed);
    judge();
    text.append("}\n");
    return text.toString();
  }

  private void deed(Deed deed) {
    text.append("\n    // ").append(Spelling.comment(deed.line())).append('\n');
    switch (deed) {
      case Deed.Call call -> {
        var isLast = call.equals(facts.last());
        var body = call(call.operation());
        if (isLast && endsEarly()) {
          body = "catch_unwind(AssertUnwindSafe(|| %s))".formatted(body);
        }
        text.append("    let %s = %s;\n".formatted(isLast ? "given" : "_", body));
      }
      case Deed.Entries entries -> entries.entries().forEach(this::entry);
      case Deed.Budget(_, int frames) ->
          text.append(
              "    frames.left = %s;\n"
                  .formatted(frames < 0 ? "usize::MAX" : Integer.toString(frames)));
      case Deed.LeftOut(_, String why) -> text.append("    // left out: %s\n".formatted(why));
    }
  }

  private void entry(Deed.Entry entry) {
    if (entry.zeroes() != 0) {
      text.append("    memory.zero(0x%x);\n".formatted(entry.zeroes()));
    }
    text.append(
        "    memory.set(%d, 0x%x, 0x%x, 0x%x);\n"
            .formatted(entry.level(), entry.address(), entry.keep(), entry.word()));
  }

  private static String call(Operation operation) {
    return switch (operation) {
      case Operation.Map map ->
          "unsafe { memory.mapper().map_to(%s, frame(0x%x), flags(0x%x), &mut frames) }.map(|flush| flush.ignore())"
              .formatted(page(map), map.frame(), map.flags().bits());
      case Operation.MapWithTableFlags map ->
          "unsafe { memory.mapper().map_to_with_table_flags(%s, frame(0x%x), flags(0x%x), flags(0x%x), &mut frames) }.map(|flush| flush.ignore())"
              .formatted(page(map), map.frame(), map.flags().bits(), map.tableFlags().bits());
      case Operation.Unmap unmap ->
          "memory.mapper().unmap(%s).map(|(frame, flush)| { flush.ignore(); frame.start_address().as_u64() })"
              .formatted(page(unmap));
      case Operation.UpdateFlags update ->
          "unsafe { memory.mapper().update_flags(%s, flags(0x%x)) }.map(|flush| flush.ignore())"
              .formatted(page(update), update.flags().bits());
      case Operation.TranslatePage translate ->
          "memory.mapper().translate_page(%s).map(|frame| frame.start_address().as_u64())"
              .formatted(page(translate));
      case Operation.Translate translate ->
          "memory.mapper().translate(VirtAddr::new(0x%x))".formatted(translate.address());
      case Operation.SetTableFlags set ->
          "unsafe { memory.mapper().set_flags_p%d_entry(Page::<Size4KiB>::containing_address(VirtAddr::new(0x%x)), flags(0x%x)) }.map(|flush| flush.ignore())"
              .formatted(set.level(), set.address(), set.flags().bits());
      case Operation.CleanUp cleanUp ->
          "unsafe { memory.mapper().clean_up_addr_range(Page::range_inclusive(Page::containing_address(VirtAddr::new(0x%x)), Page::containing_address(VirtAddr::new(0x%x))), &mut frames) }"
              .formatted(cleanUp.first(), cleanUp.last());
      case Operation.Clear _ ->
          throw new IllegalArgumentException("the crate has no such call, so none was judged");
    };
  }

  private static String page(Operation.OnPage call) {
    return "page::<%s>(0x%x)".formatted(size(call.size()), call.page());
  }

  private static String size(PageSize size) {
    return switch (size) {
      case SIZE_4K -> "Size4KiB";
      case SIZE_2M -> "Size2MiB";
      case SIZE_1G -> "Size1GiB";
    };
  }

  private boolean endsEarly() {
    return Stream.of("panic", "wild").anyMatch(facts.last().given()::startsWith);
  }

  private static boolean isRefused(String answer) {
    return answer.startsWith("refused");
  }

  private void judge() {
    var title = Spelling.quoted(facts.title());
    text.append("\n    // owed: ").append(Spelling.comment(facts.last().owed())).append('\n');
    if (endsEarly()) {
      text.append("    assert!(given.is_ok(), \"%s\");\n".formatted(title));
      text.append("    let given = given.unwrap();\n");
    }
    if (facts.comparesAnswer()) {
      text.append("    assert!(%s, \"%s: {given:?}\");\n".formatted(isOwed(), title));
    }
    for (var word : facts.words()) {
      var mask = word.mask() == -1 ? "" : " & 0x%x".formatted(word.mask());
      text.append(
          """

              let held = memory.word(%d, 0x%x)%s;
              assert!(
                  held == 0x%x,
                  "%s: the entry at level %d for 0x%x holds {held:#x}, owed is 0x%x"
              );
          """
              .formatted(
                  word.level(),
                  word.address(),
                  mask,
                  word.owed(),
                  title,
                  word.level(),
                  word.address(),
                  word.owed()));
    }
  }

  private String isOwed() {
    return switch (facts.owed()) {
      case Outcome.Removed(var frame, _, _) -> "matches!(given, Ok(0x%x))".formatted(frame);
      case Outcome.Found(var frame, _) -> "matches!(given, Ok(0x%x))".formatted(frame);
      case Outcome.Translated(var size, var frame, var offset, var flags) ->
          "matches!(given, TranslateResult::Mapped { frame, offset: 0x%x, flags } if frame == MappedFrame::%s(self::frame(0x%x)) && flags - PageTableFlags::HUGE_PAGE == self::flags(0x%x))"
              .formatted(offset, size(size), frame, flags.bits() & ~EntryFlags.PAT);
      case Outcome.Refused _ -> refused();
      case Outcome.Done _ ->
          facts.last().operation() instanceof Operation.CleanUp ? "true" : "given.is_ok()";
      case Outcome.RemovedReserved _, Outcome.Unsupported _, Outcome.Failed _ -> "true";
    };
  }

  private String refused() {
    var patterns = patterns(facts);
    if (!patterns.isEmpty()) {
      return "matches!(given, %s)".formatted(String.join(" | ", patterns));
    }
    return facts.last().operation() instanceof Operation.Translate
        ? "!matches!(given, TranslateResult::Mapped { .. })"
        : "given.is_err()";
  }

  /// Returns patterns for the errors of the crate that say an accepted reason.
  private static List<String> patterns(Facts facts) {
    var patterns = new ArrayList<String>();
    for (var reason : facts.accepted()) {
      pattern(facts.last().operation(), reason)
          .filter(it -> !patterns.contains(it))
          .ifPresent(patterns::add);
    }
    return patterns;
  }

  private static Optional<String> pattern(Operation operation, Refusal reason) {
    return switch (operation) {
      case Operation.AnyMap _ ->
          switch (reason) {
            case NO_FRAME -> Optional.of("Err(MapToError::FrameAllocationFailed)");
            case PARENT_HUGE_PAGE -> Optional.of("Err(MapToError::ParentEntryHugePage)");
            case ALREADY_MAPPED -> Optional.of("Err(MapToError::PageAlreadyMapped(_))");
            default -> Optional.empty();
          };
      case Operation.Unmap _ -> lookup("UnmapError", reason);
      case Operation.TranslatePage _ -> lookup("TranslateError", reason);
      case Operation.UpdateFlags _, Operation.SetTableFlags _ ->
          lookup("FlagUpdateError", reason).filter(it -> !it.contains("Invalid"));
      case Operation.Translate _ ->
          switch (reason) {
            case NOT_MAPPED -> Optional.of("TranslateResult::NotMapped");
            case INVALID_FRAME_ADDRESS -> Optional.of("TranslateResult::InvalidFrameAddress(_)");
            default -> Optional.empty();
          };
      case Operation.Clear _, Operation.CleanUp _ -> Optional.empty();
    };
  }

  private static Optional<String> lookup(String type, Refusal reason) {
    return switch (reason) {
      case NOT_MAPPED -> Optional.of("Err(%s::PageNotMapped)".formatted(type));
      case PARENT_HUGE_PAGE -> Optional.of("Err(%s::ParentEntryHugePage)".formatted(type));
      case INVALID_FRAME_ADDRESS -> Optional.of("Err(%s::InvalidFrameAddress(_))".formatted(type));
      default -> Optional.empty();
    };
  }
}
