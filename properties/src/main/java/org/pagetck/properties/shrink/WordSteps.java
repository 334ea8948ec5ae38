package org.pagetck.properties.shrink;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.trace.TraceLine;

/// Steps towards simple words that the host writes: a word wherever it occurs, then on single
/// lines.
final class WordSteps {
  private WordSteps() {}

  static void run(Search search) {
    for (var i = 0; i < words(search).size(); i++) {
      for (var replaced = true; replaced && i < words(search).size(); ) {
        var word = words(search).get(i);
        replaced =
            targets(search, word)
                .anyMatch(target -> search.attemptAll(replacing(word, target)::apply));
      }
    }
    for (var i = 0; i < search.lines().size(); i++) {
      for (var replaced = true; replaced && i < search.lines().size(); ) {
        replaced = replace(search, i, search.lines().get(i));
      }
    }
  }

  private static List<Long> words(Search search) {
    return search.lines().stream()
        .flatMap(line -> LineEdit.words(line).stream())
        .distinct()
        .toList();
  }

  private static LineEdit replacing(long word, long target) {
    return LineEdit.ofWords(other -> other == word ? target : other);
  }

  private static boolean replace(Search search, int index, TraceLine line) {
    return LineEdit.words(line).stream()
        .anyMatch(word ->
            targets(search, word)
                .anyMatch(target -> search.attemptAt(index, replacing(word, target).apply(line))));
  }

  /// Returns the words to try in place of `word`, in a fixed order; those that are not simpler are
  /// not run.
  private static Stream<Long> targets(Search search, long word) {
    var targets = new LinkedHashSet<Long>();
    targets.add(0L);
    for (var bit = 1L; bit < Levels.TABLE_BYTES; bit <<= 1) {
      targets.add(bit);
    }
    targets.add(EntryFlags.PRESENT | EntryFlags.HUGE_PAGE);
    targets.addAll(words(search));
    var flags = word & ~EntryWord.ADDRESS_MASK;
    targets.add(flags);
    addAddresses(targets, search, word, flags);
    bits(word).forEach(bit -> targets.add(word & ~bit));
    bits(flags).forEach(bit -> addLower(targets, word & ~bit, bit));
    return targets.stream();
  }

  private static void addAddresses(Set<Long> targets, Search search, long word, long flags) {
    var address = word & EntryWord.ADDRESS_MASK;
    var setup = search.setup();
    var linked = setup.memoryStart() + setup.memoryBytes() - SetupSteps.LINKED_BYTES;
    for (var frame = 0L; frame < SetupSteps.LINKED_BYTES; frame += Levels.TABLE_BYTES) {
      targets.add(flags | (linked + frame));
      targets.add(flags | (setup.memoryStart() + frame));
    }
    for (var step = 0; address >>> step != 0; step++) {
      targets.add(flags | ((address - (address >>> step)) & EntryWord.ADDRESS_MASK));
    }
    for (var size : PageSize.all()) {
      targets.add(size.bytes());
      targets.add(flags | size.bytes());
    }
  }

  private static void addLower(Set<Long> targets, long rest, long bit) {
    for (var lower = 1L; lower != bit; lower <<= 1) {
      if ((lower & EntryWord.ADDRESS_MASK) == 0) {
        targets.add(rest | lower);
      }
    }
  }

  private static LongStream bits(long word) {
    return LongStream.iterate(word, rest -> rest != 0, rest -> rest & (rest - 1))
        .map(Long::lowestOneBit);
  }
}
