package org.pagetck.properties.session;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.judge.MmuSource;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.mmu.Mmu;
import org.pagetck.properties.mmu.MmuMemory;

/// The real MMUs of this machine.
public final class MmusAtHand implements MmuSource {
  private final List<Mmu> known;

  /// Looks which there are.
  public MmusAtHand() {
    this(Mmu.all());
  }

  /// Creates it for the MMUs `known`, at hand or not.
  MmusAtHand(List<Mmu> known) {
    this.known = List.copyOf(known);
  }

  @Override
  public Opened open(TableBytes bytes, PagingMode mode) {
    var memory = new MmuMemory(bytes.segment(), bytes.start());
    var oracles = new ArrayList<MmuOracle>();
    var refusals = new ArrayList<String>();
    for (var mmu : known) {
      if (mmu.absence().isEmpty()) {
        open(mmu, memory, mode, oracles, refusals);
      }
    }
    return new Opened(oracles, refusals);
  }

  private static void open(
      Mmu mmu, MmuMemory memory, PagingMode mode, List<MmuOracle> oracles, List<String> refusals) {
    var unsupported = mmu.unsupported(mode);
    if (unsupported.isPresent()) {
      refusals.add("%s with %d levels: %s".formatted(mmu.name(), mode.levels(), unsupported.get()));
      return;
    }
    try {
      oracles.add(mmu.open(memory, mode));
    } catch (MmuFailedException failed) {
      refusals.add("%s, which failed: %s".formatted(mmu.name(), failed.getMessage()));
    }
  }

  @Override
  public List<String> absences() {
    return known.stream()
        .flatMap(mmu -> mmu.absence().map(reason -> mmu.name() + ": " + reason).stream())
        .toList();
  }
}
