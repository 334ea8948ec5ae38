package org.pagetck.model.contract;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;

/// One question that a contract answers: its key in declarations and where the answer stands.
///
/// @param <T> what answers it
public final class Setting<T> {
  /// The numbers of levels that are drawn: 4, 5 or both.
  public static final Setting<List<Integer>> LEVELS = new Setting<>("levels", Contract::levels);

  /// Bits of a physical address, 32 to 52.
  public static final Setting<Integer> PHYSICAL_WIDTH =
      new Setting<>("physical-width", Contract::physicalWidth);

  /// Whether EFER.NXE is set; if not, NO_EXECUTE is refused.
  public static final Setting<Boolean> NO_EXECUTE =
      new Setting<>("no-execute", Contract::noExecute);

  /// The half of the address space that is served.
  public static final Setting<VirtualRange> VIRTUAL_RANGE =
      new Setting<>("virtual-range", Contract::virtualRange);

  /// The page sizes that are offered.
  public static final Setting<Set<PageSize>> SIZES = new Setting<>("sizes", Contract::sizes);

  /// The operations that are offered; others are never sent.
  public static final Setting<Set<OperationKind>> OPERATIONS =
      new Setting<>("operations", Contract::operations);

  /// The flags that may be passed; HUGE_PAGE among them is passed to see it refused.
  public static final Setting<EntryFlags> FLAGS = new Setting<>("flags", Contract::flags);

  /// Which of unmap, translate-page and translate answer flags.
  public static final Setting<Set<OperationKind>> RETURNS_FLAGS =
      new Setting<>("returns-flags", Contract::returnsFlags);

  /// Flags that the mapper may set in a leaf by itself.
  public static final Setting<EntryFlags> ADDS_FLAGS =
      new Setting<>("adds-flags", Contract::addsFlags);

  /// Flags that the mapper may set in links by itself.
  public static final Setting<EntryFlags> LINK_ADDS =
      new Setting<>("link-adds", Contract::linkAdds);

  /// Which flags links carry.
  public static final Setting<ParentFlags> PARENT_FLAGS =
      new Setting<>("parent-flags", Contract::parentFlags);

  /// Whether updateFlags widens links.
  public static final Setting<UpdateParents> UPDATE_PARENTS =
      new Setting<>("update-parents", Contract::updateParents);

  /// What unmap answers where nothing is mapped.
  public static final Setting<AbsentPage> ABSENT_PAGE =
      new Setting<>("absent-page", Contract::absentPage);

  /// Which of several true reasons a refusal names.
  public static final Setting<Cause> CAUSE = new Setting<>("cause", Contract::cause);

  /// When a table frame given back may be used again.
  public static final Setting<GiveBack> GIVE_BACK = new Setting<>("give-back", Contract::giveBack);

  /// Which frames a map takes.
  public static final Setting<Allocation> ALLOCATION =
      new Setting<>("allocation", Contract::allocation);

  /// What a flush of everything reaches.
  public static final Setting<FlushAll> FLUSH_ALL = new Setting<>("flush-all", Contract::flushAll);

  /// What map does where the leaf slot is occupied.
  public static final Setting<OccupiedSlot> OCCUPIED_SLOT =
      new Setting<>("occupied-slot", Contract::occupiedSlot);

  /// What becomes of flags without PRESENT.
  public static final Setting<NonPresent> NON_PRESENT =
      new Setting<>("non-present", Contract::nonPresent);

  /// What NO_FRAME leaves behind.
  public static final Setting<AllocationFailure> ALLOCATION_FAILURE =
      new Setting<>("allocation-failure", Contract::allocationFailure);

  /// What becomes of a table that unmap emptied.
  public static final Setting<TableRetention> TABLE_RETENTION =
      new Setting<>("table-retention", Contract::tableRetention);

  /// What a huge map does over an empty table.
  public static final Setting<HugeOverEmptyTable> HUGE_OVER_EMPTY_TABLE =
      new Setting<>("huge-over-empty-table", Contract::hugeOverEmptyTable);

  /// What an operation on a part of a larger page does.
  public static final Setting<HugePart> HUGE_PART = new Setting<>("huge-part", Contract::hugePart);

  /// What updateFlags does to ACCESSED and DIRTY.
  public static final Setting<AccessedDirty> ACCESSED_DIRTY =
      new Setting<>("accessed-dirty", Contract::accessedDirty);

  /// Which tables are inside the range of a cleanUp.
  public static final Setting<CleanUpRange> CLEAN_UP_RANGE =
      new Setting<>("clean-up-range", Contract::cleanUpRange);

  /// What the map of an absent page asks to flush.
  public static final Setting<NewMappingFlush> NEW_MAPPING_FLUSH =
      new Setting<>("new-mapping-flush", Contract::newMappingFlush);

  /// What can be seen besides the answers.
  public static final Setting<Effects> EFFECTS = new Setting<>("effects", Contract::effects);

  /// The reasons that are told apart.
  public static final Setting<Vocabulary> MERGE = new Setting<>("merge", Contract::vocabulary);

  /// Whether bad addresses may be passed.
  public static final Setting<Arguments> ARGUMENTS =
      new Setting<>("arguments", Contract::arguments);

  /// What the host may plant in the tables.
  public static final Setting<Set<Planted>> PLANTED = new Setting<>("planted", Contract::planted);

  /// Whether bytes and frames are all the state there is.
  public static final Setting<Boolean> RESTORABLE =
      new Setting<>("restorable", Contract::restorable);

  /// The root index that points back at the root.
  public static final Setting<OptionalInt> RECURSIVE_SLOT =
      new Setting<>("recursive-slot", Contract::recursiveSlot);

  /// The root indices that belong to several address spaces.
  public static final Setting<RootIndices> SHARED_ENTRIES =
      new Setting<>("shared-entries", Contract::sharedEntries);

  /// Whether range operations are offered.
  public static final Setting<Boolean> RANGES = new Setting<>("ranges", Contract::ranges);

  /// Whether closing gives back every table but the root.
  public static final Setting<Boolean> TEARDOWN = new Setting<>("teardown", Contract::teardown);

  private static final List<Setting<?>> ALL =
      List.of(
          LEVELS,
          PHYSICAL_WIDTH,
          NO_EXECUTE,
          VIRTUAL_RANGE,
          SIZES,
          OPERATIONS,
          FLAGS,
          RETURNS_FLAGS,
          ADDS_FLAGS,
          LINK_ADDS,
          PARENT_FLAGS,
          UPDATE_PARENTS,
          ABSENT_PAGE,
          CAUSE,
          GIVE_BACK,
          ALLOCATION,
          FLUSH_ALL,
          OCCUPIED_SLOT,
          NON_PRESENT,
          ALLOCATION_FAILURE,
          TABLE_RETENTION,
          HUGE_OVER_EMPTY_TABLE,
          HUGE_PART,
          ACCESSED_DIRTY,
          CLEAN_UP_RANGE,
          NEW_MAPPING_FLUSH,
          EFFECTS,
          MERGE,
          ARGUMENTS,
          PLANTED,
          RESTORABLE,
          RECURSIVE_SLOT,
          SHARED_ENTRIES,
          RANGES,
          TEARDOWN);

  private final String key;
  private final Function<Contract, T> reader;

  private Setting(String key, Function<Contract, T> reader) {
    this.key = key;
    this.reader = reader;
  }

  /// Returns all settings, in the order in which declarations are printed.
  public static List<Setting<?>> all() {
    return ALL;
  }

  /// Returns the spelling in declarations: `parent-flags`.
  public String key() {
    return key;
  }

  /// Returns the answer of `contract`.
  public T in(Contract contract) {
    return reader.apply(contract);
  }

  @Override
  public String toString() {
    return key;
  }
}
