package org.pagetck.impl.policy;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;

/// What a mapper works on, and the policies that it keeps.
///
/// @param space its tables
/// @param contract its policies
/// @param frames where frames for tables come from
/// @param flushes where flushes inside a call go to
public record PolicyPlace(
    TableSpace space, Contract contract, FrameAllocator frames, FlushSink flushes) {
  /// Tells whether the entry at `level` for `address` is shared with other address spaces.
  boolean isShared(long address, int level) {
    return level == space.levels()
        && contract.sharedEntries().contains(Levels.index(address, level));
  }
}
