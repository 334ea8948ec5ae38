package org.pagetck.model.contract;

import java.util.Locale;

/// A value of one of the questions on which good mappers differ. Each question is an enum; its
/// first constant is what the `strict` contract says.
public sealed interface Policy
    permits AbsentPage,
        AccessedDirty,
        Allocation,
        AllocationFailure,
        Arguments,
        Cause,
        CleanUpRange,
        Effects,
        FlushAll,
        GiveBack,
        HugeOverEmptyTable,
        HugePart,
        NewMappingFlush,
        NonPresent,
        OccupiedSlot,
        ParentFlags,
        TableRetention,
        UpdateParents,
        VirtualRange {
  /// Returns the question, as declarations spell it: `parent-flags`.
  String key();

  /// Returns the name of the constant.
  String name();

  /// Returns the answer, as declarations spell it: `from-leaf`.
  default String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
