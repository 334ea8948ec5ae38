package org.pagetck.impl.policy;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;

/// A mapper that says of its answers only what its contract has it say: merged reasons, and flags
/// where answers carry them.
///
/// @param mapper the mapper that knows more
/// @param contract what is said
record SpokenMapper(Mapper mapper, Contract contract) implements Mapper {
  private Outcome said(OperationKind kind, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var reason) ->
          Outcome.refused(contract.vocabulary().normalise(kind, reason));
      case Outcome.Removed(var frame, _, var flush) when !contract.answersFlags(kind) ->
          new Outcome.Removed(frame, EntryFlags.NONE, flush);
      case Outcome.Found(var frame, _) when !contract.answersFlags(kind) ->
          new Outcome.Found(frame, EntryFlags.NONE);
      case Outcome.Translated(var size, var frame, var offset, _)
          when !contract.answersFlags(kind) ->
          new Outcome.Translated(size, frame, offset, EntryFlags.NONE);
      case Outcome other -> other;
    };
  }

  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    return said(OperationKind.MAP, mapper.map(page, size, frame, flags));
  }

  @Override
  public Outcome mapWithTableFlags(
      long page, PageSize size, long frame, EntryFlags flags, EntryFlags tableFlags) {
    return said(
        OperationKind.MAP_WITH_TABLE_FLAGS,
        mapper.mapWithTableFlags(page, size, frame, flags, tableFlags));
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    return said(OperationKind.UNMAP, mapper.unmap(page, size));
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    return said(OperationKind.UPDATE_FLAGS, mapper.updateFlags(page, size, flags));
  }

  @Override
  public Outcome translatePage(long page, PageSize size) {
    return said(OperationKind.TRANSLATE_PAGE, mapper.translatePage(page, size));
  }

  @Override
  public Outcome translate(long address) {
    return said(OperationKind.TRANSLATE, mapper.translate(address));
  }

  @Override
  public Outcome clear(long page, PageSize size) {
    return said(OperationKind.CLEAR, mapper.clear(page, size));
  }

  @Override
  public Outcome setTableFlags(long address, int level, EntryFlags flags) {
    return said(OperationKind.SET_TABLE_FLAGS, mapper.setTableFlags(address, level, flags));
  }

  @Override
  public Outcome cleanUp(long first, long last) {
    return said(OperationKind.CLEAN_UP, mapper.cleanUp(first, last));
  }
}
