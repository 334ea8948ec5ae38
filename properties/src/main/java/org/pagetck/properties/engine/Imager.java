package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.model.verdict.TableImage.Entry;
import org.pagetck.model.verdict.TableImage.TableFrame;
import org.pagetck.properties.memory.TableBytes;

/// Takes pictures of the tables for reports.
final class Imager {
  /// Pictures of larger trees end here.
  private static final int TABLE_COUNT_MAX = 64;

  private final TableBytes bytes;
  private final EntryFormat format;
  private final int levels;
  private final List<TableFrame> tables = new ArrayList<>();
  private final Set<Long> visited = new HashSet<>();

  private Imager(TableBytes bytes, EntryFormat format, int levels) {
    this.bytes = bytes;
    this.format = format;
    this.levels = levels;
  }

  static TableImage take(TableBytes bytes, EntryFormat format, int levels) {
    var imager = new Imager(bytes, format, levels);
    imager.visit(bytes.start(), levels, 0);
    return new TableImage(bytes.start(), levels, imager.tables);
  }

  private void visit(long frame, int level, long base) {
    if (tables.size() == TABLE_COUNT_MAX || !visited.add(frame)) {
      return;
    }
    var entries = new ArrayList<Entry>();
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      var word = bytes.load(frame + (long) index * Levels.ENTRY_BYTES);
      if (word != 0) {
        entries.add(new Entry(index, word));
      }
    }
    tables.add(new TableFrame(frame, level, Levels.signExtend(base, levels), entries));
    for (var entry : entries) {
      if (level > 1 && format.stateOf(level, entry.word()) == SlotState.LINK) {
        var below = base + ((long) entry.index() << Levels.shift(level));
        visit(EntryWord.linkAddress(entry.word()), level - 1, below);
      }
    }
  }
}
