package org.pagetck.model.contract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Refusal;

/// The contracts that have a name. A declaration names one and overrides it key by key.
///
/// The two of the `x86_64` crate leave PAT out of the flags that may be passed, since the crate has
/// no name for bit 12 of a huge leaf and takes bit 7 of a 4 KiB leaf for HUGE_PAGE. They do not
/// excuse what it makes of PAT: the host may still plant such leaves. HUGE_PAGE may be passed, to
/// see it refused. Neither says anything of effects: an adapter that cannot record stores declares
/// so itself.
public enum NamedContract {
  /// What the built-in mappers promise: the first value of each policy, the five core operations,
  /// every reason told apart, all arguments checked.
  STRICT("strict", Contracts.STRICT),
  /// What the crate's mapper promised in 2019. Links keep the flags that they were made with, so
  /// that `update-parents` has no effect; a page that asks for USER is a finding all the same.
  X86_64_2019("x86_64-2019", Contracts.X86_64_2019),
  /// What the crate promises in version 0.15: the core operations, clear, the flags of links,
  /// clean-up, and maps that say the flags of links.
  X86_64_0_15("x86_64-0.15", Contracts.X86_64_0_15);

  private static final List<NamedContract> ALL = List.of(values());

  private final String text;
  private final Contract contract;

  NamedContract(String text, Contract contract) {
    this.text = text;
    this.contract = contract;
  }

  /// Returns all of them.
  public static List<NamedContract> all() {
    return ALL;
  }

  /// Returns the contract called `text`, or nothing.
  public static Optional<NamedContract> byText(String text) {
    return ALL.stream().filter(named -> named.text.equals(text)).findFirst();
  }

  /// Returns the name: `x86_64-0.15`.
  public String text() {
    return text;
  }

  /// Returns the contract itself.
  public Contract contract() {
    return contract;
  }

  private static final class Contracts {
    static final Set<OperationKind> CORE =
        OperationKind.all().stream()
            .filter(OperationKind::isCore)
            .collect(Collectors.toUnmodifiableSet());

    static final Vocabulary PARENT_HUGE_PAGE_FOR_THREE =
        Vocabulary.of(
            Merge.of(Refusal.TABLE_ENTRY, Refusal.PARENT_HUGE_PAGE),
            Merge.of(Refusal.PARENT_RESERVED, Refusal.PARENT_HUGE_PAGE));

    static final EntryFlags FLAGS_WITH_A_NAME = new EntryFlags(EntryFlags.ALL & ~EntryFlags.PAT);

    static final Contract STRICT =
        new Contract(
            List.of(4),
            52,
            true,
            VirtualRange.ALL,
            Set.copyOf(PageSize.all()),
            CORE,
            new EntryFlags(EntryFlags.ALL),
            Contract.answeringFlags(),
            EntryFlags.NONE,
            EntryFlags.NONE,
            ParentFlags.FROM_LEAF,
            UpdateParents.WIDEN,
            AbsentPage.REFUSED,
            Cause.CONTRACT,
            GiveBack.AFTER_FLUSH,
            Allocation.EXACT,
            FlushAll.GLOBAL,
            OccupiedSlot.REFUSED,
            NonPresent.RESERVED,
            AllocationFailure.TABLES_KEPT,
            TableRetention.RETAINED,
            HugeOverEmptyTable.REFUSED,
            HugePart.REFUSED,
            AccessedDirty.REPLACED,
            CleanUpRange.CONTAINED,
            NewMappingFlush.NONE,
            Effects.STORES,
            Vocabulary.FULL,
            Arguments.CHECKED,
            Planted.all(),
            true,
            OptionalInt.empty(),
            RootIndices.NONE,
            false,
            false);

    static final Contract X86_64_2019 =
        STRICT
            .with(Setting.PARENT_FLAGS, ParentFlags.FIXED)
            .with(Setting.RETURNS_FLAGS, Set.of())
            .with(Setting.NEW_MAPPING_FLUSH, NewMappingFlush.PAGE)
            .with(Setting.ARGUMENTS, Arguments.UNCHECKED)
            .with(Setting.FLAGS, FLAGS_WITH_A_NAME)
            .with(Setting.MERGE, PARENT_HUGE_PAGE_FOR_THREE);

    static final Contract X86_64_0_15 =
        STRICT
            .with(Setting.OPERATIONS, Set.copyOf(OperationKind.all()))
            .with(Setting.ALLOCATION_FAILURE, AllocationFailure.TABLES_KEPT_WIDENED)
            .with(Setting.CLEAN_UP_RANGE, CleanUpRange.TOUCHED)
            .with(Setting.RETURNS_FLAGS, Set.of(OperationKind.TRANSLATE))
            .with(Setting.NEW_MAPPING_FLUSH, NewMappingFlush.PAGE)
            .with(Setting.ARGUMENTS, Arguments.UNCHECKED)
            .with(Setting.FLAGS, FLAGS_WITH_A_NAME)
            .with(Setting.MERGE, PARENT_HUGE_PAGE_FOR_THREE);
  }
}
