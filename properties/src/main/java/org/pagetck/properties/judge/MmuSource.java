package org.pagetck.properties.judge;

import java.util.List;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.memory.TableBytes;

/// Where real MMUs come from.
public interface MmuSource {
  /// Opens those that are at hand over `bytes`. Whoever calls it closes them, before `bytes` end.
  List<MmuOracle> open(TableBytes bytes, PagingMode mode);

  /// Returns why MMUs are not at hand, a text each: `kvm: /dev/kvm is not there`.
  List<String> absences();
}
