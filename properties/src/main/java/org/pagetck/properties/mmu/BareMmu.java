package org.pagetck.properties.mmu;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.WalkStep;

/// An MMU without manners: asking it may set ACCESSED and DIRTY in the memory. [RestoringOracle]
/// tidies up behind it.
interface BareMmu extends AutoCloseable {
  /// What [#ask] is given as the target where the walk finds no leaf.
  long NO_TARGET = -1L;

  /// Returns why `question` cannot be put to it, or nothing where it can.
  ///
  /// @param path the entries that the walk reads
  /// @param target the physical address that the walk leads to, or [#NO_TARGET]
  Optional<String> unanswerable(MmuQuestion question, List<WalkStep> path, long target);

  /// Returns its answer, where one is [MmuAnswer.Allowed] without the updates.
  ///
  /// @param target where the access should arrive if it is allowed: whatever an access needs to be
  ///   seen there is put there, and taken away again
  MmuAnswer ask(MmuQuestion question, long target);

  /// Tells whether it can keep what a walk found, dependably.
  default boolean keepsWalks() {
    return false;
  }

  /// Returns its answer like [#ask], and keeps what it found until it is asked something else.
  ///
  /// @throws UnsupportedOperationException unless it [#keepsWalks]
  default MmuAnswer askAndKeep(MmuQuestion question, long target) {
    throw new UnsupportedOperationException("it keeps nothing");
  }

  /// Returns its answer to the question of the last [#askAndKeep], by what it keeps of that.
  ///
  /// @param reload whether CR3 is loaded anew before
  /// @throws UnsupportedOperationException unless it [#keepsWalks]
  default MmuAnswer askAgain(MmuQuestion question, boolean reload) {
    throw new UnsupportedOperationException("it keeps nothing");
  }

  @Override
  void close();
}
