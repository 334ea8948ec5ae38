package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.Planted;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceLine.Budget;
import org.pagetck.properties.exhaust.Extent.Place;

/// Makes the moves of an extent: those that a contract lets be made.
final class MoveList {
  private final Extent extent;
  private final Contract contract;
  private final Setup setup;
  private final Set<Move> moves = new LinkedHashSet<>();

  private MoveList(Extent extent, Contract contract, Setup setup) {
    this.extent = extent;
    this.contract = contract;
    this.setup = setup;
  }

  static List<Move> of(Extent extent, Contract contract, Setup setup) {
    var list = new MoveList(extent, contract, setup);
    list.served(extent.pages()).forEach(list::page);
    list.tables();
    if (contract.effects() != Effects.NONE) {
      list.host();
    }
    return new ArrayList<>(list.moves);
  }

  private List<Place> served(List<Place> places) {
    return places.stream()
        .filter(place ->
            contract.offers(place.size())
                && contract.virtualRange().contains(place.page(), setup.levels()))
        .toList();
  }

  private List<EntryFlags> allowed(List<EntryFlags> sets) {
    return sets.stream().filter(flags -> contract.flags().has(flags.bits())).toList();
  }

  private void call(Operation operation) {
    if (contract.offers(operation.kind())) {
      moves.add(Move.of(new TraceLine.Call(operation)));
    }
  }

  /// Adds a call that takes up to `frames` frames: with as many, and with each smaller number.
  private void starving(Operation operation, int frames) {
    call(operation);
    for (var budget = frames - 1; budget >= 0 && contract.offers(operation.kind()); budget--) {
      moves.add(new Move(new TraceLine.Call(operation), new Budget(budget)));
    }
  }

  private void page(Place place) {
    var page = place.page();
    var size = place.size();
    for (var flags : allowed(extent.flags())) {
      for (var frame : place.frames()) {
        starving(new Operation.Map(page, size, frame, flags), tablesFor(size));
      }
    }
    for (var flags : allowed(extent.absentFlags().mapped())) {
      call(new Operation.Map(page, size, 0, flags));
    }
    if (size == PageSize.SIZE_4K) {
      call(new Operation.Map(page, size, 0, EntryFlags.NONE));
    }
    for (var flags : allowed(extent.badFlags())) {
      call(new Operation.Map(page, size, place.frames().getFirst(), flags));
      call(new Operation.UpdateFlags(page, size, flags));
    }
    var splits = contract.hugePart() == HugePart.SPLIT ? tablesFor(size) - 1 : 0;
    starving(new Operation.Unmap(page, size), splits);
    for (var flags : allowed(extent.flags())) {
      starving(new Operation.UpdateFlags(page, size, flags), splits);
    }
    for (var flags : allowed(extent.absentFlags().updated())) {
      call(new Operation.UpdateFlags(page, size, flags));
    }
    starving(new Operation.Clear(page, size), splits);
    call(new Operation.TranslatePage(page, size));
    call(new Operation.Translate(page));
    call(new Operation.Translate(page + size.bytes() - 1));
  }

  private int tablesFor(PageSize size) {
    return setup.levels() - size.leafLevel();
  }

  private void tables() {
    var links = allowed(extent.tables().flags());
    for (var flags : links) {
      served(extent.tables().mapped()).forEach(place -> mapped(place, flags));
      served(extent.tables().set()).forEach(place -> set(place, flags));
    }
    for (var range : extent.ranges()) {
      if (contract.virtualRange().contains(range.first(), setup.levels())
          && contract.virtualRange().contains(range.last(), setup.levels())) {
        call(new Operation.CleanUp(range.first(), range.last()));
      }
    }
  }

  private void mapped(Place place, EntryFlags flags) {
    var frame = place.frames().getLast();
    var leaf = extent.flags().getFirst();
    starving(
        new Operation.MapWithTableFlags(place.page(), place.size(), frame, leaf, flags),
        tablesFor(place.size()));
  }

  private void set(Place place, EntryFlags flags) {
    for (var level = setup.levels(); level > place.size().leafLevel(); level--) {
      call(new Operation.SetTableFlags(place.page(), level, flags));
    }
  }

  private void host() {
    for (var place : served(extent.host().planted())) {
      for (var level = setup.levels(); level >= place.size().leafLevel(); level--) {
        plant(place.page(), level);
      }
    }
    for (var place : served(extent.host().accessed())) {
      moves.add(access(place.page(), AccessKind.READ, Privilege.SUPERVISOR));
      moves.add(access(place.page(), AccessKind.WRITE, Privilege.USER));
    }
  }

  private static Move access(long address, AccessKind kind, Privilege privilege) {
    return Move.of(new TraceLine.Access(address, kind, privilege));
  }

  private void plant(long address, int level) {
    if (contract.planted().contains(Planted.RESERVED)) {
      extent
          .absentFlags()
          .mapped()
          .forEach(flags -> plant(address, level, EntryWord.leaf(level, 0, flags.bits())));
    }
    if (contract.planted().contains(Planted.MALFORMED)) {
      malformed(level).ifPresent(word -> plant(address, level, word));
    }
    if (contract.planted().contains(Planted.LINK) && level > 1) {
      var frame = setup.memoryStart() + setup.memoryBytes() - (long) level * Levels.TABLE_BYTES;
      plant(address, level, frame | EntryFlags.PRESENT);
    }
  }

  private void plant(long address, int level, long word) {
    moves.add(Move.of(new TraceLine.Plant(level, address, word)));
  }

  /// Returns a PRESENT word that is neither link nor leaf at `level`, where there is one.
  private OptionalLong malformed(int level) {
    var format = SpaceRules.formatOf(contract, setup);
    return LongStream.of(
            EntryFlags.HUGE_PAGE | (1L << 13), Long.highestOneBit(format.reservedBits()))
        .map(bits -> bits | EntryFlags.PRESENT)
        .filter(word -> format.stateOf(level, word) == SlotState.MALFORMED)
        .findFirst();
  }
}
