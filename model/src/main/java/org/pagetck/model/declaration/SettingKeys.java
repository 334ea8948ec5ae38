package org.pagetck.model.declaration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AbsentPage;
import org.pagetck.model.contract.AccessedDirty;
import org.pagetck.model.contract.Allocation;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Cause;
import org.pagetck.model.contract.CleanUpRange;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.FlushAll;
import org.pagetck.model.contract.GiveBack;
import org.pagetck.model.contract.HugeOverEmptyTable;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.NewMappingFlush;
import org.pagetck.model.contract.NonPresent;
import org.pagetck.model.contract.OccupiedSlot;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.contract.Planted;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.contract.TableRetention;
import org.pagetck.model.contract.UpdateParents;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.operation.OperationKind;

/// The keys that set the settings of a contract, in the order in which they are printed.
final class SettingKeys {
  private static final List<String> NO_WORD = List.of();
  private static final List<String> ALL = List.of("all");
  private static final List<String> NONE = List.of("none");
  private static final Map<String, SettingKey<?>> BY_TEXT = byText();

  private SettingKeys() {}

  /// Returns all of them.
  static List<SettingKey<?>> all() {
    return List.copyOf(BY_TEXT.values());
  }

  /// Returns the key spelled `text`, or nothing.
  static Optional<SettingKey<?>> byText(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  private static Map<String, SettingKey<?>> byText() {
    var keys = new LinkedHashMap<String, SettingKey<?>>();
    rows().forEach(key -> keys.put(key.text(), key));
    return Collections.unmodifiableMap(keys);
  }

  private static List<SettingKey<?>> rows() {
    return List.of(
        new SettingKey<>(Setting.LEVELS, Forms.levels()),
        new SettingKey<>(Setting.PHYSICAL_WIDTH, Forms.number(32, 52)),
        new SettingKey<>(Setting.NO_EXECUTE, Forms.yesNo()),
        new SettingKey<>(Setting.VIRTUAL_RANGE, Forms.policy(VirtualRange.values())),
        new SettingKey<>(
            Setting.SIZES, Forms.set(Set.copyOf(PageSize.all()), PageSize::text, NO_WORD, NO_WORD)),
        new SettingKey<>(
            Setting.OPERATIONS,
            Forms.set(Set.copyOf(OperationKind.all()), OperationKind::key, NO_WORD, NO_WORD)),
        new SettingKey<>(Setting.FLAGS, FlagForms.passed()),
        new SettingKey<>(
            Setting.RETURNS_FLAGS,
            Forms.set(Contract.answeringFlags(), OperationKind::key, NO_WORD, NONE)),
        new SettingKey<>(Setting.ADDS_FLAGS, FlagForms.added()),
        new SettingKey<>(Setting.LINK_ADDS, FlagForms.added()),
        new SettingKey<>(Setting.PARENT_FLAGS, Forms.policy(ParentFlags.values())),
        new SettingKey<>(Setting.UPDATE_PARENTS, Forms.policy(UpdateParents.values())),
        new SettingKey<>(Setting.ABSENT_PAGE, Forms.policy(AbsentPage.values())),
        new SettingKey<>(Setting.CAUSE, Forms.policy(Cause.values())),
        new SettingKey<>(Setting.GIVE_BACK, Forms.policy(GiveBack.values())),
        new SettingKey<>(Setting.ALLOCATION, Forms.policy(Allocation.values())),
        new SettingKey<>(Setting.FLUSH_ALL, Forms.policy(FlushAll.values())),
        new SettingKey<>(Setting.OCCUPIED_SLOT, Forms.policy(OccupiedSlot.values())),
        new SettingKey<>(Setting.NON_PRESENT, Forms.policy(NonPresent.values())),
        new SettingKey<>(Setting.ALLOCATION_FAILURE, Forms.policy(AllocationFailure.values())),
        new SettingKey<>(Setting.TABLE_RETENTION, Forms.policy(TableRetention.values())),
        new SettingKey<>(Setting.HUGE_OVER_EMPTY_TABLE, Forms.policy(HugeOverEmptyTable.values())),
        new SettingKey<>(Setting.HUGE_PART, Forms.policy(HugePart.values())),
        new SettingKey<>(Setting.ACCESSED_DIRTY, Forms.policy(AccessedDirty.values())),
        new SettingKey<>(Setting.CLEAN_UP_RANGE, Forms.policy(CleanUpRange.values())),
        new SettingKey<>(Setting.NEW_MAPPING_FLUSH, Forms.policy(NewMappingFlush.values())),
        new SettingKey<>(Setting.EFFECTS, Forms.policy(Effects.values())),
        new SettingKey<>(Setting.MERGE, Forms.vocabulary()),
        new SettingKey<>(Setting.ARGUMENTS, Forms.policy(Arguments.values())),
        new SettingKey<>(Setting.PLANTED, Forms.set(Planted.all(), Planted::name, ALL, NONE)),
        new SettingKey<>(Setting.RESTORABLE, Forms.yesNo()),
        new SettingKey<>(Setting.RECURSIVE_SLOT, Forms.slot()),
        new SettingKey<>(Setting.SHARED_ENTRIES, Forms.rootIndices()),
        new SettingKey<>(Setting.RANGES, Forms.yesNo()),
        new SettingKey<>(Setting.TEARDOWN, Forms.yesNo()));
  }
}
