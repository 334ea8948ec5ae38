package org.pagetck.properties.discover;

import static org.pagetck.properties.discover.Dossier.PRESENT;
import static org.pagetck.properties.discover.Dossier.WRITABLE;
import static org.pagetck.properties.discover.Dossier.frame;
import static org.pagetck.properties.discover.Dossier.map;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.Planted;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.discover.Ear.Heard;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.subject.SubjectFailedException;

/// Asks what can be asked of a mapper at all: levels, addresses, sizes, operations, and what of its
/// work can be seen.
final class ShapeProbes {
  private static final int WIDTH_MAX = 52;
  private static final int WIDTH_MIN = 32;

  private final Ear ear;
  private final Dossier dossier;
  private final Set<OperationKind> offered;

  ShapeProbes(Ear ear, Dossier dossier, Set<OperationKind> offered) {
    this.ear = ear;
    this.dossier = dossier;
    this.offered = EnumSet.copyOf(offered);
  }

  void ask() {
    levels();
    virtualRange();
    effects();
    sizes();
    operations();
    physicalWidth();
    hiddenState();
  }

  private Heard last(List<TraceLine> lines) {
    return ear.hear(dossier.contract(), lines).getLast();
  }

  private static boolean isOk(Heard heard) {
    return !(heard.given() instanceof Outcome.Refused
        || heard.given() instanceof Outcome.Unsupported
        || heard.given() instanceof Outcome.Failed);
  }

  private static String said(Heard heard) {
    return "answered " + OutcomeText.print(heard.given());
  }

  /// A space of five levels has room for an address that one of four has not.
  private void levels() {
    var wide = 1L << (Levels.virtualBits(4) + 1);
    var lines =
        List.of(
            map(wide, 0, PRESENT | WRITABLE),
            Dossier.call(new Operation.Translate(0)),
            Dossier.call(new Operation.Translate(wide)));
    dossier.assume(Setting.LEVELS, List.of(5));
    var five = false;
    try {
      var heard = ear.hear(dossier.contract(), lines);
      five = isOk(heard.getFirst()) && !isOk(heard.get(1)) && isOk(heard.getLast());
    } catch (SubjectFailedException _) {
      // It opens with four levels, or not at all.
    }
    dossier.assume(Setting.LEVELS, List.of(4));
    var small = List.of(map(dossier.page(0), 0, PRESENT | WRITABLE));
    var four = true;
    try {
      four = isOk(last(small)) || isOk(last(List.of(map(-PageSize.SIZE_1G.bytes(), 0, PRESENT))));
    } catch (SubjectFailedException e) {
      if (!five) {
        throw e;
      }
      four = false;
    }
    var levels = five ? four ? List.of(4, 5) : List.of(5) : List.of(4);
    dossier.decide(
        Setting.LEVELS,
        levels,
        lines,
        five ? "the address past 48 bits is mapped" : "nothing is mapped past 48 bits");
  }

  private void virtualRange() {
    var lower = List.of(map(dossier.page(0), 0, PRESENT | WRITABLE));
    var upper = List.of(map(-PageSize.SIZE_1G.bytes(), 0, PRESENT | WRITABLE));
    var low = last(lower);
    var high = last(upper);
    if (!isOk(high)) {
      dossier.decide(Setting.VIRTUAL_RANGE, VirtualRange.LOWER, upper, said(high));
    } else if (!isOk(low)) {
      dossier.decide(Setting.VIRTUAL_RANGE, VirtualRange.UPPER, lower, said(low));
    } else {
      dossier.decide(Setting.VIRTUAL_RANGE, VirtualRange.ALL, upper, said(high));
    }
  }

  private void effects() {
    if (dossier.contract().effects() == Effects.NONE) {
      return;
    }
    var lines = List.of(map(dossier.page(0), 0, PRESENT | WRITABLE));
    var heard = last(lines);
    var stores =
        heard.count(EventLog.STORE) + heard.count(EventLog.EXCHANGE) + heard.count(EventLog.NARROW);
    if (stores > 0) {
      dossier.decide(Setting.EFFECTS, Effects.STORES, lines, stores + " stores are in the log");
    } else if (!heard.changes().isEmpty()) {
      dossier.decide(
          Setting.EFFECTS, Effects.DIFF, lines, "tables change, and no store is in the log");
    } else {
      dossier.decide(Setting.EFFECTS, Effects.NONE, lines, "no table changes");
    }
  }

  private void sizes() {
    var sizes = EnumSet.noneOf(PageSize.class);
    var asked = new ArrayList<TraceLine>();
    var said = new ArrayList<String>();
    for (var size : PageSize.all()) {
      var line = map(size, dossier.page(0), frame(0), PRESENT | WRITABLE);
      var heard = last(List.of(line));
      asked.add(line);
      said.add(size + " is " + said(heard));
      if (isOk(heard)) {
        sizes.add(size);
      }
    }
    if (sizes.isEmpty()) {
      throw new SubjectFailedException(
          "the mapper maps no page of any size: " + String.join(", ", said));
    }
    dossier.decide(Setting.SIZES, sizes, asked, String.join(", ", said));
  }

  private void operations() {
    var size = dossier.contract().sizes().iterator().next();
    var page = dossier.page(0);
    var flags = new EntryFlags(PRESENT | WRITABLE);
    var first = map(size, page, frame(0), flags.bits());
    var kinds = EnumSet.copyOf(offered);
    var lacking = new ArrayList<String>();
    for (var kind : offered) {
      var operation =
          switch (kind) {
            case MAP -> new Operation.Map(page, size, frame(0), flags);
            case MAP_WITH_TABLE_FLAGS ->
                new Operation.MapWithTableFlags(page, size, frame(0), flags, flags);
            case UNMAP -> new Operation.Unmap(page, size);
            case UPDATE_FLAGS -> new Operation.UpdateFlags(page, size, flags);
            case TRANSLATE_PAGE -> new Operation.TranslatePage(page, size);
            case TRANSLATE -> new Operation.Translate(page);
            case CLEAR -> new Operation.Clear(page, size);
            case SET_TABLE_FLAGS -> new Operation.SetTableFlags(page, 4, flags);
            case CLEAN_UP -> new Operation.CleanUp(page, page);
          };
      var before = kind.family() == OperationKind.MAP ? List.<TraceLine>of() : List.of(first);
      var lines = new ArrayList<>(before);
      lines.add(Dossier.call(operation));
      if (last(lines).given() instanceof Outcome.Unsupported) {
        kinds.remove(kind);
        lacking.add(kind.key());
      }
    }
    dossier.decide(
        Setting.OPERATIONS,
        kinds,
        List.of(first),
        lacking.isEmpty()
            ? "all that the adapter has are answered"
            : "unsupported: " + String.join(", ", lacking));
  }

  /// Returns the size of page that the other probes use.
  private PageSize smallest() {
    return dossier.contract().sizes().iterator().next();
  }

  private void physicalWidth() {
    for (var width = WIDTH_MAX; width >= WIDTH_MIN; width--) {
      var lines = List.of(map(smallest(), dossier.page(0), 1L << (width - 1), PRESENT | WRITABLE));
      var heard = last(lines);
      if (isOk(heard)) {
        dossier.decide(Setting.PHYSICAL_WIDTH, width, lines, said(heard));
        return;
      }
    }
    dossier.contradict(
        Setting.PHYSICAL_WIDTH, List.of(), "no frame at or past 2 GiB can be mapped");
  }

  /// A mapper that reads its tables finds a leaf that the host wrote there.
  private void hiddenState() {
    if (dossier.contract().effects() == Effects.NONE
        || !dossier.contract().offers(OperationKind.TRANSLATE)
        || smallest() != PageSize.SIZE_4K) {
      return;
    }
    var page = dossier.page(0);
    var there = page + PageSize.SIZE_4K.bytes();
    var lines =
        List.of(
            map(page, 0, PRESENT | WRITABLE),
            new TraceLine.Plant(1, there, frame(1) | PRESENT | WRITABLE),
            Dossier.call(new Operation.Translate(there)));
    var heard = last(lines);
    dossier.decide(Setting.RESTORABLE, isOk(heard), lines, said(heard));
    if (!isOk(heard)) {
      dossier.decide(Setting.PLANTED, Set.<Planted>of(), lines, said(heard));
    }
  }
}
