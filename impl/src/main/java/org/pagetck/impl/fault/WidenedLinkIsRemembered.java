package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Only where a processor used the link between two maps.
@Faulty(
    id = "R19",
    sentence =
        "a link is widened from a copy made when it was last changed: ACCESSED set since is lost",
    origin = "made for the suite",
    blame = {Requirement.FRM_05, Requirement.PRM_06})
final class WidenedLinkIsRemembered extends MapCore {
  private final TableSpace space;

  WidenedLinkIsRemembered(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  protected Owed widenForMap(long page, long linkFlags) {
    var root = walk().slotIn(space.root(), page, space.levels());
    var before = memory().load(root);
    var owed = super.widenForMap(page, linkFlags);
    var after = memory().load(root);
    if (walk().level() < space.levels() && after != before) {
      memory().store(root, after & ~EntryFlags.ACCESSED);
    }
    return owed;
  }
}
