package org.pagetck.model.operation;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;

/// One call of a mapper, as data. Addresses are raw: they may be misaligned, not canonical or out
/// of range, and what a mapper owes then is part of the contract. An operation never depends on the
/// state to be valid.
public sealed interface Operation {
  /// Returns its kind.
  OperationKind kind();

  /// An operation that names one page.
  sealed interface OnPage extends Operation {
    /// Returns the page's first address, as passed.
    long page();

    /// Returns the page's size.
    PageSize size();
  }

  /// A map, with or without table flags.
  sealed interface AnyMap extends OnPage {
    /// Returns the frame's first address, as passed.
    long frame();

    /// Returns the leaf's flags, as passed.
    EntryFlags flags();
  }

  /// Maps `page` to `frame` with `flags`; links get what the contract's policy of parent flags
  /// says.
  record Map(long page, PageSize size, long frame, EntryFlags flags) implements AnyMap {
    @Override
    public OperationKind kind() {
      return OperationKind.MAP;
    }
  }

  /// Maps `page` to `frame` with `flags`; links get `tableFlags`.
  record MapWithTableFlags(
      long page, PageSize size, long frame, EntryFlags flags, EntryFlags tableFlags)
      implements AnyMap {
    @Override
    public OperationKind kind() {
      return OperationKind.MAP_WITH_TABLE_FLAGS;
    }
  }

  /// Removes the mapping of `page`.
  record Unmap(long page, PageSize size) implements OnPage {
    @Override
    public OperationKind kind() {
      return OperationKind.UNMAP;
    }
  }

  /// Replaces the flags of `page`.
  record UpdateFlags(long page, PageSize size, EntryFlags flags) implements OnPage {
    @Override
    public OperationKind kind() {
      return OperationKind.UPDATE_FLAGS;
    }
  }

  /// Asks for frame and flags of `page`.
  record TranslatePage(long page, PageSize size) implements OnPage {
    @Override
    public OperationKind kind() {
      return OperationKind.TRANSLATE_PAGE;
    }
  }

  /// Asks what `address` translates to.
  record Translate(long address) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.TRANSLATE;
    }
  }

  /// Removes whatever occupies the slot of `page`, RESERVED entries included.
  record Clear(long page, PageSize size) implements OnPage {
    @Override
    public OperationKind kind() {
      return OperationKind.CLEAR;
    }
  }

  /// Replaces the flags of the link at `level` on the path of `address`.
  record SetTableFlags(long address, int level, EntryFlags flags) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.SET_TABLE_FLAGS;
    }
  }

  /// Gives back the empty tables between the addresses `first` and `last`, both inclusive.
  record CleanUp(long first, long last) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.CLEAN_UP;
    }
  }
}
