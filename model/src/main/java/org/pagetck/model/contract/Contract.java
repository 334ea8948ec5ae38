package org.pagetck.model.contract;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;

/// What a mapper promises: the policies that configure the model, and what may be asked of the
/// mapper. Each component is one key of a declaration, and one [Setting].
///
/// @param levels the numbers of levels that are drawn: 4, 5 or both
/// @param physicalWidth bits of a physical address, 32 to 52
/// @param noExecute whether EFER.NXE is set; if not, NO_EXECUTE is refused
/// @param virtualRange the half of the address space that is served
/// @param sizes the page sizes that are offered
/// @param operations the operations that are offered; others are never sent
/// @param flags the flags that may be passed; HUGE_PAGE among them is passed to see it refused
/// @param returnsFlags which of unmap, translate-page and translate answer flags
/// @param addsFlags flags that the mapper may set in a leaf by itself
/// @param linkAdds flags that the mapper may set in links by itself
/// @param parentFlags which flags links carry
/// @param updateParents whether updateFlags widens links
/// @param absentPage what unmap answers where nothing is mapped
/// @param cause which of several true reasons a refusal names
/// @param giveBack when a table frame given back may be used again
/// @param allocation which frames a map takes
/// @param flushAll what a flush of everything reaches
/// @param occupiedSlot what map does where the leaf slot is occupied
/// @param nonPresent what becomes of flags without PRESENT
/// @param allocationFailure what NO_FRAME leaves behind
/// @param tableRetention what becomes of a table that unmap emptied
/// @param hugeOverEmptyTable what a huge map does over an empty table
/// @param hugePart what an operation on a part of a larger page does
/// @param accessedDirty what updateFlags does to ACCESSED and DIRTY
/// @param cleanUpRange which tables are inside the range of a cleanUp
/// @param newMappingFlush what the map of an absent page asks to flush
/// @param effects what can be seen besides the answers
/// @param vocabulary the reasons that are told apart
/// @param arguments whether bad addresses may be passed
/// @param planted what the host may plant in the tables
/// @param restorable whether bytes and frames are all the state there is
/// @param recursiveSlot the root index that points back at the root
/// @param sharedEntries the root indices that belong to several address spaces
/// @param ranges whether range operations are offered
/// @param teardown whether closing gives back every table but the root
public record Contract(
    List<Integer> levels,
    int physicalWidth,
    boolean noExecute,
    VirtualRange virtualRange,
    Set<PageSize> sizes,
    Set<OperationKind> operations,
    EntryFlags flags,
    Set<OperationKind> returnsFlags,
    EntryFlags addsFlags,
    EntryFlags linkAdds,
    ParentFlags parentFlags,
    UpdateParents updateParents,
    AbsentPage absentPage,
    Cause cause,
    GiveBack giveBack,
    Allocation allocation,
    FlushAll flushAll,
    OccupiedSlot occupiedSlot,
    NonPresent nonPresent,
    AllocationFailure allocationFailure,
    TableRetention tableRetention,
    HugeOverEmptyTable hugeOverEmptyTable,
    HugePart hugePart,
    AccessedDirty accessedDirty,
    CleanUpRange cleanUpRange,
    NewMappingFlush newMappingFlush,
    Effects effects,
    Vocabulary vocabulary,
    Arguments arguments,
    Set<Planted> planted,
    boolean restorable,
    OptionalInt recursiveSlot,
    RootIndices sharedEntries,
    boolean ranges,
    boolean teardown) {
  private static final String VERSION = "1.0";
  private static final Set<OperationKind> ANSWERING_FLAGS =
      Collections.unmodifiableSet(
          EnumSet.of(OperationKind.UNMAP, OperationKind.TRANSLATE_PAGE, OperationKind.TRANSLATE));

  private static final EntryFlags ADDABLE =
      new EntryFlags(EntryFlags.ACCESSED | EntryFlags.DIRTY | EntryFlags.SOFTWARE);

  /// Copies the collections and checks the bounds.
  ///
  /// @throws IllegalArgumentException if a value is outside its bounds
  public Contract {
    levels = levels.stream().distinct().sorted().toList();
    sizes = copy(PageSize.class, sizes);
    operations = copy(OperationKind.class, operations);
    returnsFlags = copy(OperationKind.class, returnsFlags);
    planted = copy(Planted.class, planted);
    require(!levels.isEmpty() && List.of(4, 5).containsAll(levels), "levels", levels);
    require(physicalWidth >= 32 && physicalWidth <= 52, "physical-width", physicalWidth);
    require(!sizes.isEmpty(), "sizes", sizes);
    require(!operations.isEmpty(), "operations", operations);
    require(ANSWERING_FLAGS.containsAll(returnsFlags), "returns-flags", returnsFlags);
    require(ADDABLE.has(addsFlags.bits()), "adds-flags", addsFlags);
    require(ADDABLE.has(linkAdds.bits()), "link-adds", linkAdds);
    var slot = recursiveSlot.orElse(0);
    require(slot >= 0 && slot < Levels.ENTRY_COUNT, "recursive-slot", slot);
  }

  private static <E extends Enum<E>> Set<E> copy(Class<E> type, Set<E> elements) {
    var copy = EnumSet.noneOf(type);
    copy.addAll(elements);
    return Collections.unmodifiableSet(copy);
  }

  private static void require(boolean holds, String key, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("%s cannot be %s".formatted(key, value));
    }
  }

  /// Returns the version of the contract's text, which verdicts name.
  public static String version() {
    return VERSION;
  }

  /// Returns the operations whose answers may carry flags by declaration.
  public static Set<OperationKind> answeringFlags() {
    return ANSWERING_FLAGS;
  }

  /// Returns the flags that a mapper may set by itself: those that change neither a translation nor
  /// a right.
  public static EntryFlags addable() {
    return ADDABLE;
  }

  /// Returns this contract with another value for one setting.
  ///
  /// @throws IllegalArgumentException if the value is outside its bounds
  public <T> Contract with(Setting<T> setting, T value) {
    return new Change<>(this, setting, value).applied();
  }

  /// Tells whether `size` is offered.
  public boolean offers(PageSize size) {
    return sizes.contains(size);
  }

  /// Tells whether `operation` is offered.
  public boolean offers(OperationKind operation) {
    return operations.contains(operation);
  }

  /// Tells whether answers of `operation` carry flags. Those of clear always do: PRESENT tells a
  /// leaf from a RESERVED entry.
  public boolean answersFlags(OperationKind operation) {
    return operation == OperationKind.CLEAR || returnsFlags.contains(operation);
  }
}
