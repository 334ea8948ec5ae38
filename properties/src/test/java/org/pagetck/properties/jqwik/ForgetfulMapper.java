package org.pagetck.properties.jqwik;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;

/// A mapper that says rightly what an unmap removes, and does not remove it.
///
/// @param right does everything else
record ForgetfulMapper(Mapper right) implements Mapper {
  @Override
  public Outcome apply(Operation operation) {
    return operation instanceof Operation.Unmap(long page, PageSize size)
        ? unmap(page, size)
        : right.apply(operation);
  }

  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    return right.map(page, size, frame, flags);
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    return switch (right.translatePage(page, size)) {
      case Outcome.Found(long frame, EntryFlags flags) ->
          new Outcome.Removed(frame, flags, Flush.PAGE);
      case Outcome refused -> refused;
    };
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    return right.updateFlags(page, size, flags);
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
