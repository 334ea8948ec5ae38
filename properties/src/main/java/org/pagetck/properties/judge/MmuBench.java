package org.pagetck.properties.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;

/// Real MMUs over the memory of one mapper, opened when they are first asked. For use by one thread
/// at a time.
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

  /// Puts `question` to all that it can be put to and notes whether they say `walked`.
  ///
  /// @return what they say, to follow what the page walk says: `; unicorn agrees`
  String ask(PagingMode mode, MmuQuestion question, MmuAnswer walked) {
    if (!panel.isWanted()) {
      return "";
    }
    var opinions = new ArrayList<String>();
    for (var oracle : open.computeIfAbsent(mode, opening)) {
      if (oracle.unanswerable(question).isEmpty()) {
        var given = oracle.ask(question);
        panel.note(oracle.name(), question, walked, given);
        opinions.add(
            oracle.name() + (walked.equals(given) ? " agrees" : " says %s".formatted(given)));
      }
    }
    return opinions.isEmpty() ? "; no real MMU was asked" : "; " + String.join(", ", opinions);
  }

  @Override
  public void close() {
    open.values().forEach(oracles -> oracles.forEach(MmuOracle::close));
    open.clear();
  }
}
