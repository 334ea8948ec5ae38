package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.Choices;

/// Traces as a generator makes them: all kinds of lines on a few pages that lie near each other.
final class NoisyTraces {
  private static final int REGIONS = 4;

  private final Choices choices;
  private final int levels;
  private final List<Long> regions;
  private final Setup setup;

  NoisyTraces(Choices choices, int levels) {
    this.choices = choices;
    this.levels = levels;
    this.regions =
        IntStream.range(0, REGIONS)
            .mapToObj(_ -> Levels.signExtend(choices.bits(64) & -PageSize.SIZE_1G.bytes(), levels))
            .toList();
    this.setup = drawSetup();
  }

  private Setup drawSetup() {
    var drawn =
        Setup.DEFAULT
            .withMemory(choices.pick(List.of(1L << 32, 1L << 33)), 64L << 20 << choices.below(2))
            .withFrames(
                choices.pick(FrameOrder.all()),
                choices.bits(64),
                choices.pick(FrameContents.all()));
    return drawn.with(Setup.LEVELS, Integer.toString(levels));
  }

  /// Returns the setup of all traces that are made here.
  Setup setup() {
    return setup;
  }

  /// Returns a trace that has the lines of `witness` among `count` others, in order.
  Trace around(List<TraceLine> witness, int count) {
    var lines = new ArrayList<TraceLine>();
    IntStream.range(0, count).forEach(_ -> lines.add(line()));
    var places =
        IntStream.range(0, witness.size()).map(_ -> choices.below(count + 1)).sorted().toArray();
    for (var i = witness.size() - 1; i >= 0; i--) {
      lines.add(places[i], witness.get(i));
    }
    return new Trace(setup, lines);
  }

  /// Returns one of two.
  <T> T either(T one, T other) {
    return choices.oneIn(2) ? one : other;
  }

  TraceLine line() {
    return switch (choices.below(12)) {
      case 0 -> new TraceLine.Plant(1 + choices.below(levels), address(), choices.bits(13));
      case 1 ->
          new TraceLine.Access(
              address(), choices.pick(AccessKind.all()), choices.pick(Privilege.all()));
      case 2 -> new TraceLine.Budget(choices.below(5));
      case 3 -> choices.pick(List.of(TraceLine.FlushPolicy.values()));
      default -> new TraceLine.Call(operation());
    };
  }

  Operation operation() {
    var size = size();
    return switch (choices.pick(OperationKind.all())) {
      case MAP -> new Operation.Map(page(size), size, frame(size), flags());
      case MAP_WITH_TABLE_FLAGS ->
          new Operation.MapWithTableFlags(page(size), size, frame(size), flags(), flags());
      case UNMAP -> new Operation.Unmap(page(size), size);
      case UPDATE_FLAGS -> new Operation.UpdateFlags(page(size), size, flags());
      case TRANSLATE_PAGE -> new Operation.TranslatePage(page(size), size);
      case TRANSLATE -> new Operation.Translate(address());
      case CLEAR -> new Operation.Clear(page(size), size);
      case SET_TABLE_FLAGS -> new Operation.SetTableFlags(address(), 2 + choices.below(3), flags());
      case CLEAN_UP -> new Operation.CleanUp(address(), address() | 0xfff);
    };
  }

  PageSize size() {
    return PageSize.all().get(choices.weighted(6, 3, 1));
  }

  /// Returns a page near others.
  long page(PageSize size) {
    return size.alignDown(address());
  }

  long address() {
    var near =
        choices.oneIn(4) ? choices.bits(30) : (choices.bits(2) << 21 | choices.bits(2) << 12);
    return choices.pick(regions) + near;
  }

  long frame(PageSize size) {
    return size.alignDown(choices.bits(choices.oneIn(3) ? 52 : 32));
  }

  EntryFlags flags() {
    return new EntryFlags(choices.bits(13) & EntryFlags.ALL & ~EntryFlags.HUGE_PAGE);
  }
}
