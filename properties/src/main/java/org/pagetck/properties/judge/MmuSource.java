package org.pagetck.properties.judge;

import java.util.List;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.memory.TableBytes;

/// Where real MMUs come from.
public interface MmuSource {
  /// Those that were opened.
  ///
  /// @param oracles to be closed by whoever opened them, before the memory ends
  /// @param refusals why others, which are at hand, were not, a text each: `kvm with 5 levels: no
  ///   guest runs`
  record Opened(List<MmuOracle> oracles, List<String> refusals) {
    /// Copies the lists.
    public Opened {
      oracles = List.copyOf(oracles);
      refusals = List.copyOf(refusals);
    }
  }

  /// Opens those that are at hand over `bytes`.
  Opened open(TableBytes bytes, PagingMode mode);

  /// Returns why MMUs are not at hand, a text each: `kvm: /dev/kvm is not there`.
  List<String> absences();
}
