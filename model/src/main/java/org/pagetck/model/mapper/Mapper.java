package org.pagetck.model.mapper;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;

/// A page-table mapper under test. Arguments are raw: a mapper answers every value of them with an
/// outcome and never throws.
///
/// An exception counts as a panic, [WildAccessException] as an access outside the memory.
public interface Mapper extends AutoCloseable {
  /// Maps `page` of `size` to `frame` with `flags`. Owed: [Outcome.Done] or a refusal.
  Outcome map(long page, PageSize size, long frame, EntryFlags flags);

  /// Removes the mapping of `page`. Owed: [Outcome.Removed] or a refusal.
  Outcome unmap(long page, PageSize size);

  /// Replaces the flags of `page`. Owed: [Outcome.Done] or a refusal.
  Outcome updateFlags(long page, PageSize size, EntryFlags flags);

  /// Looks `page` up. Owed: [Outcome.Found] or a refusal.
  Outcome translatePage(long page, PageSize size);

  /// Looks `address` up. Owed: [Outcome.Translated] or a refusal.
  Outcome translate(long address);

  /// Maps like [#map] and gives the links on the path `tableFlags`. Optional.
  default Outcome mapWithTableFlags(
      long page, PageSize size, long frame, EntryFlags flags, EntryFlags tableFlags) {
    return Outcome.UNSUPPORTED;
  }

  /// Removes whatever occupies the slot. Owed: [Outcome.Removed], [Outcome.RemovedReserved] or a
  /// refusal. Optional.
  default Outcome clear(long page, PageSize size) {
    return Outcome.UNSUPPORTED;
  }

  /// Replaces the flags of the link at `level` on the path of `address`. Optional.
  default Outcome setTableFlags(long address, int level, EntryFlags flags) {
    return Outcome.UNSUPPORTED;
  }

  /// Gives back the empty tables between `first` and `last`, both inclusive. Optional.
  default Outcome cleanUp(long first, long last) {
    return Outcome.UNSUPPORTED;
  }

  /// Carries out `operation` by the method that it names.
  default Outcome apply(Operation operation) {
    return switch (operation) {
      case Operation.Map map -> map(map.page(), map.size(), map.frame(), map.flags());
      case Operation.MapWithTableFlags map ->
          mapWithTableFlags(map.page(), map.size(), map.frame(), map.flags(), map.tableFlags());
      case Operation.Unmap unmap -> unmap(unmap.page(), unmap.size());
      case Operation.UpdateFlags update ->
          updateFlags(update.page(), update.size(), update.flags());
      case Operation.TranslatePage translate -> translatePage(translate.page(), translate.size());
      case Operation.Translate translate -> translate(translate.address());
      case Operation.Clear clear -> clear(clear.page(), clear.size());
      case Operation.SetTableFlags set -> setTableFlags(set.address(), set.level(), set.flags());
      case Operation.CleanUp cleanUp -> cleanUp(cleanUp.first(), cleanUp.last());
    };
  }

  /// Ends its use. The tables stay as they are unless the declaration says `teardown`.
  @Override
  default void close() {}
}
