package org.pagetck.properties.mmu;

import static org.pagetck.model.entry.EntryFlags.ACCESSED;
import static org.pagetck.model.entry.EntryFlags.DIRTY;
import static org.pagetck.model.entry.EntryFlags.NO_EXECUTE;
import static org.pagetck.model.entry.EntryFlags.USER;
import static org.pagetck.model.entry.EntryFlags.WRITABLE;
import static org.pagetck.model.paging.Access.SUPERVISOR_FETCH;
import static org.pagetck.model.paging.Access.SUPERVISOR_READ;
import static org.pagetck.model.paging.Access.SUPERVISOR_WRITE;
import static org.pagetck.model.paging.Access.USER_FETCH;
import static org.pagetck.model.paging.Access.USER_READ;
import static org.pagetck.model.paging.Access.USER_WRITE;
import static org.pagetck.properties.mmu.CaseTables.HUGE;
import static org.pagetck.properties.mmu.CaseTables.HUGE_FRAME;
import static org.pagetck.properties.mmu.CaseTables.LARGE;
import static org.pagetck.properties.mmu.CaseTables.LARGE_FRAME;
import static org.pagetck.properties.mmu.CaseTables.SMALL;
import static org.pagetck.properties.mmu.MmuCase.at;
import static org.pagetck.properties.mmu.MmuCase.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.EntryUpdate;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.Protection;

/// Doubtful cases of rights, and of what an access sets.
///
/// Source: Intel SDM vol. 3, "Determination of Access Rights" and "Accessed and Dirty Flags".
final class RightsCases {
  private static final int P = 1;
  private static final int W = 2;
  private static final int U = 4;
  private static final int I = 16;

  private static final Protection NONE = new Protection(false, false, false, false);
  private static final Protection SMEP = new Protection(true, true, false, false);
  private static final Protection SMAP = new Protection(true, false, true, false);
  private static final Protection SMAP_AC = new Protection(true, false, true, true);
  private static final Protection AC = new Protection(true, false, false, true);

  private static final UnaryOperator<CaseTables> SAME = UnaryOperator.identity();

  private RightsCases() {}

  static List<MmuCase> all(int levels) {
    var cases = new ArrayList<MmuCase>();
    plain(cases);
    for (var level = 1; level <= levels; level++) {
      eachLevel(cases, level);
    }
    settings(cases);
    updates(cases, levels);
    return cases;
  }

  private static void plain(List<MmuCase> cases) {
    for (var access : Access.all()) {
      cases.add(MmuCase.of("all rights, 4 KiB", SAME, SMALL, access, MmuCase::small));
      cases.add(MmuCase.of("all rights, 2 MiB", SAME, LARGE, access, at(LARGE_FRAME + 0x1_2345)));
      cases.add(MmuCase.of("all rights, 1 GiB", SAME, HUGE, access, at(HUGE_FRAME + 0x61_2345)));
    }
  }

  private static void eachLevel(List<MmuCase> cases, int level) {
    var at = " at level " + level;
    UnaryOperator<CaseTables> noUser = t -> t.clear(level, USER);
    UnaryOperator<CaseTables> readOnly = t -> t.clear(level, WRITABLE);
    UnaryOperator<CaseTables> noFetch = t -> t.set(level, NO_EXECUTE);
    cases.add(MmuCase.of("no USER" + at, noUser, SMALL, USER_READ, fault(P | U)));
    cases.add(MmuCase.of("no USER" + at, noUser, SMALL, SUPERVISOR_READ, MmuCase::small));
    cases.add(
        MmuCase.of("no USER" + at, noUser, SMALL, SUPERVISOR_READ, MmuCase::small).under(SMAP));
    cases.add(
        MmuCase.of("no USER" + at, noUser, SMALL, SUPERVISOR_FETCH, MmuCase::small).under(SMEP));
    cases.add(MmuCase.of("no WRITABLE" + at, readOnly, SMALL, USER_WRITE, fault(P | W | U)));
    cases.add(
        MmuCase.of("no WRITABLE" + at, readOnly, SMALL, USER_WRITE, fault(P | W | U)).under(NONE));
    cases.add(MmuCase.of("no WRITABLE" + at, readOnly, SMALL, SUPERVISOR_WRITE, fault(P | W)));
    cases.add(
        MmuCase.of("no WRITABLE" + at, readOnly, SMALL, SUPERVISOR_WRITE, MmuCase::small)
            .under(NONE));
    cases.add(MmuCase.of("no WRITABLE" + at, readOnly, SMALL, USER_FETCH, MmuCase::small));
    cases.add(MmuCase.of("NO_EXECUTE" + at, noFetch, SMALL, USER_FETCH, fault(P | U | I)));
    cases.add(MmuCase.of("NO_EXECUTE" + at, noFetch, SMALL, SUPERVISOR_FETCH, fault(P | I)));
    cases.add(MmuCase.of("NO_EXECUTE" + at, noFetch, SMALL, USER_WRITE, MmuCase::small));
  }

  private static void settings(List<MmuCase> cases) {
    cases.add(MmuCase.of("a user page", SAME, SMALL, SUPERVISOR_FETCH, fault(P | I)).under(SMEP));
    cases.add(MmuCase.of("a user page", SAME, SMALL, SUPERVISOR_READ, MmuCase::small).under(SMEP));
    cases.add(MmuCase.of("a user page", SAME, SMALL, USER_FETCH, MmuCase::small).under(SMEP));
    cases.add(MmuCase.of("a user page", SAME, SMALL, SUPERVISOR_READ, fault(P)).under(SMAP));
    cases.add(MmuCase.of("a user page", SAME, SMALL, SUPERVISOR_WRITE, fault(P | W)).under(SMAP));
    cases.add(MmuCase.of("a user page", SAME, SMALL, SUPERVISOR_FETCH, MmuCase::small).under(SMAP));
    cases.add(
        MmuCase.of("a user page", SAME, SMALL, SUPERVISOR_WRITE, MmuCase::small).under(SMAP_AC));
    cases.add(MmuCase.of("a user page", SAME, SMALL, USER_READ, MmuCase::small).under(SMAP));
    UnaryOperator<CaseTables> readOnly = t -> t.clear(1, WRITABLE);
    cases.add(
        MmuCase.of("a read-only user page", readOnly, SMALL, SUPERVISOR_WRITE, fault(P | W))
            .under(SMAP_AC));
    cases.add(
        MmuCase.of("AC without SMAP", SAME, SMALL, SUPERVISOR_READ, MmuCase::small).under(AC));
  }

  private static void updates(List<MmuCase> cases, int levels) {
    UnaryOperator<CaseTables> fresh =
        t -> {
          for (var level = 1; level <= levels; level++) {
            t.clear(level, ACCESSED | DIRTY);
          }
          return t;
        };
    cases.add(
        MmuCase.of("a fresh path", fresh, SMALL, USER_READ, t -> updated(t, levels, ACCESSED)));
    cases.add(
        MmuCase.of(
            "a fresh path", fresh, SMALL, SUPERVISOR_FETCH, t -> updated(t, levels, ACCESSED)));
    cases.add(
        MmuCase.of(
            "a fresh path", fresh, SMALL, USER_WRITE, t -> updated(t, levels, ACCESSED | DIRTY)));
    cases.add(
        MmuCase.of(
                "a fresh read-only path",
                t -> fresh.apply(t).clear(1, WRITABLE),
                SMALL,
                SUPERVISOR_WRITE,
                t -> updated(t, levels, ACCESSED | DIRTY))
            .under(NONE));
    cases.add(
        MmuCase.of(
            "only DIRTY is missing",
            t -> t.clear(1, DIRTY),
            SMALL,
            SUPERVISOR_WRITE,
            t -> updated(t, 1, DIRTY)));
  }

  /// Returns an answer where the lowest `levels` entries gain ACCESSED, the leaf `leafBits`.
  private static MmuAnswer updated(CaseTables tables, int levels, long leafBits) {
    var updates = new ArrayList<EntryUpdate>();
    for (var level = 1; level <= levels; level++) {
      var bits = level == 1 ? leafBits : ACCESSED;
      updates.add(new EntryUpdate(tables.entry(level), tables.get(level) | bits));
    }
    return new MmuAnswer.Allowed(tables.smallTarget(), updates);
  }
}
