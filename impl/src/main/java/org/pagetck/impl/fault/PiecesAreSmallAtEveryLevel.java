package org.pagetck.impl.fault;

import org.pagetck.impl.policy.HugeParts;
import org.pagetck.impl.policy.PolicyCore;
import org.pagetck.impl.policy.PolicyPlace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.requirement.Requirement;

/// Right for a page of 2 MiB, wrong for one of 1 GiB.
@Faulty(
    id = "F50",
    sentence = "a split advances the pieces by 4 KiB at every level",
    origin = "asterinas #3920",
    blame = {Requirement.SPL_01, Requirement.ALG_06},
    declares = "huge-part = split\n")
final class PiecesAreSmallAtEveryLevel extends PolicyCore {
  PiecesAreSmallAtEveryLevel(PolicyPlace place) {
    super(place, new FaultyParts(place));
  }

  private static final class FaultyParts extends HugeParts {
    FaultyParts(PolicyPlace place) {
      super(place);
    }

    @Override
    protected long piece(int level, int index, long start, long flags) {
      return EntryWord.leaf(level, start + index * Levels.entrySpan(1), flags);
    }
  }
}
