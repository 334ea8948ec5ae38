package org.pagetck.properties.subject.worker;

import java.util.Optional;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;

/// Operations as requests in a [ControlBlock]; reading and writing are inverse.
final class OperationWire {
  private OperationWire() {}

  /// Writes `operation` as the request.
  static void write(ControlBlock block, Operation operation) {
    var kind = operation.kind().ordinal();
    switch (operation) {
      case Operation.Map(var page, var size, var frame, var flags) ->
          block.setRequest(kind, page, size.ordinal(), frame, flags.bits(), 0);
      case Operation.MapWithTableFlags(var page, var size, var frame, var flags, var table) ->
          block.setRequest(kind, page, size.ordinal(), frame, flags.bits(), table.bits());
      case Operation.Unmap(var page, var size) ->
          block.setRequest(kind, page, size.ordinal(), 0, 0, 0);
      case Operation.UpdateFlags(var page, var size, var flags) ->
          block.setRequest(kind, page, size.ordinal(), 0, flags.bits(), 0);
      case Operation.TranslatePage(var page, var size) ->
          block.setRequest(kind, page, size.ordinal(), 0, 0, 0);
      case Operation.Translate(var address) -> block.setRequest(kind, address, 0, 0, 0, 0);
      case Operation.Clear(var page, var size) ->
          block.setRequest(kind, page, size.ordinal(), 0, 0, 0);
      case Operation.SetTableFlags(var address, var level, var flags) ->
          block.setRequest(kind, address, level, 0, flags.bits(), 0);
      case Operation.CleanUp(var first, var last) -> block.setRequest(kind, first, 0, last, 0, 0);
    }
  }

  /// Returns the operation that is requested, or nothing where something else is.
  static Optional<Operation> read(ControlBlock block) {
    var kind = block.requestKind();
    return kind < 0 || kind >= OperationKind.all().size()
        ? Optional.empty()
        : Optional.of(read(OperationKind.all().get(kind), block));
  }

  private static Operation read(OperationKind kind, ControlBlock block) {
    var address = block.argument(0);
    return switch (kind) {
      case MAP -> new Operation.Map(address, size(block), block.argument(2), flags(block, 3));
      case MAP_WITH_TABLE_FLAGS ->
          new Operation.MapWithTableFlags(
              address, size(block), block.argument(2), flags(block, 3), flags(block, 4));
      case UNMAP -> new Operation.Unmap(address, size(block));
      case UPDATE_FLAGS -> new Operation.UpdateFlags(address, size(block), flags(block, 3));
      case TRANSLATE_PAGE -> new Operation.TranslatePage(address, size(block));
      case TRANSLATE -> new Operation.Translate(address);
      case CLEAR -> new Operation.Clear(address, size(block));
      case SET_TABLE_FLAGS ->
          new Operation.SetTableFlags(address, (int) block.argument(1), flags(block, 3));
      case CLEAN_UP -> new Operation.CleanUp(address, block.argument(2));
    };
  }

  private static PageSize size(ControlBlock block) {
    return PageSize.all().get((int) block.argument(1));
  }

  private static EntryFlags flags(ControlBlock block, int index) {
    return new EntryFlags(block.argument(index));
  }
}
