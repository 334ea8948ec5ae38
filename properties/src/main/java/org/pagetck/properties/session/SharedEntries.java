package org.pagetck.properties.session;

import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.TableMap;

/// The entries of the top table that several address spaces share. The host makes those at the ends
/// of each run before the mapper is opened, as a kernel does: links to tables of its own, which
/// allow everything.
///
/// What the others would lead to is nobody's, and nothing is asked of the mapper there.
final class SharedEntries {
  /// The host makes so many of them, with as many of its frames.
  private static final int LINK_COUNT_MAX = 8;

  private static final long FLAGS = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;

  private final SpaceRules rules;
  private final List<Integer> linked;

  SharedEntries(SpaceRules rules) {
    this.rules = rules;
    var contract = rules.contract();
    this.linked =
        contract.effects() == Effects.NONE
            ? List.of()
            : contract.sharedEntries().ends().stream().limit(LINK_COUNT_MAX).toList();
  }

  /// Makes the links in the empty `space` and its tables.
  AddressSpace make(AddressSpace space, TableBytes bytes, TableMap tables) {
    var made = space;
    for (var i = 0; i < linked.size(); i++) {
      var address =
          Levels.signExtend((long) linked.get(i) << Levels.shift(rules.levels()), rules.levels());
      var frame = rules.hostFramesStart() + (long) i * Levels.TABLE_BYTES;
      var plant = new TraceLine.Plant(rules.levels(), address, EntryWord.link(frame, FLAGS));
      HostActions.listTarget(bytes, tables, plant.word());
      made = HostActions.plant(made, bytes, tables, plant);
    }
    return made;
  }

  /// Tells whether `operation` is about an entry itself, or about what one that was not made would
  /// lead to.
  boolean covers(Operation operation) {
    return !rules.contract().sharedEntries().isEmpty()
        && switch (operation) {
          case Operation.OnPage call -> isNowhere(call.page());
          case Operation.Translate call -> isNowhere(call.address());
          case Operation.SetTableFlags call ->
              isNowhere(call.address()) || isShared(call.level(), call.address());
          case Operation.CleanUp _ -> false;
        };
  }

  /// Tells whether `event` would change an entry, or what nothing leads to.
  boolean forbids(TraceLine.HostEvent event) {
    return !rules.contract().sharedEntries().isEmpty()
        && switch (event) {
          case TraceLine.Plant plant ->
              isShared(plant.level(), plant.address()) || isNowhere(plant.address());
          case TraceLine.Access access -> isNowhere(access.address());
          case TraceLine.Poke _ -> true;
          case TraceLine.Budget _, TraceLine.FlushPolicy _ -> false;
        };
  }

  private boolean isShared(int level, long address) {
    return Levels.isCanonical(address, rules.levels()) && rules.isShared(level, address);
  }

  private boolean isNowhere(long address) {
    return isShared(rules.levels(), address)
        && !linked.contains(Levels.index(address, rules.levels()));
  }
}
