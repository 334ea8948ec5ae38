package org.pagetck.impl.fault;

import org.pagetck.impl.policy.HugeParts;
import org.pagetck.impl.policy.PolicyCore;
import org.pagetck.impl.policy.PolicyPlace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// A leaf of 4 KiB has PAT elsewhere.
@Faulty(
    id = "F60",
    sentence =
        "a split keeps bit 7 and bit 12 where they were: PS becomes PAT, PAT becomes address",
    origin = "in the shape of x86_64 crate, issue 612",
    blame = {Requirement.SPL_01, Requirement.PRM_04},
    declares = "huge-part = split\n")
final class PiecesKeepBitsInPlace extends PolicyCore {
  PiecesKeepBitsInPlace(PolicyPlace place) {
    super(place, new FaultyParts(place));
  }

  private static final class FaultyParts extends HugeParts {
    FaultyParts(PolicyPlace place) {
      super(place);
    }

    @Override
    protected long piece(int level, int index, long start, long flags) {
      return (start + index * Levels.entrySpan(level)) | flags | EntryFlags.HUGE_PAGE;
    }
  }
}
