package org.pagetck.reports.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.CoverageCount;
import org.pagetck.model.verdict.Discovery;
import org.pagetck.model.verdict.Evidence;
import org.pagetck.model.verdict.Evidence.Accused;
import org.pagetck.model.verdict.Evidence.StepEvidence;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Minimality;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.model.verdict.TableImage.Entry;
import org.pagetck.model.verdict.TableImage.TableFrame;
import org.pagetck.model.verdict.Verdict;

/// Results of runs that nobody ran, to be rendered.
public final class SampleRuns {
  private static final long ROOT = 0x1_0000_0000L;
  private static final long LINK = 0x3;

  private SampleRuns() {}

  /// Returns a declaration with name, version, address, one override and two known findings.
  public static Declaration declaration() {
    return DeclarationText.parseLines(
            """
            name = acme
            version = 0.3
            url = https://example.org/acme
            contract = x86_64-0.15
            occupied-slot = replaced
            known 0badcafe = https://example.org/acme/issues/12 until 2027-06-30
            known deadbeef = https://example.org/acme/issues/13
            """)
        .orThrow();
  }

  /// Returns a run with those findings; a requirement that one of them accuses is violated or
  /// missed, MAP-05 was exercised too seldom if `isShort`, and what nothing judges is not
  /// applicable.
  public static RunResult run(RunVerdict verdict, boolean isShort, Finding... findings) {
    var rows = new ArrayList<RequirementResult>();
    for (var requirement : Requirement.all()) {
      rows.add(row(requirement, isShort, List.of(findings)));
    }
    return new RunResult(
        "native:libacme.so",
        declaration(),
        0x5eed,
        2,
        1_234,
        1_234_567,
        60.125,
        3,
        verdict == RunVerdict.ERRORED
            ? List.of("a call logged more events than a call may")
            : List.of(),
        rows,
        List.of(findings),
        List.of(
            new CoverageCount("map", "4K", "EMPTY", 1, "ok", 1_000_000, 1_200),
            new CoverageCount("unmap", "2M", "LINK", 2, "TABLE_ENTRY", 234_567, 1)),
        new Discovery(617, 617, 1),
        verdict);
  }

  private static RequirementResult row(
      Requirement requirement, boolean isShort, List<Finding> findings) {
    for (var finding : findings) {
      if (finding.requirement() == requirement || finding.also().contains(requirement)) {
        return new RequirementResult(requirement, finding.verdict(), 4_711, "");
      }
    }
    return switch (requirement.group()) {
      case RIGHTS, ORDER, FLUSH, LAWS, CONCURRENCY ->
          new RequirementResult(
              requirement, Verdict.NOT_APPLICABLE, 0, "not judged in this version");
      case ANSWERS, FRAME_CONDITIONS, STRUCTURE, ACCOUNTS, ROBUSTNESS ->
          isShort && requirement == Requirement.MAP_05
              ? new RequirementResult(
                  requirement, Verdict.NOT_EXERCISED, 12, "exercised 12 times, 100 are enough")
              : new RequirementResult(requirement, Verdict.HELD, 123_456, "");
    };
  }

  /// Returns a finding with a wrong answer: an update that turns a table into a huge page.
  public static Finding tableBecomesPage() {
    var table = frame(0x2000, 2, 0, new Entry(0, ROOT + 0x3000 | LINK));
    var page = frame(0x2000, 2, 0, new Entry(0, ROOT + 0x3081));
    var evidence =
        new Evidence(
            List.of(
                new StepEvidence(
                    "map 4K 0x0 0x1000 PRESENT|WRITABLE", "ok flush=none", "ok flush=page"),
                new StepEvidence(
                    "update-flags 2M 0x0 PRESENT", "refused TABLE_ENTRY", "ok flush=page")),
            List.of(
                new Accused(
                    "UPD-02", "owed TABLE_ENTRY, given ok", "owed refused TABLE_ENTRY, given ok"),
                new Accused(
                    "FRM-01",
                    "LINK slot holds LEAF",
                    "entry 0x100002000 owes a link, holds 0x100003081")),
            List.of("store 0x100002000 0x100003081", "flush 0x0+2097152"),
            image(top(), middle(), table, frame(0x3000, 1, 0, new Entry(0, 0x1003))),
            image(top(), middle(), page),
            "");
    return new Finding(
        "9f2c1a7e",
        Verdict.VIOLATED,
        Requirement.UPD_02,
        List.of(Requirement.FRM_01),
        "update-flags of a 2M page answers ok where TABLE_ENTRY is owed",
        TraceText.parse(
                """
                pagetck-trace 1
                map 4K 0x0 0x1000 PRESENT|WRITABLE
                update-flags 2M 0x0 PRESENT
                """)
            .orThrow(),
        new Minimality(true, 64, 64, 64, 3),
        812,
        40,
        evidence);
  }

  /// Returns a finding whose answer is as owed: a table that is linked with old bytes in it.
  public static Finding tableWithOldBytes() {
    var old = new Entry[30];
    Arrays.setAll(old, index -> new Entry(index + 1, 0x0dea_d000_0000_0002L + index));
    var evidence =
        new Evidence(
            List.of(
                new StepEvidence("plant level=4 0x8000000000 0x2", "", ""),
                new StepEvidence("map 1G 0x0 0x0 PRESENT", "ok flush=none", "ok flush=none")),
            List.of(
                new Accused("STR-10", "old entries", "the table at 0x100001000 has old entries")),
            List.of("take 0x100001000", "store 0x100000000 0x100001001", "store 0x100001000 0x81"),
            image(frame(0, 4, 0, new Entry(1, 2))),
            image(
                frame(0, 4, 0, new Entry(0, ROOT + 0x1001), new Entry(1, 2)),
                frame(0x1000, 3, 0, old)),
            "thread 'main' panicked at `*mapper*`\nnote: run with RUST_BACKTRACE=1\n");
    return new Finding(
        "0badcafe",
        Verdict.VIOLATED,
        Requirement.STR_10,
        List.of(),
        "map links a table with old entries",
        TraceText.parse(
                """
                pagetck-trace 1
                frames scattered 0x7 ones
                plant level=4 0x8000000000 0x2
                map 1G 0x0 0x0 PRESENT
                """)
            .orThrow(),
        Minimality.unproven(false),
        1,
        1,
        evidence);
  }

  /// Returns a should that was missed by a mapper whose tables cannot be seen.
  public static Finding missedShould() {
    var nothing = new TableImage(ROOT, 4, List.of());
    var evidence =
        new Evidence(
            List.of(
                new StepEvidence(
                    "translate 0x0", "refused INVALID_FRAME_ADDRESS", "refused NOT_MAPPED")),
            List.of(new Accused("MAP-03", "reasons differ", "owed refused INVALID_FRAME_ADDRESS")),
            List.of(),
            nothing,
            nothing,
            "");
    return new Finding(
        "00c0ffee",
        Verdict.MISSED,
        Requirement.MAP_03,
        List.of(),
        "translate answers NOT_MAPPED where INVALID_FRAME_ADDRESS is owed",
        TraceText.parse("pagetck-trace 1\ntranslate 0x0\n").orThrow(),
        new Minimality(true, 1, 0, 0, 0),
        7,
        2,
        evidence);
  }

  /// Returns a finding on rights: a user page below a link without USER.
  public static Finding userPageOutOfReach() {
    var page = frame(0x3000, 1, 0, new Entry(1, 0x5005));
    var table = frame(0x2000, 2, 0, new Entry(0, ROOT + 0x3000 | 0x7));
    var evidence =
        new Evidence(
            List.of(new StepEvidence("map 4K 0x1000 0x5000 PRESENT|USER", "ok", "ok")),
            List.of(
                new Accused(
                    "PRM-01",
                    "map: lets a user read of the page fault: a link lacks USER",
                    "a user read of 0x1000 faults: level 4 link lacks USER; kvm agrees")),
            List.of(),
            image(frame(0, 4, 0)),
            image(top(), middle(), table, page),
            "");
    return new Finding(
        "0000beef",
        Verdict.VIOLATED,
        Requirement.PRM_01,
        List.of(),
        "map of a 4K page lets a user read of the page fault: a link lacks USER",
        TraceText.parse("pagetck-trace 1\nmap 4K 0x1000 0x5000 PRESENT|USER\n").orThrow(),
        new Minimality(true, 1, 0, 0, 0),
        1,
        1,
        evidence);
  }

  private static TableFrame top() {
    return frame(0, 4, 0, new Entry(0, ROOT + 0x1000 | LINK));
  }

  private static TableFrame middle() {
    return frame(0x1000, 3, 0, new Entry(0, ROOT + 0x2000 | LINK));
  }

  private static TableFrame frame(long offset, int level, long base, Entry... entries) {
    return new TableFrame(ROOT + offset, level, base, List.of(entries));
  }

  private static TableImage image(TableFrame... tables) {
    return new TableImage(ROOT, 4, List.of(tables));
  }
}
