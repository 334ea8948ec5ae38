package org.pagetck.properties.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;

/// Real MMUs over the memory of one mapper, opened when they are first asked. One that fails is
/// asked no further. For use by one thread at a time.
public final class MmuBench implements AutoCloseable {
  private final MmuPanel panel;
  private final Function<PagingMode, List<MmuOracle>> opening;
  private final Map<PagingMode, List<MmuOracle>> open = new HashMap<>();

  MmuBench(MmuPanel panel, Function<PagingMode, List<MmuOracle>> opening) {
    this.panel = panel;
    this.opening = opening;
  }

  /// Tells whether there may be anyone to ask.
  boolean isWanted() {
    return panel.isWanted();
  }

  /// Puts `question` on `topic` to all that it can be put to and notes whether they say `walked`.
  ///
  /// @return what they say, to follow what the page walk says: `; unicorn agrees`
  String ask(MmuTopic topic, PagingMode mode, MmuQuestion question, MmuAnswer walked) {
    if (!panel.isWanted()) {
      return "";
    }
    var opinions = each(mode, oracle -> opinion(topic, oracle, question, walked));
    return opinions.isEmpty() ? "; no real MMU was asked" : "; " + String.join(", ", opinions);
  }

  private Optional<String> opinion(
      MmuTopic topic, MmuOracle oracle, MmuQuestion question, MmuAnswer walked) {
    if (oracle.unanswerable(question).isPresent()) {
      return Optional.empty();
    }
    var given = oracle.ask(question);
    panel.note(topic, oracle.name(), question, walked, given);
    return Optional.of(
        oracle.name() + (walked.equals(given) ? " agrees" : " says %s".formatted(given)));
  }

  /// Lets `trial` have each MMU that is open in `mode`, one after the other.
  ///
  /// @return what comes of it, where something does and the MMU does not fail
  List<String> each(PagingMode mode, Function<MmuOracle, Optional<String>> trial) {
    return List.copyOf(oracles(mode)).stream()
        .flatMap(oracle -> attempt(mode, oracle, trial).stream())
        .toList();
  }

  private List<MmuOracle> oracles(PagingMode mode) {
    return open.computeIfAbsent(mode, opening.andThen(ArrayList::new));
  }

  private Optional<String> attempt(
      PagingMode mode, MmuOracle oracle, Function<MmuOracle, Optional<String>> trial) {
    try {
      return trial.apply(oracle);
    } catch (MmuFailedException failed) {
      panel.noteRefusal(
          "%s any more, which failed: %s".formatted(oracle.name(), failed.getMessage()));
      oracles(mode).remove(oracle);
      oracle.close();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    open.values().forEach(oracles -> oracles.forEach(MmuOracle::close));
    open.clear();
  }
}
