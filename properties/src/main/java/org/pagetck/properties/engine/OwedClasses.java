package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.NonPresent;
import org.pagetck.model.contract.Planted;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.verdict.CoverageCount;

/// The classes of steps that the model owes in the simplest tables: one path of links down to one
/// slot, which holds each kind of word in turn. They are found by asking the model, so that what
/// the generators never draw is seen to be missing.
public final class OwedClasses {
  private static final long LINK = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;
  private static final long MISALIGNED = 1L << 13;
  private static final long PAST_WIDTH = 1L << 51;

  private final Contract contract;
  private final SpaceRules rules;
  private final long address;
  private final BitSet classes;

  private OwedClasses(Contract contract, int levels, BitSet classes) {
    var setup = Setup.DEFAULT;
    var format = SpaceRules.formatOf(contract, setup);
    this.contract = contract;
    this.rules = new SpaceRules(contract, levels, format);
    this.address = address(contract, levels);
    this.classes = classes;
  }

  /// Returns the lowest address that may be passed and is no table's own.
  private static long address(Contract contract, int levels) {
    var lowest =
        contract.virtualRange() == VirtualRange.UPPER
            ? -1L << (Levels.virtualBits(levels) - 1)
            : 0L;
    var slot = contract.recursiveSlot();
    return slot.isPresent() && slot.getAsInt() == Levels.index(lowest, levels)
        ? lowest + Levels.entrySpan(levels)
        : lowest;
  }

  /// Returns the classes that are owed under `contract`, each with count 0.
  public static List<CoverageCount> of(Contract contract) {
    var classes = new BitSet();
    for (var levels : contract.levels()) {
      new OwedClasses(contract, levels, classes).addAll();
    }
    return classes.stream().mapToObj(number -> StepClass.describe(number, 0, 0)).toList();
  }

  private void addAll() {
    var calls = new SampleCalls(contract, rules.levels(), address).all();
    for (var level = rules.levels(); level >= 1; level--) {
      var path = path(level);
      for (var word : words(level)) {
        var space = path.plant(level, address, word);
        if (isPossible(space, level)) {
          calls.forEach(call -> add(space, call));
        }
      }
    }
  }

  private void add(AddressSpace space, Operation call) {
    classes.set(StepClass.of(call, space.apply(call, Levels.ROOT_MAX)));
    classes.set(StepClass.of(call, space.apply(call, 0)));
  }

  /// Returns a space with links down to the slot at `level`.
  private AddressSpace path(int level) {
    var space = AddressSpace.empty(rules);
    for (var above = rules.levels(); above > level; above--) {
      space = space.plant(above, address, link(above));
    }
    return space;
  }

  private long link(int level) {
    return EntryWord.link(rules.hostFramesStart() + (long) level * Levels.TABLE_BYTES, LINK);
  }

  private List<Long> words(int level) {
    var words = new ArrayList<Long>();
    words.add(0L);
    words.add(EntryFlags.WRITABLE);
    words.add(EntryFlags.HUGE_PAGE);
    words.add(EntryFlags.HUGE_PAGE | MISALIGNED);
    words.add(EntryFlags.PRESENT | PAST_WIDTH);
    words.add(EntryFlags.PRESENT | EntryFlags.HUGE_PAGE);
    words.add(EntryFlags.PRESENT | EntryFlags.HUGE_PAGE | MISALIGNED);
    if (level > 1) {
      words.add(link(level));
    }
    PageSize.byLeafLevel(level)
        .filter(contract::offers)
        .ifPresent(_ -> words.add(EntryWord.leaf(level, 0, SampleCalls.FLAGS)));
    return words;
  }

  private boolean isPossible(AddressSpace space, int level) {
    var size = PageSize.byLeafLevel(level);
    return switch (space.slotAt(level, address).state()) {
      case EMPTY -> true;
      case LEAF -> size.filter(contract::offers).isPresent();
      case LINK ->
          isPlanted(Planted.LINK)
              || contract.sizes().stream().anyMatch(offered -> offered.leafLevel() < level);
      case RESERVED ->
          isPlanted(Planted.RESERVED)
              || (contract.nonPresent() == NonPresent.RESERVED
                  && size.filter(contract::offers).isPresent()
                  && !isMisaligned(space, level));
      case MALFORMED -> isPlanted(Planted.MALFORMED);
    };
  }

  private boolean isMisaligned(AddressSpace space, int level) {
    return space.slotAt(level, address) instanceof Slot.Reserved(long word)
        && (word & MISALIGNED) != 0;
  }

  private boolean isPlanted(Planted kind) {
    return contract.effects() != Effects.NONE && contract.planted().contains(kind);
  }
}
