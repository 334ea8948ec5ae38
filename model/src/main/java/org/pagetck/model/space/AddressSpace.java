package org.pagetck.model.space;

import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Allocation;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// The reference model of one address space: which page maps to which frame with which flags, and
/// the tables kept for it.
///
/// A space is a value; every operation gives the next one. It says what a mapper must answer and
/// leave in memory, whatever frames it takes its tables from.
public final class AddressSpace {
  private final SpaceRules rules;
  private final Table root;
  private final int tableCount;

  AddressSpace(SpaceRules rules, Table root, int tableCount) {
    this.rules = rules;
    this.root = root;
    this.tableCount = tableCount;
  }

  /// Returns the space in which nothing is mapped.
  public static AddressSpace empty(SpaceRules rules) {
    return new AddressSpace(rules, Table.EMPTY, 0);
  }

  /// Returns the space whose top table is `root`, with `tableCount` tables below it.
  public static AddressSpace of(SpaceRules rules, Table root, int tableCount) {
    return new AddressSpace(rules, root, tableCount);
  }

  /// Returns what the space goes by.
  public SpaceRules rules() {
    return rules;
  }

  /// Returns the top table.
  public Table root() {
    return root;
  }

  /// Returns the number of tables below the root.
  public int tableCount() {
    return tableCount;
  }

  @SuppressWarnings("ReferenceEquality") // sharing is what is asked about
  AddressSpace with(Table nextRoot, int nextTableCount) {
    return nextRoot == root && nextTableCount == tableCount
        ? this
        : new AddressSpace(rules, nextRoot, nextTableCount);
  }

  AddressSpace with(Table nextRoot) {
    return with(nextRoot, tableCount);
  }

  /// Returns what `operation` owes where `framesLeft` frames can be had.
  public Step apply(Operation operation, int framesLeft) {
    return switch (operation) {
      case Operation.AnyMap map -> Mapping.apply(this, map, framesLeft);
      case Operation.Unmap unmap -> Removing.unmap(this, unmap, framesLeft);
      case Operation.Clear clear -> Removing.clear(this, clear, framesLeft);
      case Operation.UpdateFlags update -> Updating.updateFlags(this, update, framesLeft);
      case Operation.SetTableFlags set -> Updating.setTableFlags(this, set);
      case Operation.TranslatePage translate -> Looking.translatePage(this, translate);
      case Operation.Translate translate -> Looking.translate(this, translate.address());
      case Operation.CleanUp cleanUp -> CleaningUp.apply(this, cleanUp);
    };
  }

  /// Tells whether what is seen of the mapper says what `operation` owes.
  public boolean isKnown(Operation operation) {
    return !(operation instanceof Operation.UpdateFlags update) || Updating.isKnown(this, update);
  }

  /// Returns what is owed where a mapper that takes frames ahead says that it could not, though
  /// those that the call needs could be had: memory as it was. Nothing where it may not say so.
  ///
  /// @param step what [#apply] says of the same call
  public Optional<Step> withoutFramesAhead(Operation operation, Step step, int framesLeft) {
    var mayTake =
        switch (operation) {
          case Operation.AnyMap _ -> true;
          case Operation.Unmap _, Operation.Clear _, Operation.UpdateFlags _ ->
              rules.contract().hugePart() == HugePart.SPLIT;
          case Operation.SetTableFlags _,
              Operation.TranslatePage _,
              Operation.Translate _,
              Operation.CleanUp _ ->
              false;
        };
    return mayTake
            && rules.contract().allocation() == Allocation.RESERVED
            && framesLeft < rules.levels() - 1
        ? Optional.of(Step.refused(this, Refusal.NO_FRAME, step.decidedBy(), step.decidedAt()))
        : Optional.empty();
  }

  /// Returns the slot at `level` on the path of `address`; empty where the path ends above it.
  public Slot slotAt(int level, long address) {
    var table = root;
    for (var current = rules.levels(); current > level; current--) {
      if (!(table.get(Levels.index(address, current)) instanceof Slot.Link link)) {
        return Slot.EMPTY;
      }
      table = link.table();
    }
    return table.get(Levels.index(address, level));
  }

  /// Tells whether the table that holds the slot at `level` for `address` is there.
  public boolean hasTableFor(int level, long address) {
    var table = root;
    for (var current = rules.levels(); current > level; current--) {
      if (!(table.get(Levels.index(address, current)) instanceof Slot.Link link)) {
        return false;
      }
      table = link.table();
    }
    return true;
  }

  /// Returns this space with `slot` at `level` for `address`, whose table must be there.
  AddressSpace withSlot(int level, long address, Slot slot) {
    return with(put(root, rules.levels(), level, address, slot));
  }

  private static Table put(Table table, int current, int level, long address, Slot slot) {
    var index = Levels.index(address, current);
    if (current == level) {
      return table.with(index, slot);
    }
    if (!(table.get(index) instanceof Slot.Link link)) {
      throw new IllegalStateException("no table at level %d for 0x%x".formatted(level, address));
    }
    return table.with(index, link.withTable(put(link.table(), current - 1, level, address, slot)));
  }

  /// Returns this space with the flags of the link at `level` for `address` as `flags`: what a
  /// judge found in memory, where the contract leaves a choice. Nothing changes where no link is.
  public AddressSpace adoptLinkFlags(int level, long address, long flags) {
    return hasTableFor(level, address) && slotAt(level, address) instanceof Slot.Link link
        ? withSlot(level, address, link.withFlags(flags))
        : this;
  }

  /// Returns this space with the flags in `mask`, of the leaf at `level` for `address`, as `flags`
  /// has them: what a judge found in memory, where the contract leaves a choice. Nothing changes
  /// where no leaf is.
  public AddressSpace adoptLeafFlags(int level, long address, long flags, long mask) {
    if (!hasTableFor(level, address) || !(slotAt(level, address) instanceof Slot.Leaf leaf)) {
      return this;
    }
    var next = (leaf.flags() & ~mask) | (flags & mask);
    return next == leaf.flags()
        ? this
        : withSlot(level, address, new Slot.Leaf(leaf.frame(), next));
  }

  /// Returns this space after the host stored `word` into the entry at `level` for `address`; the
  /// same space where the host may not.
  public AddressSpace plant(int level, long address, long word) {
    return HostChanges.plant(this, level, address, word);
  }

  /// Returns this space after a processor's access; the same space where it faults.
  public AddressSpace access(HostChanges.Access access) {
    return HostChanges.access(this, access);
  }

  /// Returns the owed answer to a lookup of `address`, without the rest of a step.
  public Outcome translate(long address) {
    return Looking.translate(this, address).owed();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressSpace space
        && rules.equals(space.rules)
        && root.equals(space.root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }
}
