package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;

/// Calls of every kind at one address that a contract lets be passed: good ones, and one for each
/// way in which an argument may be bad.
final class SampleCalls {
  /// Flags of a leaf that every machine knows.
  static final long FLAGS = EntryFlags.PRESENT | EntryFlags.WRITABLE;

  private final Contract contract;
  private final int levels;
  private final long address;
  private final List<Operation> calls = new ArrayList<>();

  SampleCalls(Contract contract, int levels, long address) {
    this.contract = contract;
    this.levels = levels;
    this.address = address;
  }

  List<Operation> all() {
    for (var size : contract.sizes()) {
      addMaps(size);
      addOthers(size);
    }
    for (var at : addresses(PageSize.SIZE_4K, false)) {
      calls.add(new Operation.Translate(at));
      calls.add(new Operation.CleanUp(at, at));
      for (var level = isChecked() ? 0 : 2; level <= levels + (isChecked() ? 1 : 0); level++) {
        calls.add(new Operation.SetTableFlags(at, level, within(FLAGS)));
        calls.add(new Operation.SetTableFlags(at, level, within(FLAGS | EntryFlags.GLOBAL)));
      }
    }
    return calls.stream().filter(call -> contract.offers(call.kind())).toList();
  }

  private void addMaps(PageSize size) {
    for (var at : addresses(size, true)) {
      for (var frame : frames(size)) {
        for (var flags : flags()) {
          calls.add(new Operation.Map(at, size, frame, flags));
          for (var table : List.of(within(FLAGS), within(FLAGS | EntryFlags.GLOBAL))) {
            calls.add(new Operation.MapWithTableFlags(at, size, frame, flags, table));
          }
        }
      }
    }
  }

  private void addOthers(PageSize size) {
    for (var at : addresses(size, true)) {
      calls.add(new Operation.Unmap(at, size));
      calls.add(new Operation.TranslatePage(at, size));
      calls.add(new Operation.Clear(at, size));
      flags().forEach(flags -> calls.add(new Operation.UpdateFlags(at, size, flags)));
    }
  }

  private boolean isChecked() {
    return contract.arguments() == Arguments.CHECKED;
  }

  private List<Long> addresses(PageSize size, boolean isAligned) {
    if (!isChecked()) {
      return List.of(address);
    }
    var beyond = 1L << (Levels.virtualBits(levels) - 1);
    return isAligned
        ? List.of(address, beyond, address + size.bytes() / 2)
        : List.of(address, beyond);
  }

  private List<Long> frames(PageSize size) {
    return isChecked()
        ? List.of(0L, size.bytes(), size.bytes() / 2, 1L << contract.physicalWidth())
        : List.of(0L, size.bytes());
  }

  private List<EntryFlags> flags() {
    return List.of(
        within(FLAGS), within(EntryFlags.WRITABLE), within(FLAGS | EntryFlags.HUGE_PAGE));
  }

  private EntryFlags within(long flags) {
    return new EntryFlags(flags & contract.flags().bits());
  }
}
