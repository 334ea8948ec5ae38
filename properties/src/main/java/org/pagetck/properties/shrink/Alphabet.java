package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// The lines that a trace's rivals are made of: every kind of line that occurs in it or is plainer,
/// with each argument taken from those of its sort that occur anywhere in the trace or are the
/// simplest.
final class Alphabet {
  /// The largest number of frames of a budget that smaller ones are tried for.
  private static final int BUDGET_MAX = 8;

  private final Set<TraceLine> letters = new LinkedHashSet<>();
  private final List<TraceLine> lines;
  private final Set<Long> addresses;
  private final Set<Long> frames;
  private final Set<EntryFlags> flags;
  private final List<PageSize> sizes;

  private Alphabet(List<TraceLine> lines) {
    this.lines = lines;
    this.addresses = new TreeSet<>(Long::compareUnsigned);
    this.frames = new TreeSet<>(Long::compareUnsigned);
    this.flags = new LinkedHashSet<>(List.of(new EntryFlags(EntryFlags.PRESENT)));
    addresses.add(0L);
    frames.add(0L);
    lines.forEach(line -> {
      addresses.addAll(LineEdit.addresses(line));
      frames.addAll(LineEdit.frames(line));
      flags.addAll(LineEdit.flags(line));
    });
    this.sizes = PageSize.all().subList(0, 1 + largest());
  }

  private int largest() {
    return lines.stream()
        .mapToInt(line ->
            switch (line) {
              case TraceLine.Call(Operation.OnPage onPage) -> onPage.size().ordinal();
              case TraceLine.Plant(var level, _, _) ->
                  PageSize.byLeafLevel(level).map(PageSize::ordinal).orElse(0);
              case TraceLine.Call _, TraceLine.HostEvent _ -> 0;
            })
        .max()
        .orElse(0);
  }

  /// Returns the letters for rivals of `trace`, the simplest first.
  static List<TraceLine> of(Trace trace) {
    var alphabet = new Alphabet(trace.lines());
    trace.lines().forEach(alphabet::add);
    var levels = trace.setup().levels();
    return alphabet.letters.stream()
        .sorted((one, other) ->
            Arrays.compareUnsigned(LineKey.of(one, levels), LineKey.of(other, levels)))
        .toList();
  }

  private void add(TraceLine line) {
    switch (line) {
      case TraceLine.Call(var operation) -> add(operation);
      case TraceLine.Budget(var count) -> {
        letters.add(TraceLine.Budget.ALL);
        IntStream.rangeClosed(0, Math.min(count, BUDGET_MAX))
            .forEach(fewer -> letters.add(new TraceLine.Budget(fewer)));
        letters.add(line);
      }
      case TraceLine.FlushPolicy _ -> letters.addAll(List.of(TraceLine.FlushPolicy.values()));
      case TraceLine.Plant(var level, _, _) ->
          IntStream.rangeClosed(1, level).forEach(this::addPlants);
      case TraceLine.Poke _ ->
          frames.forEach(at -> words().forEach(word -> letters.add(new TraceLine.Poke(at, word))));
      case TraceLine.Access(_, var kind, var privilege) ->
          addresses.forEach(at -> letters.add(new TraceLine.Access(at, kind, privilege)));
    }
    LineSteps.plainer(line).filter(TraceLine.Access.class::isInstance).forEach(letters::add);
  }

  private void addPlants(int level) {
    addresses.forEach(
        at -> words().forEach(word -> letters.add(new TraceLine.Plant(level, at, word))));
  }

  private Stream<Long> words() {
    var occurring = lines.stream().flatMap(line -> LineEdit.words(line).stream()).toList();
    return Stream.concat(
            Stream.of(0L),
            occurring.stream().flatMap(word -> Stream.of(word & ~EntryWord.ADDRESS_MASK, word)))
        .distinct();
  }

  private void add(Operation operation) {
    switch (operation) {
      case Operation.Map _ -> addMaps();
      case Operation.MapWithTableFlags _ -> {
        addMaps();
        addMapsWithTableFlags();
      }
      case Operation.Unmap _ -> onPages((page, size) -> Stream.of(new Operation.Unmap(page, size)));
      case Operation.Clear _ -> {
        onPages((page, size) -> Stream.of(new Operation.Unmap(page, size)));
        onPages((page, size) -> Stream.of(new Operation.Clear(page, size)));
      }
      case Operation.UpdateFlags _ ->
          onPages((page, size) ->
              flags.stream().map(set -> new Operation.UpdateFlags(page, size, set)));
      case Operation.Translate _ -> addTranslates();
      case Operation.TranslatePage _ -> {
        addTranslates();
        onPages((page, size) -> Stream.of(new Operation.TranslatePage(page, size)));
      }
      case Operation.SetTableFlags(_, var level, _) -> addTableFlags(level);
      case Operation.CleanUp _ -> addCleanUps();
    }
  }

  /// Makes calls out of a page.
  @FunctionalInterface
  private interface Calls {
    Stream<? extends Operation> of(long page, PageSize size);
  }

  private void onPages(Calls calls) {
    for (var size : sizes) {
      for (var page : pages(size)) {
        calls.of(page, size).forEach(call -> letters.add(new TraceLine.Call(call)));
      }
    }
  }

  /// Returns the pages of `size` around all addresses, and the misaligned ones that were passed.
  private Set<Long> pages(PageSize size) {
    var pages = new TreeSet<Long>(Long::compareUnsigned);
    addresses.forEach(address -> pages.add(size.alignDown(address)));
    for (var line : lines) {
      if (line instanceof TraceLine.Call(Operation.OnPage onPage)
          && !onPage.size().isAligned(onPage.page())) {
        pages.add(onPage.page());
      }
    }
    return pages;
  }

  private void addMaps() {
    onPages((page, size) ->
        frames.stream()
            .flatMap(
                frame -> flags.stream().map(set -> new Operation.Map(page, size, frame, set))));
  }

  private void addMapsWithTableFlags() {
    onPages((page, size) ->
        frames.stream()
            .flatMap(frame ->
                flags.stream()
                    .flatMap(set ->
                        flags.stream()
                            .map(table ->
                                new Operation.MapWithTableFlags(page, size, frame, set, table)))));
  }

  private void addTranslates() {
    addresses.forEach(at -> letters.add(new TraceLine.Call(new Operation.Translate(at))));
  }

  private void addTableFlags(int level) {
    var levels = new ArrayList<>(List.of(level));
    IntStream.range(2, level).forEach(levels::add);
    for (var lower : levels) {
      for (var at : addresses) {
        flags.forEach(
            set -> letters.add(new TraceLine.Call(new Operation.SetTableFlags(at, lower, set))));
      }
    }
  }

  private void addCleanUps() {
    for (var first : addresses) {
      letters.add(new TraceLine.Call(new Operation.CleanUp(first, LineKey.EVERYTHING)));
      addresses.forEach(
          last -> letters.add(new TraceLine.Call(new Operation.CleanUp(first, last))));
    }
  }
}
