package org.pagetck.properties.discover;

import static org.pagetck.properties.discover.Dossier.PRESENT;
import static org.pagetck.properties.discover.Dossier.USER;
import static org.pagetck.properties.discover.Dossier.WRITABLE;
import static org.pagetck.properties.discover.Dossier.frame;
import static org.pagetck.properties.discover.Dossier.map;
import static org.pagetck.properties.discover.Dossier.unmap;
import static org.pagetck.properties.discover.Dossier.update;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AbsentPage;
import org.pagetck.model.contract.AccessedDirty;
import org.pagetck.model.contract.Allocation;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Cause;
import org.pagetck.model.contract.CleanUpRange;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.HugeOverEmptyTable;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.NonPresent;
import org.pagetck.model.contract.OccupiedSlot;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.contract.TableRetention;
import org.pagetck.model.contract.UpdateParents;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.trace.TraceLine;

/// The questions on which good mappers differ in what they answer and leave in memory. What a flush
/// of everything reaches is the host's business and cannot be asked.
final class PolicyProbes {
  private static final long RIGHTS = PRESENT | WRITABLE;

  private final Contract contract;
  private final long page;
  private final PageSize size;
  private final TraceLine there;

  PolicyProbes(Dossier dossier) {
    this.contract = dossier.contract();
    this.page = dossier.page(0);
    this.size = contract.sizes().iterator().next();
    this.there = map(size, page, frame(0), RIGHTS);
  }

  /// Returns those that can be asked.
  List<PolicyProbe<?>> all() {
    var probes = new ArrayList<PolicyProbe<?>>();
    probes.add(parentFlags());
    if (offers(OperationKind.UPDATE_FLAGS)) {
      probes.add(updateParents());
      probes.add(accessedDirty());
    }
    if (offers(OperationKind.UNMAP)) {
      probes.add(absentPage());
      probes.add(tableRetention());
    }
    probes.add(occupiedSlot());
    probes.add(nonPresent());
    probes.add(allocation());
    probes.add(allocationFailure());
    probes.add(cause());
    if (contract.offers(PageSize.SIZE_2M) && size == PageSize.SIZE_4K) {
      probes.add(hugePart());
      if (offers(OperationKind.UNMAP)) {
        probes.add(hugeOverEmptyTable());
      }
    }
    if (offers(OperationKind.CLEAN_UP)) {
      probes.add(cleanUpRange());
    }
    return probes;
  }

  private boolean offers(OperationKind kind) {
    return contract.offers(kind);
  }

  private static TraceLine call(Operation operation) {
    return Dossier.call(operation);
  }

  private TraceLine look() {
    return offers(OperationKind.TRANSLATE)
        ? call(new Operation.Translate(page))
        : call(new Operation.TranslatePage(page, size));
  }

  private PolicyProbe<ParentFlags> parentFlags() {
    var withTableFlags = offers(OperationKind.MAP_WITH_TABLE_FLAGS);
    return new PolicyProbe<>(
        Setting.PARENT_FLAGS,
        withTableFlags
            ? List.of(
                ParentFlags.FROM_LEAF,
                ParentFlags.FIXED,
                ParentFlags.EXPLICIT,
                ParentFlags.PERMISSIVE)
            : List.of(ParentFlags.FROM_LEAF, ParentFlags.FIXED, ParentFlags.PERMISSIVE),
        List.of(
            List.of(
                map(size, page, frame(0), PRESENT),
                map(size, page + size.bytes(), frame(1), RIGHTS),
                map(size, page + 2 * size.bytes(), frame(2), RIGHTS | USER))));
  }

  private PolicyProbe<UpdateParents> updateParents() {
    return new PolicyProbe<>(
        Setting.UPDATE_PARENTS,
        List.of(UpdateParents.WIDEN, UpdateParents.LEAVE),
        List.of(List.of(map(size, page, frame(0), PRESENT), update(size, page, RIGHTS))));
  }

  private PolicyProbe<AbsentPage> absentPage() {
    return new PolicyProbe<>(
        Setting.ABSENT_PAGE,
        List.of(AbsentPage.REFUSED, AbsentPage.OK),
        List.of(List.of(unmap(size, page)), List.of(there, unmap(size, page), unmap(size, page))));
  }

  private PolicyProbe<OccupiedSlot> occupiedSlot() {
    var other = map(size, page, frame(1), PRESENT);
    return new PolicyProbe<>(
        Setting.OCCUPIED_SLOT,
        List.of(OccupiedSlot.REFUSED, OccupiedSlot.IDENTICAL_ACCEPTED, OccupiedSlot.REPLACED),
        List.of(List.of(there, there, look()), List.of(there, other, look())));
  }

  private PolicyProbe<NonPresent> nonPresent() {
    return new PolicyProbe<>(
        Setting.NON_PRESENT,
        List.of(NonPresent.RESERVED, NonPresent.REFUSED, NonPresent.FORCED),
        List.of(List.of(map(size, page, frame(0), WRITABLE), look())));
  }

  private PolicyProbe<Allocation> allocation() {
    return new PolicyProbe<>(
        Setting.ALLOCATION,
        List.of(Allocation.EXACT, Allocation.RESERVED),
        List.of(
            List.of(there, map(size, page, frame(1), PRESENT)),
            List.of(there, map(size, page + size.bytes(), frame(1), RIGHTS)),
            List.of(there, new TraceLine.Budget(0), map(size, page, frame(1), PRESENT))));
  }

  private PolicyProbe<AllocationFailure> allocationFailure() {
    var far = page + (1L << 39);
    return new PolicyProbe<>(
        Setting.ALLOCATION_FAILURE,
        List.of(
            AllocationFailure.TABLES_KEPT,
            AllocationFailure.ROLLED_BACK,
            AllocationFailure.TABLES_KEPT_WIDENED),
        List.of(
            List.of(new TraceLine.Budget(1), there, TraceLine.Budget.ALL, there),
            List.of(
                map(size, page, frame(0), PRESENT),
                new TraceLine.Budget(0),
                map(size, page + PageSize.SIZE_1G.bytes(), frame(1), RIGHTS),
                TraceLine.Budget.ALL,
                map(size, far, frame(1), RIGHTS))));
  }

  private PolicyProbe<TableRetention> tableRetention() {
    return new PolicyProbe<>(
        Setting.TABLE_RETENTION,
        List.of(TableRetention.RETAINED, TableRetention.FREED_WHEN_EMPTY),
        List.of(List.of(there, unmap(size, page), there)));
  }

  private PolicyProbe<Cause> cause() {
    var bad = map(size, page, frame(1), PRESENT | EntryFlags.HUGE_PAGE);
    var worse = map(size, page + 8, frame(1), PRESENT | EntryFlags.HUGE_PAGE);
    return new PolicyProbe<>(
        Setting.CAUSE,
        List.of(Cause.CONTRACT, Cause.ANY),
        contract.arguments() == Arguments.CHECKED
            ? List.of(List.of(there, bad), List.of(there, worse), List.of(worse))
            : List.of(List.of(there, bad)));
  }

  private PolicyProbe<HugePart> hugePart() {
    var large = map(PageSize.SIZE_2M, page, frame(0), RIGHTS);
    var inside = page + 3 * PageSize.SIZE_4K.bytes();
    var traces = new ArrayList<List<TraceLine>>();
    if (offers(OperationKind.UNMAP)) {
      traces.add(List.of(large, unmap(PageSize.SIZE_4K, inside), look()));
    }
    if (offers(OperationKind.UPDATE_FLAGS)) {
      traces.add(List.of(large, update(PageSize.SIZE_4K, inside, PRESENT), look()));
    }
    return new PolicyProbe<>(
        Setting.HUGE_PART, List.of(HugePart.REFUSED, HugePart.SPLIT, HugePart.WHOLE), traces);
  }

  private PolicyProbe<HugeOverEmptyTable> hugeOverEmptyTable() {
    return new PolicyProbe<>(
        Setting.HUGE_OVER_EMPTY_TABLE,
        List.of(HugeOverEmptyTable.REFUSED, HugeOverEmptyTable.REPLACED),
        List.of(
            List.of(
                there, unmap(size, page), map(PageSize.SIZE_2M, page, frame(1), RIGHTS), look())));
  }

  /// The bits come by the map where they may be passed, else by an access.
  private PolicyProbe<AccessedDirty> accessedDirty() {
    var bits = EntryFlags.ACCESSED | EntryFlags.DIRTY;
    var passable = contract.flags().has(bits);
    var lines =
        passable
            ? List.of(map(size, page, frame(0), RIGHTS | bits), update(size, page, RIGHTS), look())
            : List.of(
                there,
                new TraceLine.Access(page, AccessKind.WRITE, Privilege.SUPERVISOR),
                update(size, page, RIGHTS),
                look());
    return new PolicyProbe<>(
        Setting.ACCESSED_DIRTY,
        List.of(AccessedDirty.REPLACED, AccessedDirty.PRESERVED),
        List.of(lines));
  }

  private PolicyProbe<CleanUpRange> cleanUpRange() {
    return new PolicyProbe<>(
        Setting.CLEAN_UP_RANGE,
        List.of(CleanUpRange.CONTAINED, CleanUpRange.TOUCHED),
        List.of(List.of(there, unmap(size, page), call(new Operation.CleanUp(page, page)), there)));
  }
}
