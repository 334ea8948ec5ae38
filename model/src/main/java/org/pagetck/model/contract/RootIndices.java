package org.pagetck.model.contract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;

/// A set of indices into the root table, such as a kernel half that all address spaces share.
///
/// @param runs the set as runs, ascending, with a gap between any two
public record RootIndices(List<Run> runs) {
  /// No index.
  public static final RootIndices NONE = new RootIndices(List.of());

  /// The indices from `first` to `last`, both inclusive.
  public record Run(int first, int last) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if not 0 <= first <= last <= 511
    public Run {
      if (first < 0 || first > last || last >= Levels.ENTRY_COUNT) {
        throw new IllegalArgumentException("no run of indices: %d-%d".formatted(first, last));
      }
    }

    /// Returns the spelling: `256-511`, or `256` where both ends are the same.
    @Override
    public String toString() {
      return first == last ? "" + first : first + "-" + last;
    }
  }

  /// Merges runs that touch or overlap and puts them in order.
  public RootIndices {
    runs = normalise(runs);
  }

  private static List<Run> normalise(List<Run> runs) {
    var indices = new BitSet(Levels.ENTRY_COUNT);
    runs.forEach(run -> indices.set(run.first(), run.last() + 1));
    var merged = new ArrayList<Run>();
    for (var first = indices.nextSetBit(0); first >= 0; ) {
      var end = indices.nextClearBit(first);
      merged.add(new Run(first, end - 1));
      first = indices.nextSetBit(end);
    }
    return List.copyOf(merged);
  }

  /// Returns the run spelled `text`, `256-511` or `256`, or nothing.
  public static Optional<Run> runByText(String text) {
    var ends = text.split("-", -1);
    if (ends.length > 2 || !text.matches("[0-9]{1,3}(-[0-9]{1,3})?")) {
      return Optional.empty();
    }
    var first = Integer.parseInt(ends[0]);
    var last = Integer.parseInt(ends[ends.length - 1]);
    return first <= last && last < Levels.ENTRY_COUNT
        ? Optional.of(new Run(first, last))
        : Optional.empty();
  }

  /// Tells whether `index` is in the set.
  public boolean contains(int index) {
    for (var run : runs) {
      if (index >= run.first() && index <= run.last()) {
        return true;
      }
    }
    return false;
  }

  /// Returns the first and the last index of each run.
  public List<Integer> ends() {
    return runs.stream().flatMap(run -> Stream.of(run.first(), run.last())).distinct().toList();
  }

  /// Tells whether the set is empty.
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /// Returns the runs separated by blanks, or `none`.
  @Override
  public String toString() {
    return runs.isEmpty()
        ? "none"
        : runs.stream().map(Run::toString).collect(Collectors.joining(" "));
  }
}
