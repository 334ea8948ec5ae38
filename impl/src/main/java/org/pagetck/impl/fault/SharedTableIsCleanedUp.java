package org.pagetck.impl.fault;

import org.pagetck.impl.policy.PolicyCore;
import org.pagetck.impl.policy.PolicyPlace;
import org.pagetck.model.requirement.Requirement;

/// The other address spaces go on with a table that is somebody else's by now.
@Faulty(
    id = "F72",
    sentence = "cleanUp writes an entry that other address spaces share, and gives its table back",
    origin = "in the shape of Linux arch_sync",
    declares = "shared-entries = 256-511\n",
    blame = Requirement.FRM_04)
final class SharedTableIsCleanedUp extends PolicyCore {
  SharedTableIsCleanedUp(PolicyPlace place) {
    super(place);
  }

  @Override
  protected boolean isShared(long begin, long end) {
    return false;
  }
}
