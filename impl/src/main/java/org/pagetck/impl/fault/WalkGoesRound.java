package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.requirement.Requirement;

/// It begins again at the top, as if nothing had been walked.
@Faulty(
    id = "F73",
    sentence = "over a link back to the root the walk does not end",
    origin = "in the shape of pKVM-IA #104",
    blame = Requirement.ROB_06)
final class WalkGoesRound extends MapCore {
  private final TableSpace space;

  WalkGoesRound(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  public boolean translate(long address) {
    if (begin() && mayName(address)) {
      descend(space.root(), space.levels(), address);
    }
    return super.translate(address);
  }

  private int descend(long table, int level, long address) {
    var word = memory().load(walk().slotIn(table, address, level));
    if (level == 1 || space.format().stateOf(level, word) != SlotState.LINK) {
      return level;
    }
    var next = EntryWord.linkAddress(word);
    return 1 + descend(next, next == space.root() ? space.levels() : level - 1, address);
  }
}
