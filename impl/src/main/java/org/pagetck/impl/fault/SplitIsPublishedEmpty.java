package org.pagetck.impl.fault;

import org.pagetck.impl.policy.HugeParts;
import org.pagetck.impl.policy.PolicyCore;
import org.pagetck.impl.policy.PolicyPlace;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.requirement.Requirement;

/// For a moment the processor finds whatever the frame held.
@Faulty(
    id = "F51",
    sentence = "a split is published before its 512 entries are filled",
    origin = "elfuse #160",
    blame = {Requirement.ORD_03, Requirement.ORD_02},
    declares = "huge-part = split\n")
final class SplitIsPublishedEmpty extends PolicyCore {
  SplitIsPublishedEmpty(PolicyPlace place) {
    super(place, new FaultyParts(place));
  }

  private static final class FaultyParts extends HugeParts {
    FaultyParts(PolicyPlace place) {
      super(place);
    }

    @Override
    protected void put(long slot, long link, int level, long start, long flags) {
      memory().store(slot, link);
      fill(EntryWord.linkAddress(link), level - 1, start, flags);
    }
  }
}
