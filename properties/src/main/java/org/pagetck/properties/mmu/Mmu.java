package org.pagetck.properties.mmu;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;

/// A kind of MMU that may be at hand on this machine.
public interface Mmu {
  /// Returns its name: `unicorn`, `kvm`.
  String name();

  /// Returns why it cannot be used here, in a sentence, or nothing where it can.
  Optional<String> absence();

  /// Returns what it cannot answer on this machine, a sentence each; only where it is not absent.
  List<String> limits();

  /// Returns the only physical width, in bits, that it answers every question about; only where it
  /// is not absent. In other modes entries with address bits between the two widths are
  /// unanswerable.
  int physicalWidth();

  /// Returns why it cannot walk in `mode` at all, in a sentence, or nothing where it can; only
  /// where it is not absent.
  Optional<String> unsupported(PagingMode mode);

  /// Opens it over `memory`, which must outlive it.
  ///
  /// @throws MmuFailedException if it does not open, [#absence] notwithstanding
  /// @throws IllegalArgumentException if `mode` is [#unsupported]
  MmuOracle open(MmuMemory memory, PagingMode mode);

  /// Returns the MMUs that this version knows, at hand or not.
  static List<Mmu> all() {
    return List.of(UnicornMmu.ofThisMachine(), KvmMmu.ofThisMachine());
  }
}
