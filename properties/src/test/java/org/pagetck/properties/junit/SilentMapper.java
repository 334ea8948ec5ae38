package org.pagetck.properties.junit;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;

/// A mapper whose update-flags answers ok for every page that is there, and changes nothing.
///
/// @param right does everything else
record SilentMapper(Mapper right) implements Mapper {
  @Override
  public Outcome apply(Operation operation) {
    return operation instanceof Operation.UpdateFlags(long page, PageSize size, EntryFlags flags)
        ? updateFlags(page, size, flags)
        : right.apply(operation);
  }

  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    return right.map(page, size, frame, flags);
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    return right.unmap(page, size);
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    return right.translatePage(page, size) instanceof Outcome.Found
        ? Outcome.DONE
        : right.updateFlags(page, size, flags);
  }

  @Override
  public Outcome translatePage(long page, PageSize size) {
    return right.translatePage(page, size);
  }

  @Override
  public Outcome translate(long address) {
    return right.translate(address);
  }
}
