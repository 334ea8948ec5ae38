package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// Steps out of short traces that are small each in its own way: a plain line takes the place of
/// one line, or of two, a map and its unmap that of two, and a budget moves.
final class Replacements {
  /// Longer traces are made shorter first.
  private static final int LINE_COUNT_MAX = 4;

  /// Of longer ones only the last line is replaced, if they have at most so many.
  private static final int ENDED_MAX = 8;

  private static final int BUDGET_MAX = 4;
  private static final EntryFlags PRESENT = new EntryFlags(EntryFlags.PRESENT);

  private Replacements() {}

  static void run(Search search) {
    var trace = search.current();
    if (trace.lines().size() > LINE_COUNT_MAX) {
      if (trace.lines().size() <= ENDED_MAX) {
        var last = trace.lines().size() - 1;
        PlainLines.at(last, trace).forEach(line -> search.attempt(with(trace, last, line)));
      }
      return;
    }
    for (var i = 0; i < trace.lines().size(); i++) {
      var index = i;
      var plain = PlainLines.at(index, trace);
      twoByOne(search, trace, index, plain);
      plain.forEach(line -> search.attempt(with(trace, index, line)));
    }
    mapped(search);
    budgets(search);
  }

  private static void twoByOne(Search search, Trace trace, int replaced, List<TraceLine> plain) {
    for (var gone = 0; gone < trace.lines().size(); gone++) {
      if (gone != replaced) {
        for (var line : plain) {
          var lines = new ArrayList<>(trace.lines());
          lines.set(replaced, line);
          lines.remove(gone);
          search.attempt(trace.withLines(lines));
        }
      }
    }
  }

  private static Trace with(Trace trace, int index, TraceLine line) {
    var lines = new ArrayList<>(trace.lines());
    lines.set(index, line);
    return trace.withLines(lines);
  }

  /// Puts a map and the unmap of its page in the place of two lines.
  private static void mapped(Search search) {
    var trace = search.current();
    for (var second = 1; second < trace.lines().size(); second++) {
      for (var first = 0; first < second; first++) {
        for (var page : pages(trace)) {
          var map = new Operation.Map(page, PageSize.SIZE_4K, 0, PRESENT);
          var unmap = new Operation.Unmap(page, PageSize.SIZE_4K);
          var begun = with(trace, first, new TraceLine.Call(map));
          search.attempt(with(begun, second, new TraceLine.Call(unmap)));
        }
      }
    }
  }

  /// Returns the pages of `trace`, page 0 and those beside it.
  private static Set<Long> pages(Trace trace) {
    var pages = new LinkedHashSet<>(List.of(0L));
    for (var level = 1; level < Levels.ROOT_MAX; level++) {
      pages.add(1L << Levels.shift(level));
    }
    for (var line : trace.lines()) {
      LineEdit.addresses(line).forEach(at -> pages.add(PageSize.SIZE_4K.alignDown(at)));
    }
    return pages;
  }

  private static void budgets(Search search) {
    var trace = search.current();
    for (var from = 0; from < trace.lines().size(); from++) {
      if (trace.lines().get(from) instanceof TraceLine.Budget) {
        for (var to = 0; to < trace.lines().size(); to++) {
          for (var frames = 0; frames <= BUDGET_MAX; frames++) {
            var lines = new ArrayList<>(trace.lines());
            lines.remove(from);
            lines.add(to, new TraceLine.Budget(frames));
            search.attempt(trace.withLines(lines));
            lines.replaceAll(LineEdit.ofAddresses(_ -> 0)::apply);
            search.attempt(trace.withLines(lines));
          }
        }
      }
    }
  }
}
