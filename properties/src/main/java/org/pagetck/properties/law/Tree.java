package org.pagetck.properties.law;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;

/// What the tables of one mapper hold, without where they lie: two trees are equal if the tables
/// are the same up to the frames that hold them.
///
/// @param level the level of the top table
/// @param entries the entries that are not 0, by index
public record Tree(int level, Map<Integer, Entry> entries) {
  private static final long RIGHTS = EntryFlags.WRITABLE | EntryFlags.USER;

  /// One entry.
  ///
  /// @param word its word, for links without the address
  /// @param below the table that a link leads to
  public record Entry(long word, Optional<Tree> below) {}

  /// Copies the entries.
  public Tree {
    entries = Map.copyOf(entries);
  }

  /// Returns how many tables hang below this one.
  int tableCount() {
    return entries.values().stream()
        .flatMap(entry -> entry.below().stream())
        .mapToInt(below -> 1 + below.tableCount())
        .sum();
  }

  /// Returns this tree without the tables that hold nothing, and those that hold only such tables.
  Tree withoutEmptyTables() {
    var kept = new TreeMap<Integer, Entry>();
    entries.forEach((index, entry) -> {
      var below = entry.below().map(Tree::withoutEmptyTables);
      if (below.isEmpty() || !below.get().entries().isEmpty()) {
        kept.put(index, new Entry(entry.word(), below));
      }
    });
    return new Tree(level, kept);
  }

  /// Returns this tree without the rights of its links.
  Tree withoutLinkRights() {
    return without(RIGHTS, 0);
  }

  /// Returns this tree without the flags `linkFlags` in links and `leafFlags` in present leaves.
  Tree without(long linkFlags, long leafFlags) {
    var changed = new TreeMap<Integer, Entry>();
    entries.forEach((index, entry) -> {
      var isLink = entry.below().isPresent();
      var isPresent = (entry.word() & EntryFlags.PRESENT) != 0;
      var mask = isLink ? linkFlags : isPresent ? leafFlags : 0;
      changed.put(
          index,
          new Entry(
              entry.word() & ~mask, entry.below().map(it -> it.without(linkFlags, leafFlags))));
    });
    return new Tree(level, changed);
  }

  /// Returns this tree with the entries of the tables of level `target` in other places: that at
  /// index i at i ^ `mask`.
  Tree permuted(int target, int mask) {
    var changed = new TreeMap<Integer, Entry>();
    entries.forEach((index, entry) ->
        changed.put(
            level == target ? index ^ mask : index,
            new Entry(entry.word(), entry.below().map(it -> it.permuted(target, mask)))));
    return new Tree(level, changed);
  }

  /// Returns the entries that are no links, by the first address that each covers, without the bits
  /// above the significant ones.
  Map<Long, Leaf> leaves() {
    var leaves = new TreeMap<Long, Leaf>();
    addLeaves(0, leaves);
    return leaves;
  }

  /// An entry that is no link.
  record Leaf(int level, long word) {}

  private void addLeaves(long base, Map<Long, Leaf> leaves) {
    entries.forEach((index, entry) -> {
      var address = base + ((long) index << Levels.shift(level));
      entry
          .below()
          .ifPresentOrElse(
              below -> below.addLeaves(address, leaves),
              () -> leaves.put(address, new Leaf(level, entry.word())));
    });
  }

  /// Returns the word on the path of `address` at `target`, or at the level above it where the path
  /// ends.
  Leaf at(long address, int target) {
    var entry = entries.get(Levels.index(address, level));
    if (entry == null) {
      return new Leaf(level, 0);
    }
    return level == target || entry.below().isEmpty()
        ? new Leaf(level, entry.word())
        : entry.below().get().at(address, target);
  }

  /// Says where this tree and `other` differ first, or nothing where they are equal.
  Optional<String> difference(Tree other) {
    return difference(other, 0);
  }

  private Optional<String> difference(Tree other, long base) {
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      var mine = Optional.ofNullable(entries.get(index));
      var others = Optional.ofNullable(other.entries.get(index));
      if (!mine.equals(others)) {
        return difference(mine, others, base + ((long) index << Levels.shift(level)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(Optional<Entry> mine, Optional<Entry> others, long address) {
    var below = mine.flatMap(Entry::below);
    var othersBelow = others.flatMap(Entry::below);
    var isSameLink =
        below.isPresent()
            && othersBelow.isPresent()
            && mine.map(Entry::word).equals(others.map(Entry::word));
    return isSameLink
        ? below.get().difference(othersBelow.get(), address)
        : Optional.of(
            "at level %d for 0x%x there is %s, and %s"
                .formatted(level, address, text(mine), text(others)));
  }

  private static String text(Optional<Entry> entry) {
    return entry
        .map(it ->
            it.below()
                .map(_ -> "a link with " + new EntryFlags(EntryWord.linkFlags(it.word())))
                .orElse("0x%x".formatted(it.word())))
        .orElse("0x0");
  }
}
