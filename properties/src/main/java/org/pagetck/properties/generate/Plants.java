package org.pagetck.properties.generate;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Planted;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.Choices;

/// Draws entries that the host plants: markers, links to tables of its own, malformed words, leaves
/// with PAT.
final class Plants {
  private static final int WORD_SHAPES = 8;

  private final Choices choices;
  private final Addresses addresses;
  private final Setup setup;
  private final EntryFormat format;
  private final List<Planted> kinds;

  Plants(Choices choices, Addresses addresses, Setup setup, Contract contract) {
    this.choices = choices;
    this.addresses = addresses;
    this.setup = setup;
    this.kinds = new ArrayList<>(contract.planted());
    this.format = SpaceRules.formatOf(contract, setup);
  }

  boolean isPossible() {
    return !kinds.isEmpty();
  }

  /// Draws a plant of one of the states that may be planted.
  TraceLine.Plant plant() {
    return switch (choices.pick(kinds)) {
      case RESERVED -> reserved();
      case LINK -> link();
      case MALFORMED -> malformed();
      case PAT -> patLeaf();
    };
  }

  private int level() {
    return 1 + choices.below(setup.levels());
  }

  private TraceLine.Plant reserved() {
    var level = level();
    var word =
        switch (choices.below(5)) {
          case 0 -> EntryFlags.HUGE_PAGE;
          case 1 -> 1L << (1 + choices.below(Long.SIZE - 1));
          case 2 -> choices.bits(Long.SIZE) & ~EntryFlags.PRESENT;
          case 3 -> ((1 + choices.below(8)) * 0x20_0000L) | EntryFlags.HUGE_PAGE;
          default -> ((1 + choices.below(64)) * 0x1000L) | EntryFlags.WRITABLE;
        };
    return new TraceLine.Plant(
        level, addresses.slot(level), word == 0 ? EntryFlags.WRITABLE : word);
  }

  private TraceLine.Plant link() {
    var level = 2 + choices.below(setup.levels() - 1);
    var number = choices.below(SpaceRules.HOST_FRAME_COUNT);
    var frame =
        setup.memoryStart() + setup.memoryBytes() - (long) (number + 1) * Levels.TABLE_BYTES;
    var flags =
        switch (choices.below(4)) {
          case 0 -> EntryFlags.PRESENT | (choices.bits(3) << 1) | (choices.bits(1) << 63);
          case 1 -> EntryFlags.PRESENT;
          default -> EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;
        };
    var refused = format.noExecute() ? 0 : EntryFlags.NO_EXECUTE;
    return new TraceLine.Plant(level, addresses.slot(level), frame | (flags & ~refused));
  }

  private TraceLine.Plant malformed() {
    var level = 1 + choices.below(setup.levels());
    for (var shape = 0; shape < WORD_SHAPES; shape++) {
      var word = malformedWord(level);
      if (format.stateOf(level, word) == SlotState.MALFORMED) {
        return new TraceLine.Plant(level, addresses.slot(level), word);
      }
    }
    return new TraceLine.Plant(
        setup.levels(), addresses.slot(setup.levels()), EntryFlags.PRESENT | EntryFlags.HUGE_PAGE);
  }

  private long malformedWord(int level) {
    return EntryFlags.PRESENT
        | switch (choices.below(4)) {
          case 0 -> EntryFlags.HUGE_PAGE;
          case 1 -> EntryFlags.HUGE_PAGE | (1L << (13 + choices.below(8)));
          case 2 -> choices.bits(Long.SIZE) & ~(format.noExecute() ? 0 : EntryFlags.NO_EXECUTE);
          default ->
              level > 1
                  ? format.memoryStart() + format.memoryBytes()
                  : EntryWord.ADDRESS_MASK | EntryFlags.WRITABLE;
        };
  }

  private TraceLine.Plant patLeaf() {
    var size = choices.pick(PageSize.all());
    var frame = size.bytes() * choices.below(4);
    var flags = EntryFlags.PRESENT | EntryFlags.PAT | (choices.bits(2) << 1);
    return new TraceLine.Plant(
        size.leafLevel(), addresses.page(size), EntryWord.leaf(size.leafLevel(), frame, flags));
  }

  /// Draws a word anywhere in a few frames: entries of any kind, links between those frames among
  /// them.
  TraceLine.Poke poke() {
    var level = 1 + choices.below(setup.levels());
    var frame = choices.oneIn(3) ? setup.memoryStart() : hostFrame();
    var at = frame + (long) Levels.index(addresses.slot(1), level) * Levels.ENTRY_BYTES;
    var flags = EntryFlags.PRESENT | (choices.bits(2) << 1);
    var word =
        switch (choices.below(8)) {
          case 0 -> choices.bits(Long.SIZE);
          case 1 -> choices.bits(Long.SIZE) & ~EntryFlags.PRESENT;
          case 2 -> setup.memoryStart() | flags;
          case 3 -> (choices.bits(30) & -(1L << 21)) | flags | EntryFlags.HUGE_PAGE;
          case 4 -> (choices.bits(34) & -(1L << 30)) | flags | EntryFlags.HUGE_PAGE;
          default -> hostFrame() | flags;
        };
    return new TraceLine.Poke(at, word);
  }

  private long hostFrame() {
    return setup.memoryStart()
        + setup.memoryBytes()
        - (1 + choices.below(4)) * (long) Levels.TABLE_BYTES;
  }
}
