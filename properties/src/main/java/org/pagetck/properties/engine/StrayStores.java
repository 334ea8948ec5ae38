package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for changes of memory that no step of a check showed: stores into frames that the session
/// of the time did not use.
///
/// To see one, the whole memory is compared, which takes as long as hundreds of traces do. So it is
/// done ever more seldom as a check goes on. Where something is seen, the blocks since the last
/// time are run again, in ever smaller parts, until the step is found.
final class StrayStores {
  /// How often the step is looked for in one check.
  private static final int SEARCH_COUNT_MAX = 8;

  private static final int ROUNDS_APART_MAX = 64;

  /// One over the share of all rounds that may go by without a look.
  private static final int ROUNDS_APART_PART = 4;

  private static final int PART_COUNT = 8;

  private final RunnerPool runners;
  private final List<Block> unseen = new ArrayList<>();
  private long rounds;
  private long roundsSeen;
  private int searches;

  StrayStores(RunnerPool runners) {
    this.runners = runners;
  }

  /// Notes the blocks of a round that was run.
  void add(List<Block> round) {
    rounds++;
    unseen.addAll(round);
  }

  /// Tells whether it is time to look. That depends on the number of rounds alone.
  boolean isDue() {
    var apart = Math.clamp(roundsSeen / ROUNDS_APART_PART, 1, ROUNDS_APART_MAX);
    return rounds - roundsSeen >= apart;
  }

  /// Looks; returns the blocks to be searched, none where nothing is amiss. No runner may be
  /// running.
  List<Block> look() {
    if (unseen.isEmpty()) {
      return List.of();
    }
    var isAmiss = runners.audit() && searches < SEARCH_COUNT_MAX;
    var suspects = isAmiss ? List.copyOf(unseen) : List.<Block>of();
    unseen.clear();
    roundsSeen = rounds;
    searches += isAmiss ? 1 : 0;
    return suspects;
  }

  /// Runs `suspects` again, in their order, and returns the first failure of theirs that changes
  /// memory unseen.
  Optional<Failure> search(List<Block> suspects) {
    var runner = runners.take();
    try {
      return search(runner, suspects);
    } finally {
      runners.giveBack(runner);
    }
  }

  private static Optional<Failure> search(TraceRunner runner, List<Block> suspects) {
    if (suspects.size() == 1) {
      return suspects.getFirst().searchUnseen(runner);
    }
    var partSize = Math.ceilDiv(suspects.size(), PART_COUNT);
    for (var from = 0; from < suspects.size(); from += partSize) {
      var part = suspects.subList(from, Math.min(from + partSize, suspects.size()));
      runner.audit();
      part.forEach(block -> block.repeat(runner));
      if (runner.audit()) {
        var found = search(runner, part);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
