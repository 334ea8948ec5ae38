package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.requirement.Requirement;

/// Adding flags to a link widens it, but for this one.
@Faulty(
    id = "F62",
    sentence = "NO_EXECUTE in table flags is added to existing links, and forbids other pages too",
    origin = "the shape of table flags",
    blame = {Requirement.PRM_01, Requirement.FRM_01})
final class OldLinkForbidsExecution extends MapCore {
  private final TableSpace space;

  OldLinkForbidsExecution(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  protected Owed widenForMap(long page, long linkFlags) {
    var owed = super.widenForMap(page, linkFlags);
    var table = space.root();
    for (var level = space.levels(); level > walk().level(); level--) {
      var slot = walk().slotIn(table, page, level);
      var word = memory().load(slot);
      memory().store(slot, word | (linkFlags & EntryFlags.NO_EXECUTE));
      table = EntryWord.linkAddress(word);
    }
    return owed;
  }
}
