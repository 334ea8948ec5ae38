package org.pagetck.properties.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.HugeOverEmptyTable;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.contract.Planted;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.contract.TableRetention;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.requirement.JudgeKind;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.properties.law.Laws;

/// Which requirements apply to a contract, and why the others do not.
public final class Applicability {
  private static final String NOT_JUDGED = "not judged in this version";

  /// Requirements that the model has a say in, and answers alone do not show.
  private static final Set<Requirement> TOLD_BY_BYTES =
      Set.of(Requirement.FAL_01, Requirement.PRM_06, Requirement.SPL_01);

  private Applicability() {}

  /// Returns why `requirement` does not apply under `contract`, or nothing where it does.
  public static Optional<String> reasonAgainst(Requirement requirement, Contract contract) {
    return notJudged(requirement, contract)
        .or(() -> withoutBytes(requirement, contract))
        .or(() -> withoutOperation(requirement, contract))
        .or(() -> withoutInput(requirement, contract))
        .or(() -> Laws.reasonAgainst(requirement, contract));
  }

  /// Returns what `contract` says and this version does not judge, as a declaration says it, or
  /// nothing.
  public static Optional<String> unjudged(Contract contract) {
    return Stream.of(
            when(contract.ranges(), Setting.RANGES + " = yes"),
            when(contract.teardown(), Setting.TEARDOWN + " = yes"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> when(boolean asked, String what) {
    return asked ? Optional.of(what) : Optional.empty();
  }

  private static Optional<String> notJudged(Requirement requirement, Contract contract) {
    return switch (requirement) {
      case RNG_01, FAL_06 ->
          Optional.of(contract.ranges() ? NOT_JUDGED : "no range operations are declared");
      case FRM_04 ->
          contract.sharedEntries().isEmpty()
              ? Optional.of("no shared entries are declared")
              : Optional.empty();
      case ALC_03 -> Optional.of(contract.teardown() ? NOT_JUDGED : "no teardown is declared");
      default -> Optional.empty();
    };
  }

  private static Optional<String> withoutBytes(Requirement requirement, Contract contract) {
    var answersAlone =
        requirement.judges().contains(JudgeKind.MODEL) && !TOLD_BY_BYTES.contains(requirement);
    if (contract.effects() == Effects.NONE && !answersAlone) {
      return Optional.of("effects = none: only answers are seen");
    }
    if (contract.effects() != Effects.STORES && requirement == Requirement.LOG_01) {
      return Optional.of("effects = diff: stores are not recorded");
    }
    if (contract.effects() != Effects.STORES && needsOrder(requirement)) {
      return Optional.of("effects = diff: the order of stores is not seen");
    }
    return Optional.empty();
  }

  private static boolean needsOrder(Requirement requirement) {
    return requirement.group() == RequirementGroup.ORDER
        || requirement == Requirement.TLB_08
        || requirement == Requirement.CON_02;
  }

  private static Optional<String> withoutOperation(Requirement requirement, Contract contract) {
    return switch (requirement) {
      case CLR_01 -> undeclared(contract, OperationKind.CLEAR);
      case TFL_01 -> undeclared(contract, OperationKind.SET_TABLE_FLAGS);
      case SPL_01 ->
          contract.hugePart() == HugePart.SPLIT && contract.sizes().size() > 1
              ? Optional.empty()
              : Optional.of("huge-part: larger pages are not split");
      case CLN_01 -> undeclared(contract, OperationKind.CLEAN_UP);
      case ORD_04 -> withoutGiveBack(contract);
      case TLB_04 -> withoutLinkChange(contract);
      case MAP_05 ->
          contract.sizes().size() < 2 ? Optional.of("sizes: one page size only") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Tables are given back by cleanUp, and by unmap and map where the contract says so.
  private static Optional<String> withoutGiveBack(Contract contract) {
    return contract.tableRetention() == TableRetention.RETAINED
            && contract.hugeOverEmptyTable() == HugeOverEmptyTable.REFUSED
        ? undeclared(contract, OperationKind.CLEAN_UP)
        : Optional.empty();
  }

  /// Links change where tables are given back, where their flags are set, and where they follow the
  /// leaf's.
  private static Optional<String> withoutLinkChange(Contract contract) {
    var follow =
        contract.parentFlags() == ParentFlags.FROM_LEAF
            || contract.offers(OperationKind.MAP_WITH_TABLE_FLAGS)
            || contract.offers(OperationKind.SET_TABLE_FLAGS);
    return follow
        ? Optional.empty()
        : withoutGiveBack(contract).map(_ -> "no operation changes a link that is there");
  }

  private static Optional<String> undeclared(Contract contract, OperationKind kind) {
    return contract.offers(kind)
        ? Optional.empty()
        : Optional.of("operations: %s is not declared".formatted(kind.key()));
  }

  private static Optional<String> withoutInput(Requirement requirement, Contract contract) {
    var unchecked = contract.arguments() == Arguments.UNCHECKED;
    return switch (requirement) {
      case ROB_01, ROB_02, ROB_03 ->
          unchecked
              ? Optional.of("arguments = unchecked: such arguments cannot be passed")
              : Optional.empty();
      case ROB_06 ->
          contract.recursiveSlot().isPresent()
              ? Optional.of("recursive-slot: over arbitrary tables its tables are not seen")
              : when(
                  !contract.sharedEntries().isEmpty(),
                  "shared-entries: tables are never arbitrary");
      case ROB_07 ->
          contract.levels().size() > 1
              ? Optional.empty()
              : Optional.of("levels = %d only".formatted(contract.levels().getFirst()));
      case TLB_03 ->
          contract.sizes().equals(Set.of(PageSize.SIZE_4K))
              ? Optional.of("sizes: no huge pages")
              : Optional.empty();
      case TLB_05 ->
          contract.flags().has(EntryFlags.GLOBAL)
              ? Optional.empty()
              : Optional.of("flags: GLOBAL cannot be passed");
      case TRN_03 ->
          !contract.planted().contains(Planted.RESERVED) && contract.effects() == Effects.NONE
              ? Optional.of("planted: no RESERVED entries")
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
