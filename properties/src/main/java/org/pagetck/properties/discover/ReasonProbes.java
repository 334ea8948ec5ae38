package org.pagetck.properties.discover;

import static org.pagetck.properties.discover.Dossier.PRESENT;
import static org.pagetck.properties.discover.Dossier.WRITABLE;
import static org.pagetck.properties.discover.Dossier.frame;
import static org.pagetck.properties.discover.Dossier.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.Merge;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.contract.Vocabulary;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.trace.TraceLine;

/// Asks which reasons a mapper tells apart: brings about each reason for each operation and hears
/// what it is called.
final class ReasonProbes {
  private static final long RESERVED = 1L << 1;

  private final Ear ear;
  private final Dossier dossier;
  private final List<Naming> namings = new ArrayList<>();

  /// What a reason was called.
  private record Naming(OperationKind kind, Refusal owed, Refusal given, List<TraceLine> lines) {}

  ReasonProbes(Ear ear, Dossier dossier) {
    this.ear = ear;
    this.dossier = dossier;
  }

  void ask() {
    collect();
    var rules = rules();
    var odd = namings.stream().filter(it -> it.given() != it.owed()).toList();
    var vocabulary = Vocabulary.tryOf(rules);
    if (vocabulary.isEmpty()) {
      dossier.contradict(
          Setting.MERGE, odd.getFirst().lines(), "reasons are mixed up: " + names(odd));
      return;
    }
    var lines = odd.isEmpty() ? namings : odd;
    dossier.decide(
        Setting.MERGE,
        vocabulary.get(),
        lines.isEmpty() ? List.of() : lines.getFirst().lines(),
        odd.isEmpty() ? "each reason has its own name" : names(odd));
    contradictions(vocabulary.get());
  }

  private static String names(List<Naming> odd) {
    return odd.stream()
        .map(it -> "%s calls %s %s".formatted(it.kind().key(), it.owed(), it.given()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// Where one reason of one operation has two names, no rule says which.
  private void contradictions(Vocabulary vocabulary) {
    for (var naming : namings) {
      if (vocabulary.normalise(naming.kind(), naming.owed())
          != vocabulary.normalise(naming.kind(), naming.given())) {
        dossier.contradict(
            Setting.MERGE,
            naming.lines(),
            "%s is called %s here, and otherwise elsewhere"
                .formatted(naming.owed(), naming.given()));
      }
    }
  }

  private List<Merge> rules() {
    if (!namings.isEmpty() && namings.stream().allMatch(it -> it.given() == Refusal.REFUSED)) {
      return List.of(Merge.ofAll(Refusal.REFUSED));
    }
    var rules = new ArrayList<Merge>();
    Map<Refusal, List<Naming>> byOwed =
        namings.stream()
            .collect(Collectors.groupingBy(Naming::owed, LinkedHashMap::new, Collectors.toList()));
    byOwed.forEach((owed, of) -> {
      var given = of.stream().map(Naming::given).distinct().toList();
      if (given.size() == 1 && given.getFirst() != owed) {
        rules.add(Merge.of(owed, given.getFirst()));
      } else if (given.size() > 1) {
        rules.addAll(perOperation(owed, of));
      }
    });
    return rules;
  }

  private static List<Merge> perOperation(Refusal owed, List<Naming> namings) {
    var rules = new ArrayList<Merge>();
    Map<OperationKind, List<Naming>> byKind =
        namings.stream().collect(Collectors.groupingBy(Naming::kind));
    byKind.forEach((kind, of) -> {
      var given = of.stream().map(Naming::given).distinct().toList();
      if (given.size() == 1 && given.getFirst() != owed) {
        rules.add(Merge.of(owed, given.getFirst()).on(kind));
      }
    });
    return rules;
  }

  private void collect() {
    var sizes = dossier.contract().sizes();
    var size = sizes.iterator().next();
    var page = dossier.page(0);
    var there = map(size, page, frame(0), PRESENT | WRITABLE);
    expect(Refusal.ALREADY_MAPPED, there, map(size, page, frame(1), PRESENT));
    expect(Refusal.INVALID_FLAGS, map(size, page, frame(0), PRESENT | EntryFlags.HUGE_PAGE));
    expect(Refusal.NO_FRAME, new TraceLine.Budget(0), there);
    each(Refusal.NOT_MAPPED, List.of(), page, size);
    if (dossier.contract().arguments() == Arguments.CHECKED) {
      badArguments(size, page);
    }
    if (sizes.contains(PageSize.SIZE_4K) && sizes.contains(PageSize.SIZE_2M)) {
      sizes(page);
    }
  }

  private void badArguments(PageSize size, long page) {
    expect(Refusal.MISALIGNED, map(size, page + 8, frame(0), PRESENT));
    each(Refusal.MISALIGNED, List.of(), page + 8, size);
    expect(Refusal.NON_CANONICAL, map(size, 1L << 62, frame(0), PRESENT));
    each(Refusal.NON_CANONICAL, List.of(), 1L << 62, size);
    var width = dossier.contract().physicalWidth();
    expect(Refusal.OUT_OF_RANGE, map(size, page, 1L << width, PRESENT));
  }

  private void sizes(long page) {
    var small = map(page, 0, PRESENT | WRITABLE);
    var large = map(PageSize.SIZE_2M, page, frame(0), PRESENT | WRITABLE);
    expect(Refusal.ALREADY_MAPPED, small, large);
    expect(Refusal.PARENT_HUGE_PAGE, large, small);
    each(Refusal.PARENT_HUGE_PAGE, List.of(large), page, PageSize.SIZE_4K);
    each(Refusal.TABLE_ENTRY, List.of(small), page, PageSize.SIZE_2M);
    if (dossier.contract().effects() != Effects.NONE) {
      var beside = page + PageSize.SIZE_2M.bytes();
      expect(
          Refusal.PARENT_RESERVED,
          small,
          new TraceLine.Plant(2, beside, RESERVED),
          map(beside, 1, PRESENT));
    }
  }

  /// Expects `owed` of each operation on a page that was mapped before.
  private void each(Refusal owed, List<TraceLine> before, long page, PageSize size) {
    var operations =
        List.of(
            new Operation.Unmap(page, size),
            new Operation.UpdateFlags(page, size, new EntryFlags(PRESENT)),
            new Operation.TranslatePage(page, size),
            new Operation.Clear(page, size));
    for (var operation : operations) {
      var lines = new ArrayList<>(before);
      lines.add(Dossier.call(operation));
      expect(owed, lines.toArray(TraceLine[]::new));
    }
    if (before.isEmpty() && owed != Refusal.MISALIGNED) {
      expect(owed, Dossier.call(new Operation.Translate(page)));
    }
  }

  private void expect(Refusal owed, TraceLine... lines) {
    var trace = List.of(lines);
    if (trace.getLast() instanceof TraceLine.Call(Operation operation)
        && dossier.contract().offers(operation.kind())) {
      var heard = ear.hear(dossier.contract(), trace);
      if (heard.getLast().given() instanceof Outcome.Refused(Refusal given)) {
        namings.add(new Naming(operation.kind(), owed, given, trace));
      }
    }
  }
}
