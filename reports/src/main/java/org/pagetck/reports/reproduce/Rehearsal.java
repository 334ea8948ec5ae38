package org.pagetck.reports.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.HostChanges;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.space.Step;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.record.EvidenceRecord;

/// The trace of a finding played on the model alone: what the host does to which entries, and what
/// the last call owes.
final class Rehearsal {
  private final List<Deed> deeds = new ArrayList<>();
  private AddressSpace space;
  private AddressSpace before;
  private Optional<Step> last = Optional.empty();
  private int framesLeft = TraceLine.Budget.ALL.frames();

  private Rehearsal(AddressSpace space) {
    this.space = space;
    this.before = space;
  }

  /// Returns the rehearsal of `trace`, which has a line for each step of `evidence`.
  static Rehearsal of(Trace trace, Contract contract, EvidenceRecord evidence) {
    var rehearsal = new Rehearsal(AddressSpace.empty(SpaceRules.of(contract, trace.setup())));
    for (var index = 0; index < trace.lines().size(); index++) {
      rehearsal.play(trace.lines().get(index), evidence.steps().get(index));
    }
    return rehearsal;
  }

  List<Deed> deeds() {
    return deeds;
  }

  /// Returns the space that the last call found.
  AddressSpace before() {
    return before;
  }

  /// Returns what the last call owes.
  Step last() {
    return last.orElseThrow();
  }

  private void play(TraceLine line, EvidenceRecord.StepRow row) {
    switch (line) {
      case TraceLine.Call(var operation) -> {
        deeds.add(new Deed.Call(row.line(), operation, row.owed(), row.given()));
        var step = space.apply(operation, framesLeft);
        before = space;
        space = step.next();
        framesLeft -= framesLeft == TraceLine.Budget.ALL.frames() ? 0 : step.framesTaken();
        last = Optional.of(step);
      }
      case TraceLine.Plant plant -> plant(row.line(), plant);
      case TraceLine.Access access -> access(row.line(), access);
      case TraceLine.Budget budget -> {
        framesLeft = budget.frames();
        deeds.add(new Deed.Budget(row.line(), budget.isAll() ? -1 : budget.frames()));
      }
      case TraceLine.FlushPolicy _ ->
          deeds.add(new Deed.LeftOut(row.line(), "no processor caches anything here"));
      case TraceLine.Poke _ ->
          deeds.add(new Deed.LeftOut(row.line(), "the memory is not told apart by address here"));
    }
  }

  private void plant(String line, TraceLine.Plant plant) {
    var next = space.plant(plant.level(), plant.address(), plant.word());
    if (next.equals(space)) {
      deeds.add(new Deed.LeftOut(line, "there is no such entry, or it stands there already"));
      return;
    }
    space = next;
    var zeroes =
        next.slotAt(plant.level(), plant.address()) instanceof Slot.Link link
            ? link.hostFrame()
            : 0;
    deeds.add(
        new Deed.Entries(
            line,
            List.of(new Deed.Entry(plant.level(), plant.address(), 0, plant.word(), zeroes))));
  }

  /// Sets what a processor's access sets.
  private void access(String line, TraceLine.Access access) {
    var isWrite = access.kind() == AccessKind.WRITE;
    var next =
        space.access(
            new HostChanges.Access(
                access.address(),
                isWrite,
                access.kind() == AccessKind.FETCH,
                access.privilege() == Privilege.USER));
    if (next.equals(space)) {
      deeds.add(new Deed.LeftOut(line, "it faults, or sets nothing that is not set already"));
      return;
    }
    var entries = new ArrayList<Deed.Entry>();
    for (var level = space.rules().levels(); level >= 1; level--) {
      var isLeaf = space.slotAt(level, access.address()) instanceof Slot.Leaf;
      var bits = EntryFlags.ACCESSED | (isLeaf && isWrite ? EntryFlags.DIRTY : 0);
      var base =
          Levels.signExtend(access.address() & -Levels.entrySpan(level), space.rules().levels());
      entries.add(new Deed.Entry(level, base, ~bits, bits, 0));
      if (isLeaf) {
        break;
      }
    }
    deeds.add(new Deed.Entries(line, entries));
    space = next;
  }
}
