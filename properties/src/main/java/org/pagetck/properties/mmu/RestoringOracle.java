package org.pagetck.properties.mmu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.paging.EntryUpdate;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuCache;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WalkStep;
import org.pagetck.model.paging.WalkWord;

/// Asks a bare MMU, tells what it wrote into the entries of the walk, and takes that back.
final class RestoringOracle implements MmuOracle, MmuCache {
  private final String name;
  private final MmuMemory memory;
  private final PageWalk walk;
  private final long widthBits;
  private final BareMmu mmu;

  /// Creates it for `mmu`, which treats address bits from `physicalWidth` on as reserved.
  RestoringOracle(String name, MmuMemory memory, PagingMode mode, int physicalWidth, BareMmu mmu) {
    this.name = name;
    this.memory = memory;
    this.walk = new PageWalk(mode);
    this.mmu = mmu;
    this.widthBits = EntryWord.ADDRESS_MASK & (past(mode.physicalWidth()) ^ past(physicalWidth));
  }

  private static long past(int width) {
    return -1L << width;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PagingMode mode() {
    return walk.mode();
  }

  @Override
  public Optional<String> unanswerable(MmuQuestion question) {
    var path = walk.path(memory, question.root(), question.address());
    return unanswerable(question, path, target(question));
  }

  private Optional<String> unanswerable(MmuQuestion question, List<WalkStep> path, long target) {
    for (var step : path) {
      if (!memory.contains(step.address(), Levels.ENTRY_BYTES)) {
        return Optional.of("a table of the walk lies outside the memory");
      }
      if ((step.word() & EntryFlags.PRESENT) != 0 && (step.word() & widthBits) != 0) {
        return Optional.of("an entry has address bits that this MMU takes another width for");
      }
    }
    return mmu.unanswerable(question, path, target);
  }

  private long target(MmuQuestion question) {
    var word = walk.walk(memory, question.root(), question.address());
    return WalkWord.isLeaf(word)
        ? WalkWord.physicalAddress(word, question.address())
        : BareMmu.NO_TARGET;
  }

  @Override
  public MmuAnswer ask(MmuQuestion question) {
    return ask(question, mmu::ask);
  }

  private MmuAnswer ask(MmuQuestion question, BiFunction<MmuQuestion, Long, MmuAnswer> asking) {
    var path = walk.path(memory, question.root(), question.address());
    var target = target(question);
    unanswerable(question, path, target)
        .ifPresent(reason -> {
          throw new IllegalArgumentException(question + ": " + reason);
        });
    return restored(asking.apply(question, target), path);
  }

  @Override
  public Optional<MmuCache> cache() {
    return mmu.keepsWalks() ? Optional.of(this) : Optional.empty();
  }

  @Override
  public MmuAnswer warm(MmuQuestion question) {
    return ask(question, mmu::askAndKeep);
  }

  @Override
  public MmuAnswer again(MmuQuestion question, boolean reload) {
    var path = walk.path(memory, question.root(), question.address());
    return restored(mmu.askAgain(question, reload), path);
  }

  private MmuAnswer restored(MmuAnswer answer, List<WalkStep> path) {
    var updates = takeBack(path);
    return switch (answer) {
      case MmuAnswer.Allowed(var address, _) -> new MmuAnswer.Allowed(address, updates);
      case MmuAnswer.PageFault _, MmuAnswer.NotCanonical _, MmuAnswer.Unexpected _ -> answer;
    };
  }

  private List<EntryUpdate> takeBack(List<WalkStep> path) {
    var updates = new ArrayList<EntryUpdate>(path.size());
    for (var step : path) {
      var word = memory.load(step.address());
      if (word != step.word()) {
        updates.add(new EntryUpdate(step.address(), word));
        memory.store(step.address(), step.word());
      }
    }
    updates.sort(Comparator.comparing(EntryUpdate::address, Long::compareUnsigned));
    return updates;
  }

  @Override
  public void close() {
    mmu.close();
  }
}
