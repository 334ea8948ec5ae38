package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// The early return forgets what was taken.
@Faulty(
    id = "F32",
    sentence = "where the k-th table cannot be had, the frames before it are lost",
    origin = "hvisor, issue 274; xv6-riscv, issue 118",
    blame = {Requirement.FAL_04, Requirement.ALC_02})
final class FramesAreLostWithoutFrame extends MapCore {
  FramesAreLostWithoutFrame(TableSpace space) {
    super(space);
  }

  @Override
  protected boolean outOfFrames(long gap, long page, int gapLevel, long linkFlags) {
    return refuse(Refusal.NO_FRAME);
  }
}
