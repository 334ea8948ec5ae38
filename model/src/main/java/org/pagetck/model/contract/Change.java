package org.pagetck.model.contract;

/// A contract with another value for one setting.
record Change<V>(Contract base, Setting<V> changed, V value) {
  @SuppressWarnings("unchecked") // a setting is equal to itself only, so that T is V
  private <T> T get(Setting<T> setting) {
    return setting == changed ? (T) value : setting.in(base);
  }

  Contract applied() {
    return new Contract(
        get(Setting.LEVELS),
        get(Setting.PHYSICAL_WIDTH),
        get(Setting.NO_EXECUTE),
        get(Setting.VIRTUAL_RANGE),
        get(Setting.SIZES),
        get(Setting.OPERATIONS),
        get(Setting.FLAGS),
        get(Setting.RETURNS_FLAGS),
        get(Setting.ADDS_FLAGS),
        get(Setting.LINK_ADDS),
        get(Setting.PARENT_FLAGS),
        get(Setting.UPDATE_PARENTS),
        get(Setting.ABSENT_PAGE),
        get(Setting.CAUSE),
        get(Setting.GIVE_BACK),
        get(Setting.ALLOCATION),
        get(Setting.FLUSH_ALL),
        get(Setting.OCCUPIED_SLOT),
        get(Setting.NON_PRESENT),
        get(Setting.ALLOCATION_FAILURE),
        get(Setting.TABLE_RETENTION),
        get(Setting.HUGE_OVER_EMPTY_TABLE),
        get(Setting.HUGE_PART),
        get(Setting.ACCESSED_DIRTY),
        get(Setting.CLEAN_UP_RANGE),
        get(Setting.NEW_MAPPING_FLUSH),
        get(Setting.EFFECTS),
        get(Setting.MERGE),
        get(Setting.ARGUMENTS),
        get(Setting.PLANTED),
        get(Setting.RESTORABLE),
        get(Setting.RECURSIVE_SLOT),
        get(Setting.SHARED_ENTRIES),
        get(Setting.RANGES),
        get(Setting.TEARDOWN));
  }
}
