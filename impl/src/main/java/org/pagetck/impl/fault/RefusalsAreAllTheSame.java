package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// One error value serves for everything.
@Faulty(
    id = "F53",
    sentence = "every refusal is the same, though the declaration tells causes apart",
    origin = "aarch64-paging",
    blame = {Requirement.MAP_03})
final class RefusalsAreAllTheSame extends MapCore {
  RefusalsAreAllTheSame(TableSpace space) {
    super(space);
  }

  @Override
  protected boolean refuse(Refusal reason) {
    return super.refuse(Refusal.REFUSED);
  }
}
