package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Links are made for the kernel. A later map of a user page widens them, if there is one.
@Faulty(
    id = "F04",
    sentence = "new links lack USER: a page that asks for it cannot be reached in user mode",
    origin = "x86_64 crate, issues 112 and 114",
    blame = {Requirement.PRM_01})
final class NewLinksLackUser extends MapCore {
  NewLinksLackUser(TableSpace space) {
    this(space, new Walk(space));
  }

  private NewLinksLackUser(TableSpace space, Walk walk) {
    super(space, walk, new KernelChain(space, walk));
  }

  private static final class KernelChain extends TableChain {
    KernelChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    protected long hang(long slot, long frame, long address, int level, long flags) {
      return super.hang(slot, frame, address, level, flags & ~EntryFlags.USER);
    }
  }
}
