package org.pagetck.properties.mmu;

import static org.pagetck.model.entry.EntryFlags.DIRTY;
import static org.pagetck.model.entry.EntryFlags.GLOBAL;
import static org.pagetck.model.entry.EntryFlags.HUGE_PAGE;
import static org.pagetck.model.entry.EntryFlags.NO_EXECUTE;
import static org.pagetck.model.entry.EntryFlags.PRESENT;
import static org.pagetck.model.entry.EntryFlags.SOFTWARE;
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
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.Protection;

/// Doubtful cases of what entries mean: reserved and ignored bits, absent entries, recursive slots.
///
/// Source: Intel SDM vol. 3, "4-Level Paging and 5-Level Paging".
final class FormatCases {
  private static final int P = 1;
  private static final int W = 2;
  private static final int U = 4;
  private static final int RSVD = 8;
  private static final int I = 16;
  private static final int RECURSIVE = 509;

  private static final UnaryOperator<CaseTables> SAME = UnaryOperator.identity();

  private FormatCases() {}

  static List<MmuCase> all(int levels, int width) {
    var cases = new ArrayList<MmuCase>();
    for (var level = 1; level <= levels; level++) {
      absent(cases, level);
      ignored(cases, level);
      if (width < 52) {
        pastTheWidth(cases, level, width);
        pastTheWidth(cases, level, 51);
      }
      withoutNoExecute(cases, level);
    }
    pageSizes(cases, levels);
    order(cases);
    addresses(cases, levels, width);
    return cases;
  }

  private static void absent(List<MmuCase> cases, int level) {
    var name = "absent with all other bits at level " + level;
    UnaryOperator<CaseTables> change = t -> t.put(level, ~PRESENT);
    cases.add(MmuCase.of(name, change, SMALL, SUPERVISOR_READ, fault(0)));
    cases.add(MmuCase.of(name, change, SMALL, SUPERVISOR_WRITE, fault(W)));
    cases.add(MmuCase.of(name, change, SMALL, USER_FETCH, fault(U | I)));
    cases.add(
        MmuCase.of(
            "zero at level " + level, t -> t.put(level, 0), SMALL, USER_WRITE, fault(U | W)));
  }

  private static void ignored(List<MmuCase> cases, int level) {
    var bits = SOFTWARE | (level > 1 ? GLOBAL | DIRTY : GLOBAL);
    var name = "software bits and GLOBAL at level " + level;
    cases.add(MmuCase.of(name, t -> t.set(level, bits), SMALL, USER_READ, MmuCase::small));
  }

  private static void pastTheWidth(List<MmuCase> cases, int level, int bit) {
    var name = "address bit %d at level %d".formatted(bit, level);
    UnaryOperator<CaseTables> change = t -> t.set(level, 1L << bit);
    cases.add(MmuCase.of(name, change, SMALL, USER_READ, fault(P | U | RSVD)));
    cases.add(MmuCase.of(name, change, SMALL, SUPERVISOR_WRITE, fault(P | W | RSVD)));
  }

  private static void withoutNoExecute(List<MmuCase> cases, int level) {
    var name = "bit 63 without NXE at level " + level;
    UnaryOperator<CaseTables> change = t -> t.set(level, NO_EXECUTE);
    var smep = new Protection(true, true, false, false);
    cases.add(MmuCase.of(name, change, SMALL, USER_READ, fault(P | U | RSVD)).withoutNoExecute());
    cases.add(
        MmuCase.of(name, change, SMALL, SUPERVISOR_FETCH, fault(P | RSVD)).withoutNoExecute());
    cases.add(
        MmuCase.of(name, change, SMALL, SUPERVISOR_FETCH, fault(P | RSVD | I))
            .withoutNoExecute()
            .under(smep));
  }

  private static void pageSizes(List<MmuCase> cases, int levels) {
    for (var level = 4; level <= levels; level++) {
      var at = level;
      UnaryOperator<CaseTables> change = t -> t.set(at, HUGE_PAGE);
      cases.add(MmuCase.of("PS at level " + level, change, SMALL, USER_READ, fault(P | U | RSVD)));
    }
    cases.add(MmuCase.of("PAT of 4 KiB", t -> t.set(1, 1L << 7), SMALL, USER_READ, MmuCase::small));
    var large = LARGE_FRAME + 0x1_2345;
    var huge = HUGE_FRAME + 0x61_2345;
    cases.add(MmuCase.of("PAT of 2 MiB", t -> t.setLarge(1L << 12), LARGE, USER_READ, at(large)));
    cases.add(MmuCase.of("PAT of 1 GiB", t -> t.setHuge(1L << 12), HUGE, USER_READ, at(huge)));
    for (var bit : new int[] {13, 17, 20}) {
      cases.add(
          MmuCase.of(
              "bit %d of 2 MiB".formatted(bit),
              t -> t.setLarge(1L << bit),
              LARGE,
              USER_WRITE,
              fault(P | W | U | RSVD)));
    }
    for (var bit : new int[] {13, 20, 21, 29}) {
      cases.add(
          MmuCase.of(
              "bit %d of 1 GiB".formatted(bit),
              t -> t.setHuge(1L << bit),
              HUGE,
              SUPERVISOR_READ,
              fault(P | RSVD)));
    }
  }

  private static void order(List<MmuCase> cases) {
    cases.add(
        MmuCase.of(
            "a reserved bit above an absent leaf",
            t -> t.set(4, HUGE_PAGE).put(1, 0),
            SMALL,
            USER_READ,
            fault(P | U | RSVD)));
    cases.add(
        MmuCase.of(
            "a reserved bit below a link without USER",
            t -> t.setLarge(1L << 13).clear(3, USER),
            LARGE,
            USER_READ,
            fault(P | U | RSVD)));
    cases.add(
        MmuCase.of(
            "an absent leaf below a link without rights",
            t -> t.clear(3, USER | WRITABLE).put(1, 0),
            SMALL,
            USER_WRITE,
            fault(W | U)));
  }

  private static void addresses(List<MmuCase> cases, int levels, int width) {
    var hole = 1L << (Levels.virtualBits(levels) - 1);
    var top = (1L << width) - Levels.TABLE_BYTES;
    MmuAnswer refused = new MmuAnswer.NotCanonical();
    cases.add(MmuCase.of("the hole's start", SAME, hole, SUPERVISOR_READ, _ -> refused));
    cases.add(MmuCase.of("the hole's end", SAME, -hole - 1, SUPERVISOR_WRITE, _ -> refused));
    cases.add(MmuCase.of("the hole's middle", SAME, hole << 1 | SMALL, USER_READ, _ -> refused));
    cases.add(MmuCase.of("the hole's start", SAME, hole, SUPERVISOR_FETCH, _ -> refused));
    cases.add(
        MmuCase.of(
            "the highest frame",
            t -> t.put(1, top | (t.get(1) & 0xfff)),
            SMALL,
            USER_READ,
            at(top | (SMALL & 0xfff))));
    var recursive = Levels.signExtend((long) RECURSIVE << Levels.shift(levels), levels);
    cases.add(
        MmuCase.of(
            "a recursive slot shows a table",
            FormatCases::linkRecursively,
            recursive | 0x28,
            SUPERVISOR_READ,
            _ -> new MmuAnswer.Allowed(CaseTables.table(1) + 0x28, List.of())));
  }

  private static CaseTables linkRecursively(CaseTables tables) {
    var slot = tables.root() + (long) RECURSIVE * Levels.ENTRY_BYTES;
    return tables.store(slot, tables.root() | (tables.get(tables.levels()) & 0xfff & ~USER));
  }
}
