package org.pagetck.properties.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-06: 512 pages beside each other, mapped to frames beside each other, translate as one page
/// of the next larger size.
final class SmallPagesMakeOneHuge implements Law {
  private static final long LEVEL_BITS = 7;

  @Override
  public Requirement requirement() {
    return Requirement.ALG_06;
  }

  @Override
  public Optional<String> reasonAgainst(Contract contract) {
    var hasBoth =
        PageSize.all().stream()
            .anyMatch(size ->
                contract.offers(size) && smaller(size).filter(contract::offers).isPresent());
    return hasBoth ? Optional.empty() : Optional.of("sizes: no two that follow one another");
  }

  private static Optional<PageSize> smaller(PageSize size) {
    return PageSize.byLeafLevel(size.leafLevel() - 1);
  }

  /// Returns a map of a large page to put the law to: one of those over boundaries.
  Operation largeMap(Contract contract, int levels, long number) {
    var large =
        contract.sizes().stream()
            .filter(size -> smaller(size).filter(contract::offers).isPresent())
            .toList();
    var size = large.get((int) (number % large.size()));
    var maps = new BoundaryMaps(contract, levels, size).maps(number / large.size());
    return maps.get((int) (number / large.size() % maps.size()));
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.Map map
        && map.size() != PageSize.SIZE_4K
        && map.flags().has(EntryFlags.PRESENT)
        && answer instanceof Outcome.Done;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var map = (Operation.Map) calls.getLast();
    var piece = smaller(map.size());
    var base = Calls.withoutLast(calls);
    var before = bench.run(base);
    if (piece.isEmpty()
        || !bench.contract().offers(piece.get())
        || before.isEmpty()
        || before.get().tree().at(map.page(), map.size().leafLevel()).word() != 0) {
      return Result.NOTHING;
    }
    var addresses = addresses(map, piece.get());
    var pieces = new ArrayList<>(base);
    for (var i = 0L; i < Levels.ENTRY_COUNT; i++) {
      var offset = i * piece.get().bytes();
      pieces.add(
          new Operation.Map(map.page() + offset, piece.get(), map.frame() + offset, map.flags()));
    }
    var whole = bench.run(calls, addresses);
    var parts = bench.run(pieces, addresses);
    if (whole.isEmpty() || parts.isEmpty()) {
      return Result.NOTHING;
    }
    return Result.of(
        "small pages beside each other do not translate as a large one",
        pieces.subList(0, base.size() + 2),
        difference(addresses, whole.get(), parts.get()));
  }

  /// Returns the first and last address of each piece.
  private static List<Long> addresses(Operation.Map map, PageSize piece) {
    var addresses = new ArrayList<Long>();
    for (var i = 0L; i < Levels.ENTRY_COUNT; i++) {
      addresses.add(map.page() + i * piece.bytes());
      addresses.add(map.page() + (i + 1) * piece.bytes() - 1);
    }
    return addresses;
  }

  private static Optional<String> difference(List<Long> addresses, Run whole, Run parts) {
    for (var i = 0; i < addresses.size(); i++) {
      if ((whole.seen().get(i) & ~LEVEL_BITS) != (parts.seen().get(i) & ~LEVEL_BITS)) {
        return Optional.of(
            "the walk of 0x%x finds 0x%x by the large page, 0x%x by 512 small ones"
                .formatted(
                    addresses.get(i),
                    whole.seen().get(i) & ~LEVEL_BITS,
                    parts.seen().get(i) & ~LEVEL_BITS));
      }
    }
    return Optional.empty();
  }
}
