package org.pagetck.properties.mmu;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.pagetck.model.paging.EntryUpdate;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WalkStep;

/// The page walk in the role of a real MMU, which may lie.
///
/// @param physicalWidth its width in bits
/// @param lie makes the answer that is given out of the question and the honest one
record WalkMmu(int physicalWidth, BiFunction<Asked, MmuAnswer, MmuAnswer> lie) implements Mmu {
  /// A question and the entries that its walk reads.
  record Asked(MmuQuestion question, List<WalkStep> path) {}

  /// Returns one that never lies.
  static WalkMmu honest() {
    return new WalkMmu(52, (_, answer) -> answer);
  }

  @Override
  public String name() {
    return "walk";
  }

  @Override
  public Optional<String> absence() {
    return Optional.empty();
  }

  @Override
  public List<String> limits() {
    return List.of();
  }

  @Override
  public Optional<String> unsupported(PagingMode mode) {
    return Optional.empty();
  }

  @Override
  public MmuOracle open(MmuMemory memory, PagingMode mode) {
    return new RestoringOracle(name(), memory, mode, physicalWidth, bare(memory, mode));
  }

  /// Returns it without what tidies up behind it: it stores what it updates.
  BareMmu bare(MmuMemory memory, PagingMode mode) {
    var walk = new PageWalk(mode);
    return new BareMmu() {
      @Override
      public Optional<String> unanswerable(MmuQuestion question, List<WalkStep> path, long target) {
        return Optional.empty();
      }

      @Override
      public MmuAnswer ask(MmuQuestion question, long target) {
        var root = question.root();
        var address = question.address();
        var asked = new Asked(question, walk.path(memory, root, address));
        var result = walk.access(memory, root, address, question.access(), question.protection());
        var given = lie.apply(asked, MmuAnswer.of(result));
        if (given instanceof MmuAnswer.Allowed(_, var updates)) {
          updates.forEach(update -> store(memory, update));
        }
        return given;
      }

      @Override
      public void close() {}
    };
  }

  private static void store(MmuMemory memory, EntryUpdate update) {
    if (memory.contains(update.address(), Long.BYTES)) {
      memory.store(update.address(), update.word());
    }
  }
}
