package org.pagetck.impl.policy;

import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;

/// Tables whose links have flags besides those that were asked for.
final class PolicyChain extends TableChain {
  private final long added;

  PolicyChain(TableSpace space, Walk walk, long added) {
    super(space, walk);
    this.added = added;
  }

  @Override
  protected long hang(long slot, long frame, long address, int level, long flags) {
    return super.hang(slot, frame, address, level, flags | added);
  }
}
