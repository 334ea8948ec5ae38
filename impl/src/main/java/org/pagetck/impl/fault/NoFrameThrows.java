package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// The result of the allocator is unwrapped without a look.
@Faulty(
    id = "F33",
    sentence = "the want of a frame throws",
    origin = "asterinas, issue 3162",
    blame = {Requirement.FAL_03})
final class NoFrameThrows extends MapCore {
  NoFrameThrows(TableSpace space) {
    super(space);
  }

  @Override
  protected boolean outOfFrames(long gap, long page, int gapLevel, long linkFlags) {
    super.outOfFrames(gap, page, gapLevel, linkFlags);
    throw new IllegalStateException("no frame for a table");
  }
}
