package org.pagetck.properties.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.memory.TableBytes;

/// The real MMUs that the judges of one run may ask, and how often these said the same as the page
/// walk. For use by any number of threads.
public final class MmuPanel {
  private static final int DISAGREEMENT_COUNT_MAX = 10;

  private final Optional<MmuSource> source;
  private final Map<MmuTopic, Map<String, Long>> agreements = new EnumMap<>(MmuTopic.class);
  private final List<String> disagreements = new ArrayList<>();
  private final SortedSet<String> refusals = new TreeSet<>();

  private MmuPanel(Optional<MmuSource> source) {
    this.source = source;
  }

  /// Returns a panel that asks nobody and says nothing of it.
  public static MmuPanel none() {
    return new MmuPanel(Optional.empty());
  }

  /// Returns a panel of the MMUs of `source`.
  public static MmuPanel of(MmuSource source) {
    return new MmuPanel(Optional.of(source));
  }

  /// Returns a bench of them over `bytes`.
  public MmuBench bench(TableBytes bytes) {
    return new MmuBench(this, mode -> open(bytes, mode));
  }

  private List<MmuOracle> open(TableBytes bytes, PagingMode mode) {
    if (source.isEmpty()) {
      return List.of();
    }
    var opened = source.get().open(bytes, mode);
    opened.refusals().forEach(this::noteRefusal);
    return opened.oracles();
  }

  /// Notes who was not asked and why: `kvm with 5 levels: no guest runs`.
  synchronized void noteRefusal(String refusal) {
    refusals.add(refusal);
  }

  /// Tells whether anyone was to be asked.
  public boolean isWanted() {
    return source.isPresent();
  }

  synchronized void note(
      MmuTopic topic, String name, MmuQuestion question, MmuAnswer walked, MmuAnswer given) {
    if (walked.equals(given)) {
      agreements.computeIfAbsent(topic, _ -> new TreeMap<>()).merge(name, 1L, Long::sum);
    } else if (disagreements.size() < DISAGREEMENT_COUNT_MAX) {
      disagreements.add(
          "%s and the page walk disagree on a %s: %s and %s"
              .formatted(name, question, given, walked));
    }
  }

  /// Returns where an MMU disagreed with the page walk, a sentence each: then the suite is wrong.
  public synchronized List<String> disagreements() {
    return List.copyOf(disagreements);
  }

  /// Returns who was asked how often about `topic`, and who was not and why; empty where nobody was
  /// to be asked.
  public synchronized String summary(MmuTopic topic) {
    if (source.isEmpty()) {
      return "";
    }
    var asked =
        agreements.getOrDefault(topic, Map.of()).entrySet().stream()
            .map(entry -> "%s agreed %,d times".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    var absent =
        Stream.concat(source.get().absences().stream(), refusals.stream())
            .map(it -> "not asked: " + it)
            .collect(Collectors.joining("; "));
    if (asked.isEmpty()) {
      return absent.isEmpty() ? "no real MMU was asked" : "no real MMU was asked; " + absent;
    }
    return absent.isEmpty() ? asked : asked + "; " + absent;
  }
}
