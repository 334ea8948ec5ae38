package org.pagetck.properties.discover;

import static org.pagetck.properties.discover.Dossier.PRESENT;
import static org.pagetck.properties.discover.Dossier.WRITABLE;
import static org.pagetck.properties.discover.Dossier.frame;
import static org.pagetck.properties.discover.Dossier.map;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.discover.Ear.Heard;

/// Asks what may be passed to a mapper, and which flags it gives back and adds.
final class FlagProbes {
  private final Ear ear;
  private final Dossier dossier;

  FlagProbes(Ear ear, Dossier dossier) {
    this.ear = ear;
    this.dossier = dossier;
  }

  void ask() {
    flags();
    arguments();
    returnsFlags();
    addsFlags();
  }

  private Heard last(List<TraceLine> lines) {
    return ear.hear(dossier.contract(), lines).getLast();
  }

  private PageSize smallest() {
    return dossier.contract().sizes().iterator().next();
  }

  /// HUGE_PAGE may be passed to be refused; others that are refused may not be passed. NO_EXECUTE
  /// is refused by a mapper that works without it.
  private void flags() {
    var passed = EntryFlags.ALL;
    var noExecute = true;
    var lines = new ArrayList<TraceLine>();
    for (var rest = EntryFlags.ALL & ~PRESENT; rest != 0; rest &= rest - 1) {
      var flag = Long.lowestOneBit(rest);
      for (var size : dossier.contract().sizes()) {
        var line = map(size, dossier.page(0), frame(0), PRESENT | flag);
        var given = last(List.of(line)).given();
        var refused = given instanceof Outcome.Refused;
        if (refused && flag == EntryFlags.NO_EXECUTE) {
          noExecute = false;
        } else if (given instanceof Outcome.Unsupported
            || (refused && flag != EntryFlags.HUGE_PAGE)) {
          passed &= ~flag;
          lines.add(line);
        }
      }
    }
    dossier.decide(
        Setting.FLAGS,
        new EntryFlags(passed),
        lines.isEmpty() ? List.of(map(smallest(), dossier.page(0), frame(0), PRESENT)) : lines,
        lines.isEmpty() ? "each flag is taken" : "these flags are not taken");
    var line = List.of(map(smallest(), dossier.page(0), frame(0), PRESENT | EntryFlags.NO_EXECUTE));
    dossier.decide(
        Setting.NO_EXECUTE,
        noExecute,
        line,
        noExecute ? "NO_EXECUTE is not refused" : "NO_EXECUTE is refused");
  }

  private void arguments() {
    var size = smallest();
    var page = dossier.page(0);
    var bits = PRESENT | WRITABLE;
    var width = dossier.contract().physicalWidth();
    var bad =
        new ArrayList<>(
            List.of(
                map(size, page + 8, frame(0), bits),
                map(size, page, frame(0) + 8, bits),
                map(size, 1L << 62, frame(0), bits)));
    if (width < Long.SIZE - 1) {
      bad.add(map(size, page, 1L << width, bits));
    }
    var taken = new ArrayList<TraceLine>();
    var refused = new ArrayList<TraceLine>();
    var other = new ArrayList<TraceLine>();
    for (var line : bad) {
      switch (last(List.of(line)).given()) {
        case Outcome.Refused _ -> refused.add(line);
        case Outcome.Unsupported _, Outcome.Failed _ -> other.add(line);
        case Outcome _ -> taken.add(line);
      }
    }
    if (other.isEmpty() && !refused.isEmpty()) {
      dossier.decide(Setting.ARGUMENTS, Arguments.CHECKED, refused, "each is refused");
      taken.forEach(line ->
          dossier.contradict(
              Setting.ARGUMENTS, List.of(line), "is taken, and others like it are refused"));
    } else {
      other.addAll(taken);
      dossier.decide(Setting.ARGUMENTS, Arguments.UNCHECKED, other, "none of these is refused");
    }
  }

  private void returnsFlags() {
    var returning = EnumSet.noneOf(OperationKind.class);
    var page = dossier.page(0);
    var first = map(smallest(), page, frame(0), PRESENT | WRITABLE);
    var lines = new ArrayList<TraceLine>(List.of(first));
    for (var kind : Contract.answeringFlags()) {
      var operation =
          switch (kind) {
            case UNMAP -> new Operation.Unmap(page, smallest());
            case TRANSLATE_PAGE -> new Operation.TranslatePage(page, smallest());
            default -> new Operation.Translate(page);
          };
      if (dossier.contract().offers(kind)) {
        lines.add(Dossier.call(operation));
        var given = last(List.of(first, Dossier.call(operation))).given();
        if (flagsOf(given).filter(flags -> flags.bits() != 0).isPresent()) {
          returning.add(kind);
        }
      }
    }
    dossier.decide(
        Setting.RETURNS_FLAGS,
        returning,
        lines,
        returning.isEmpty() ? "no answer carries flags" : "those answers carry flags");
  }

  private static Optional<EntryFlags> flagsOf(Outcome given) {
    return switch (given) {
      case Outcome.Removed(var _, var flags, var _) -> Optional.of(flags);
      case Outcome.Found(var _, var flags) -> Optional.of(flags);
      case Outcome.Translated(var _, var _, var _, var flags) -> Optional.of(flags);
      case Outcome _ -> Optional.empty();
    };
  }

  /// What stands in the leaf and in new links besides what was asked for.
  private void addsFlags() {
    if (dossier.contract().effects() == Effects.NONE) {
      return;
    }
    var asked = PRESENT | WRITABLE;
    var frame = frame(77);
    var level = smallest().leafLevel();
    var lines = List.of(map(smallest(), dossier.page(0), frame, asked));
    var heard = ear.hear(dossier.contract(), lines).getLast();
    var inLinks = 0L;
    for (var word : heard.links()) {
      inLinks |= EntryWord.linkFlags(word);
    }
    var inLeaf = 0L;
    for (var word : heard.leaves(level, frame)) {
      inLeaf |= EntryWord.leafFlags(level, word);
    }
    adds(Setting.ADDS_FLAGS, inLeaf & ~asked, lines, "the leaf holds");
    adds(Setting.LINK_ADDS, inLinks & ~(asked | EntryFlags.USER), lines, "links hold");
  }

  private void adds(Setting<EntryFlags> setting, long extra, List<TraceLine> lines, String where) {
    var allowed = extra & Contract.addable().bits();
    dossier.decide(
        setting,
        new EntryFlags(allowed),
        lines,
        allowed == 0
            ? where + " nothing that was not asked for"
            : "%s %s besides".formatted(where, new EntryFlags(allowed)));
    if (extra != allowed) {
      dossier.contradict(
          setting,
          lines,
          "%s %s, which nobody asked for"
              .formatted(where, new EntryFlags(extra & ~allowed & EntryFlags.ALL)));
    }
  }
}
