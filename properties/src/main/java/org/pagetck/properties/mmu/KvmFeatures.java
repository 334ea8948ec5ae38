package org.pagetck.properties.mmu;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;
import org.pagetck.model.paging.WalkStep;

/// What the processor that KVM offers to guests can do.
///
/// @param hostIntel whether the host's own processor is Intel's
/// @param physicalWidth MAXPHYADDR
/// @param smep whether CR4.SMEP may be set
/// @param smap whether CR4.SMAP may be set
/// @param gigabytePages whether there are pages of 1 GiB
/// @param fiveLevels whether CR4.LA57 may be set
/// @param noExecute whether EFER.NXE may be set
record KvmFeatures(
    boolean hostIntel,
    int physicalWidth,
    boolean smep,
    boolean smap,
    boolean gigabytePages,
    boolean fiveLevels,
    boolean noExecute) {
  private static final int GIGABYTE_LEVEL = 3;

  /// Tells whether guests can walk in `mode`, its physical width aside.
  boolean supports(PagingMode mode) {
    return (mode.levels() != Levels.ROOT_MAX || fiveLevels) && (!mode.noExecute() || noExecute);
  }

  /// Returns what an access under `protection` whose walk reads `path` needs and is not there, in a
  /// sentence, or nothing.
  Optional<String> lacking(Protection protection, List<WalkStep> path) {
    if ((protection.smep() && !smep) || (protection.smap() && !smap)) {
      return Optional.of("this processor lacks SMEP or SMAP");
    }
    if (!gigabytePages && path.stream().anyMatch(KvmFeatures::isGigabytePage)) {
      return Optional.of("this processor has no pages of 1 GiB");
    }
    return !hostIntel && path.stream().anyMatch(KvmFeatures::isGlobalLink)
        ? Optional.of("this processor may reserve GLOBAL in links")
        : Optional.empty();
  }

  private static boolean isGigabytePage(WalkStep step) {
    return step.level() == GIGABYTE_LEVEL && (step.word() & EntryFlags.HUGE_PAGE) != 0;
  }

  private static boolean isGlobalLink(WalkStep step) {
    return step.level() >= GIGABYTE_LEVEL
        && (step.word() & EntryFlags.GLOBAL) != 0
        && !isGigabytePage(step);
  }
}
