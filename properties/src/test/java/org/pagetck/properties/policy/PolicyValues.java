package org.pagetck.properties.policy;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.choice.Choices;

/// The values of all policies, and of what else a declaration says of a mapper, alone and in
/// combinations. A value may take several lines.
final class PolicyValues {
  /// One line for each key: its values. Links that never give USER are owed none.
  private static final List<List<String>> KEYS =
      List.of(
          List.of("levels = 4 5", "levels = 4", "levels = 5"),
          List.of(
              "sizes = 4K 2M 1G",
              "sizes = 4K",
              "sizes = 2M",
              "sizes = 1G",
              "sizes = 4K 2M",
              "sizes = 4K 1G",
              "sizes = 2M 1G"),
          List.of(
              "parent-flags = from-leaf",
              "parent-flags = fixed\nflags = all -USER",
              "parent-flags = permissive",
              "parent-flags = explicit"),
          List.of("update-parents = widen", "update-parents = leave"),
          List.of("absent-page = refused", "absent-page = ok"),
          List.of("cause = contract", "cause = any"),
          List.of("give-back = after-flush", "give-back = immediate"),
          List.of("allocation = exact", "allocation = reserved"),
          List.of("flush-all = global", "flush-all = non-global"),
          List.of(
              "occupied-slot = refused",
              "occupied-slot = identical-accepted",
              "occupied-slot = replaced"),
          List.of("non-present = reserved", "non-present = refused", "non-present = forced"),
          List.of(
              "allocation-failure = tables-kept",
              "allocation-failure = tables-kept-widened",
              "allocation-failure = rolled-back"),
          List.of("table-retention = retained", "table-retention = freed-when-empty"),
          List.of("huge-over-empty-table = refused", "huge-over-empty-table = replaced"),
          List.of("huge-part = refused", "huge-part = split", "huge-part = whole"),
          List.of("accessed-dirty = replaced", "accessed-dirty = preserved"),
          List.of("clean-up-range = contained", "clean-up-range = touched"),
          List.of("new-mapping-flush = none", "new-mapping-flush = page"),
          List.of("effects = stores", "effects = diff", "effects = none"),
          List.of(
              "merge = none",
              "merge = *>REFUSED",
              "merge = TABLE_ENTRY>PARENT_HUGE_PAGE PARENT_RESERVED>PARENT_HUGE_PAGE"),
          List.of(
              "returns-flags = unmap translate-page translate",
              "returns-flags = translate",
              "returns-flags = none"),
          List.of("adds-flags = none", "adds-flags = ACCESSED", "adds-flags = ACCESSED DIRTY"),
          List.of("link-adds = none", "link-adds = ACCESSED", "link-adds = BIT_9 BIT_52"),
          List.of("arguments = checked", "arguments = unchecked"),
          List.of("virtual-range = all", "virtual-range = lower", "virtual-range = upper"),
          List.of("no-execute = yes", "no-execute = no"),
          List.of("physical-width = 52", "physical-width = 40"),
          List.of("planted = all", "planted = none", "planted = RESERVED LINK"));

  private PolicyValues() {}

  /// Returns a declaration for each value, which says nothing else.
  static List<String> single() {
    return KEYS.stream().flatMap(List::stream).map(value -> value + "\n").toList();
  }

  /// Draws a declaration that sets each key with an even chance.
  static String draw(Choices choices) {
    var lines = new ArrayList<String>();
    for (var values : KEYS) {
      if (choices.oneIn(2)) {
        lines.add(choices.pick(values));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /// Tells whether `finding` is a should that the policies say is not kept.
  static boolean isAllowedMiss(Finding finding, String declares) {
    return finding.verdict() == Verdict.MISSED
        && finding.requirement() == Requirement.PRM_03
        && declares.contains("update-parents = leave");
  }
}
