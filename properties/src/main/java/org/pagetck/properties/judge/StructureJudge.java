package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.Table;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.StepObservation;

/// Judges the shape of the tables: a tree of owned tables, entries without reserved bits, new
/// tables without old entries.
public final class StructureJudge implements Judge {
  /// Creates it.
  public StructureJudge() {}

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    var changes = seen.changes();
    if (changes.count() > 0) {
      verdicts.exercise(Requirement.STR_01);
      verdicts.exercise(Requirement.STR_02);
      verdicts.exercise(Requirement.STR_04);
      verdicts.exercise(Requirement.STR_05);
      verdicts.exercise(Requirement.STR_06);
      verdicts.exercise(Requirement.LOG_01);
    }
    if (seen.taken().count() > 0) {
      verdicts.exercise(Requirement.STR_10);
      verdicts.exercise(Requirement.ALC_05);
    }
    for (var i = 0; i < changes.count(); i++) {
      var at = changes.address(i);
      var level = seen.tables().levelAt(at);
      if (level > 0 && !seen.isRecursiveEntry(at)) {
        entry(seen, at, level, verdicts);
      }
    }
    if (seen.unzeroedTable() >= 0) {
      accuseOldEntries(seen, seen.unzeroedTable(), "it is linked before they are zeroed", verdicts);
    }
    if (seen.behindLog() >= 0) {
      verdicts.accuse(
          Requirement.LOG_01,
          "a store that is not in the log",
          "0x%x holds 0x%x, the log says 0x%x"
              .formatted(
                  seen.behindLog(),
                  seen.bytes().load(seen.behindLog()),
                  seen.bytes().loadShadow(seen.behindLog())));
    }
  }

  /// Judges the changed entry at `at` in a table of `level`.
  private static void entry(StepObservation seen, long at, int level, Verdicts verdicts) {
    var word = seen.bytes().load(at);
    var virtual = Levels.signExtend(seen.tables().virtualOf(at), seen.before().rules().levels());
    var owed = seen.owedSpace().slotAt(level, virtual);
    switch (seen.before().rules().format().stateOf(level, word)) {
      case LINK -> link(seen, level, owed, EntryWord.linkAddress(word), verdicts);
      case MALFORMED -> {
        if (!(owed instanceof Slot.Malformed)) {
          malformed(seen, at, level, word, verdicts);
        }
      }
      case RESERVED -> absentLink(seen, level, word, verdicts);
      case EMPTY, LEAF -> {}
    }
  }

  private static void link(
      StepObservation seen, int level, Slot owed, long frame, Verdicts verdicts) {
    var tables = seen.tables();
    var isTaken = seen.taken().contains(frame);
    if (isTaken && !(owed instanceof Slot.Link) && NewLinks.countInOldTables(seen, frame) > 1) {
      verdicts.accuse(
          Requirement.STR_01,
          "%s: a table is linked twice".formatted(seen.operation().kind().family().key()),
          "a link at level %d leads to the new table at 0x%x, and so does another"
              .formatted(level, frame));
      return;
    }
    if (!isTaken && tables.levelAt(frame) != 0) {
      if (!isLinkedThereBefore(seen, level, owed, frame)) {
        verdicts.accuse(
            Requirement.STR_01,
            "%s: a table is linked twice".formatted(seen.operation().kind().family().key()),
            "a link at level %d leads to the table at 0x%x, which is in use"
                .formatted(level, frame));
      }
      return;
    }
    if (!isTaken && !tables.isOwned(frame)) {
      verdicts.accuse(
          Requirement.STR_02,
          "%s: a link to a frame that the mapper does not own"
              .formatted(seen.operation().kind().family().key()),
          "a link at level %d leads to 0x%x, which was never taken or was given back"
              .formatted(level, frame));
      return;
    }
    var table = owed instanceof Slot.Link owedLink ? owedLink.table() : Table.EMPTY;
    newTable(seen, level - 1, frame, table, verdicts);
  }

  private static boolean isLinkedThereBefore(
      StepObservation seen, int level, Slot owed, long frame) {
    return owed instanceof Slot.Link && seen.tables().levelAt(frame) == level - 1;
  }

  /// STR-10: each entry of the new table at `frame` is 0 or owed.
  private static void newTable(
      StepObservation seen, int level, long frame, Table owed, Verdicts verdicts) {
    for (var index = seen.bytes().firstNonZero(frame, 0);
        index >= 0;
        index = seen.bytes().firstNonZero(frame, index + 1)) {
      var word = seen.bytes().load(frame + (long) index * Levels.ENTRY_BYTES);
      var slot = owed.get(index);
      if (slot instanceof Slot.Empty) {
        accuseOldEntries(seen, frame, "entry %d holds 0x%x".formatted(index, word), verdicts);
        return;
      }
      var below = EntryWord.linkAddress(word);
      if (slot instanceof Slot.Link link && level > 1) {
        if (seen.taken().contains(below)) {
          newTable(seen, level - 1, below, link.table(), verdicts);
        } else {
          link(seen, level, slot, below, verdicts);
        }
      }
    }
  }

  private static void accuseOldEntries(
      StepObservation seen, long frame, String what, Verdicts verdicts) {
    var divergence =
        "%s: a new table holds old entries".formatted(seen.operation().kind().family().key());
    var evidence =
        "the table at 0x%x becomes reachable with old entries: %s".formatted(frame, what);
    verdicts.accuse(Requirement.STR_10, divergence, evidence);
    verdicts.accuse(Requirement.ALC_05, divergence, evidence);
  }

  /// A frame just taken that hangs below an entry without PRESENT.
  private static void absentLink(StepObservation seen, int level, long word, Verdicts verdicts) {
    var frame = EntryWord.linkAddress(word);
    if (level > 1 && seen.taken().contains(frame) && (word & EntryFlags.HUGE_PAGE) == 0) {
      newTable(seen, level - 1, frame, Table.EMPTY, verdicts);
    }
  }

  private static void malformed(
      StepObservation seen, long at, int level, long word, Verdicts verdicts) {
    var format = seen.before().rules().format();
    var requirement = malformation(format, level, word);
    verdicts.accuse(
        requirement,
        "%s: an entry that hardware cannot use".formatted(seen.operation().kind().family().key()),
        "0x%x (level %d) holds 0x%x".formatted(at, level, word));
  }

  private static Requirement malformation(EntryFormat format, int level, long word) {
    if ((word & format.reservedBits()) != 0) {
      return Requirement.STR_04;
    }
    if ((word & EntryFlags.HUGE_PAGE) == 0) {
      return Requirement.STR_02;
    }
    return level > 3 ? Requirement.STR_05 : Requirement.STR_06;
  }

  /// Takes over into the map of tables what a step without violation did: new tables, and tables
  /// that went.
  public static void adopt(StepObservation seen) {
    var format = seen.before().rules().format();
    var changes = seen.changes();
    var tables = seen.tables();
    for (var i = 0; i < changes.count(); i++) {
      var at = changes.address(i);
      var level = tables.levelAt(at);
      if (level > 1) {
        var before = changes.before(i);
        var word = seen.bytes().load(at);
        var wasLink = format.stateOf(level, before) == SlotState.LINK;
        var isLink = format.stateOf(level, word) == SlotState.LINK;
        var same =
            wasLink && isLink && EntryWord.linkAddress(before) == EntryWord.linkAddress(word);
        if (wasLink && !same) {
          removeTable(seen, EntryWord.linkAddress(before));
        }
        if (isLink && !same) {
          adoptTable(seen, EntryWord.linkAddress(word), level - 1, tables.virtualOf(at));
        }
      }
    }
  }

  private static void removeTable(StepObservation seen, long frame) {
    if (seen.tables().levelAt(frame) != 0) {
      seen.tables().removeTable(frame);
    }
  }

  private static void adoptTable(StepObservation seen, long frame, int level, long base) {
    TableBytes bytes = seen.bytes();
    seen.tables().addTable(frame, level, base);
    if (level == 1) {
      return;
    }
    for (var index = bytes.firstNonZero(frame, 0);
        index >= 0;
        index = bytes.firstNonZero(frame, index + 1)) {
      var word = bytes.load(frame + (long) index * Levels.ENTRY_BYTES);
      if (seen.before().rules().format().stateOf(level, word) == SlotState.LINK) {
        adoptTable(
            seen,
            EntryWord.linkAddress(word),
            level - 1,
            base + ((long) index << Levels.shift(level)));
      }
    }
  }
}
