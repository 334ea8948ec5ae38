package org.pagetck.properties.session;

import java.util.List;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.judge.MmuSource;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.mmu.Mmu;
import org.pagetck.properties.mmu.MmuMemory;

/// The real MMUs of this machine.
public final class MmusAtHand implements MmuSource {
  private final List<Mmu> known = Mmu.all();

  /// Looks which there are.
  public MmusAtHand() {}

  @Override
  public List<MmuOracle> open(TableBytes bytes, PagingMode mode) {
    var memory = new MmuMemory(bytes.segment(), bytes.start());
    return known.stream()
        .filter(mmu -> mmu.absence().isEmpty() && mmu.unsupported(mode).isEmpty())
        .map(mmu -> mmu.open(memory, mode))
        .toList();
  }

  @Override
  public List<String> absences() {
    return known.stream()
        .flatMap(mmu -> mmu.absence().map(reason -> mmu.name() + ": " + reason).stream())
        .toList();
  }
}
