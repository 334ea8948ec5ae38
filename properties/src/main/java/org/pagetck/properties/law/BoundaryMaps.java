package org.pagetck.properties.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;

/// Maps that go over all boundaries: pages at both ends of the space, of the hole in it and of the
/// tables of each level, frames with one bit of the address, or all but one, each flag alone and
/// all of them.
///
/// @param contract what may be passed
/// @param levels 4 or 5
/// @param size the size of the pages
record BoundaryMaps(Contract contract, int levels, PageSize size) {
  private static final long[] ENDS = {0, 1, Levels.ENTRY_COUNT / 2, Levels.ENTRY_COUNT - 1};

  /// Returns those of a size that changes with `number`.
  static BoundaryMaps of(Contract contract, int levels, long number) {
    var sizes = List.copyOf(contract.sizes());
    return new BoundaryMaps(contract, levels, sizes.get((int) (number % sizes.size())));
  }

  /// Returns maps of disjoint pages in which every page, frame and set of flags occurs; which come
  /// together changes with `number`.
  List<Operation.Map> maps(long number) {
    var frames = frames();
    var flags = flags();
    var pages = pages(Math.max(frames.size(), flags.size()));
    var maps = new ArrayList<Operation.Map>();
    for (var i = 0; i < pages.size(); i++) {
      var frame = frames.get((int) ((i + number) % frames.size()));
      var set = flags.get((int) ((i + number / frames.size()) % flags.size()));
      maps.add(new Operation.Map(pages.get(i), size, frame, new EntryFlags(set)));
    }
    return maps;
  }

  /// Returns at least `count` pages, those at boundaries first, where the space has so many.
  private List<Long> pages(int count) {
    var pages = new LinkedHashSet<Long>();
    var half = 1L << (Levels.virtualBits(levels) - 1);
    LongStream.of(0, half - size.bytes(), -half, -size.bytes()).forEach(it -> add(pages, it));
    for (var level = size.leafLevel(); level <= levels; level++) {
      for (var index : ENDS) {
        add(pages, Levels.signExtend(index << Levels.shift(level), levels));
      }
    }
    var first = contract.virtualRange() == VirtualRange.UPPER ? -half : 0;
    for (var i = 2; pages.size() < count && i < Levels.ENTRY_COUNT; i++) {
      add(pages, first + i * size.bytes());
    }
    return List.copyOf(pages);
  }

  private void add(LinkedHashSet<Long> pages, long page) {
    var isServed =
        switch (contract.virtualRange()) {
          case ALL -> true;
          case LOWER -> page >= 0;
          case UPPER -> page < 0;
        };
    var index = Levels.index(page, levels);
    var isOwn =
        contract.recursiveSlot().orElse(-1) != index && !contract.sharedEntries().contains(index);
    if (isServed && isOwn) {
      pages.add(page);
    }
  }

  private List<Long> frames() {
    var last = size.alignDown((1L << contract.physicalWidth()) - 1);
    var frames = new ArrayList<>(List.of(0L, last));
    for (var bit = size.bytes(); (bit & last) != 0; bit <<= 1) {
      frames.add(bit);
      frames.add(last & ~bit);
    }
    return frames;
  }

  private List<Long> flags() {
    var allowed = contract.flags().bits() & ~EntryFlags.HUGE_PAGE;
    var flags = new ArrayList<>(List.of(EntryFlags.PRESENT, allowed | EntryFlags.PRESENT));
    for (var rest = allowed & ~EntryFlags.PRESENT; rest != 0; rest &= rest - 1) {
      flags.add(EntryFlags.PRESENT | Long.lowestOneBit(rest));
      flags.add((allowed & ~Long.lowestOneBit(rest)) | EntryFlags.PRESENT);
    }
    return flags;
  }
}
