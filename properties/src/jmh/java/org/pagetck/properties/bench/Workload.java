package org.pagetck.properties.bench;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.choice.RandomChoices;

/// Mixed operations on 4 KiB pages that lie spread over a number of lowest tables. About half of
/// them are refused, and none makes a table once [#first] were carried out.
final class Workload {
  /// How many operations [#mixed] has.
  static final int MIXED_COUNT = 1 << 14;

  private static final long SEED = 0x5eed;
  private static final long LEAF_TABLE_BYTES = 1L << 21;
  private static final int PAGES_PER_TABLE = 8;
  private static final EntryFlags FLAGS =
      new EntryFlags(EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER);
  private static final EntryFlags READ_ONLY = new EntryFlags(EntryFlags.PRESENT | EntryFlags.USER);

  private final int tableCount;
  private final RandomChoices choices = new RandomChoices(SEED);

  Workload(int tableCount) {
    this.tableCount = tableCount;
  }

  /// Returns the operations that make all tables: one map in each.
  Operation[] first() {
    var operations = new Operation[tableCount];
    for (var table = 0; table < tableCount; table++) {
      operations[table] = map(page(table, PAGES_PER_TABLE));
    }
    return operations;
  }

  Operation[] mixed() {
    var operations = new Operation[MIXED_COUNT];
    for (var i = 0; i < operations.length; i++) {
      operations[i] = next(page(choices.below(tableCount), choices.below(PAGES_PER_TABLE)));
    }
    return operations;
  }

  private static long page(int table, int page) {
    return table * LEAF_TABLE_BYTES + page * PageSize.SIZE_4K.bytes();
  }

  private Operation next(long page) {
    return switch (choices.weighted(5, 4, 3, 2, 2)) {
      case 0 -> map(page);
      case 1 -> new Operation.Unmap(page, PageSize.SIZE_4K);
      case 2 ->
          new Operation.UpdateFlags(page, PageSize.SIZE_4K, choices.oneIn(2) ? FLAGS : READ_ONLY);
      case 3 -> new Operation.TranslatePage(page, PageSize.SIZE_4K);
      default -> new Operation.Translate(page + choices.below(4096));
    };
  }

  private Operation map(long page) {
    return new Operation.Map(page, PageSize.SIZE_4K, choices.bits(20) << 12, FLAGS);
  }
}
