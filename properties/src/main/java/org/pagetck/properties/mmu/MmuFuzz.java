package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.choice.Choices;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.choice.Seeds;

/// Compares the page walk with an MMU over random tables: answers, addresses, error codes, and the
/// ACCESSED and DIRTY bits that an allowed access sets.
public final class MmuFuzz {
  private static final long MEMORY_START = 0x1_0000_0000L;
  private static final int FRAME_COUNT = 24;
  private static final int DISAGREEMENT_COUNT_MAX = 10;
  private static final int TABLES_PER_PROGRESS = 64;
  private static final int TRY_FACTOR_MAX = 16;

  /// Is told how far a run is, every few tables.
  @FunctionalInterface
  public interface Progress {
    /// Returns whether to go on.
    boolean proceed(long tableCount, long questionCount, long disagreementCount);
  }

  /// The walk and the MMU in one mode.
  private record Pair(PageWalk walk, MmuOracle oracle) {}

  private final MmuMemory memory;
  private final RandomTables tables;
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<MmuAnswer, Long> faults = new HashMap<>();
  private final Map<String, Long> unanswered = new HashMap<>();
  private final List<Disagreement> disagreements = new ArrayList<>();
  private long tableCount;
  private long questionCount;
  private long allowedCount;
  private long disagreementCount;

  private MmuFuzz(Arena arena) {
    var bytes = arena.allocate((long) FRAME_COUNT * Levels.TABLE_BYTES, Levels.TABLE_BYTES);
    memory = new MmuMemory(bytes, MEMORY_START);
    tables = new RandomTables(memory);
  }

  /// Runs `plan` against `mmu`, in every mode that it supports.
  ///
  /// @throws MmuFailedException if the MMU is absent or breaks
  public static MmuFuzzResult run(Mmu mmu, MmuFuzzPlan plan, Progress progress) {
    try (var arena = Arena.ofShared()) {
      var fuzz = new MmuFuzz(arena);
      try {
        fuzz.open(mmu);
        return fuzz.compare(mmu.name(), plan, progress);
      } finally {
        fuzz.pairs.forEach(pair -> pair.oracle().close());
      }
    }
  }

  /// Opens the modes, with NXE and without.
  private void open(Mmu mmu) {
    var width = mmu.physicalWidth();
    for (var levels = 4; levels <= Levels.ROOT_MAX; levels++) {
      for (var noExecute : List.of(true, false)) {
        var mode = new PagingMode(levels, width, noExecute);
        if (mmu.unsupported(mode).isEmpty()) {
          pairs.add(new Pair(new PageWalk(mode), mmu.open(memory, mode)));
        }
      }
    }
  }

  private MmuFuzzResult compare(String name, MmuFuzzPlan plan, Progress progress) {
    while (tableCount < plan.tableCount()) {
      var choices = new RandomChoices(Seeds.mix(plan.seed(), tableCount));
      var pair = choices.pick(pairs);
      tables.fill(pair.walk().mode(), choices);
      tableCount++;
      askAbout(pair, plan.questionsPerTable(), choices);
      if (tableCount % TABLES_PER_PROGRESS == 0
          && !progress.proceed(tableCount, questionCount, disagreementCount)) {
        break;
      }
    }
    return result(name);
  }

  /// Asks `count` questions about the table, but gives up on an MMU that cannot be asked most of
  /// them.
  private void askAbout(Pair pair, int count, Choices choices) {
    var asked = 0;
    for (var tries = 0; asked < count && tries < count * TRY_FACTOR_MAX; tries++) {
      var question = tables.question(pair.walk().mode(), choices);
      var reason = pair.oracle().unanswerable(question);
      if (reason.isPresent()) {
        unanswered.merge(reason.get(), 1L, Long::sum);
      } else {
        ask(pair, question);
        asked++;
      }
    }
  }

  private void ask(Pair pair, MmuQuestion question) {
    questionCount++;
    var walked =
        pair.walk()
            .access(
                memory,
                question.root(),
                question.address(),
                question.access(),
                question.protection());
    var owed = MmuAnswer.of(walked);
    if (owed instanceof MmuAnswer.Allowed) {
      allowedCount++;
    } else {
      faults.merge(owed, 1L, Long::sum);
    }
    var given = pair.oracle().ask(question);
    if (!owed.equals(given)) {
      disagreementCount++;
      if (disagreements.size() < DISAGREEMENT_COUNT_MAX) {
        var walk = pair.walk();
        var path = walk.path(memory, question.root(), question.address());
        disagreements.add(
            new Disagreement(pair.oracle().name(), walk.mode(), question, path, walked, given));
      }
    }
  }

  private MmuFuzzResult result(String name) {
    var outcomes = new HashMap<String, Long>();
    faults.forEach((fault, count) -> outcomes.put(fault.toString(), count));
    outcomes.put("allowed", allowedCount);
    return new MmuFuzzResult(
        name, tableCount, questionCount, outcomes, unanswered, disagreementCount, disagreements);
  }
}
