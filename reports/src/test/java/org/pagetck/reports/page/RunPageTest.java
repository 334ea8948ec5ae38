package org.pagetck.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.reports.finding.SampleRuns;
import org.pagetck.reports.statistics.RunStatistics;

class RunPageTest {
  private static final String PAGE =
      page(
          RunVerdict.FINDINGS,
          SampleRuns.tableBecomesPage(),
          SampleRuns.tableWithOldBytes(),
          SampleRuns.missedShould());

  private static String page(RunVerdict verdict, Finding... findings) {
    var result = SampleRuns.run(verdict, verdict == RunVerdict.INCONCLUSIVE, findings);
    return RunPage.render(
        RunRecords.of(result, RunStatistics.of(result), "0.1.0", "--contract <acme>.txt"));
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(found -> found.group(1)).toList();
  }

  @Test
  void theVerdictStandsFirst() {
    assertThat(PAGE.indexOf("acme 0.3 <span class=\"pill\">findings"))
        .isPositive()
        .isLessThan(PAGE.indexOf("<main>"));
    assertThat(page(RunVerdict.CONFORMS))
        .containsPattern("It keeps all [0-9]+ requirements that apply");
    assertThat(page(RunVerdict.INCONCLUSIVE)).contains("1 requirement was exercised too seldom");
    assertThat(page(RunVerdict.ERRORED))
        .contains("nothing is known of the mapper", "a call logged more events than a call may");
  }

  @Test
  void nothingIsFetched() {
    assertThat(all(PAGE, "(?:src|href)=\"([^\"]*)\""))
        .isNotEmpty()
        .allMatch(link -> !link.contains("//"));
    assertThat(PAGE).doesNotContain("<script", "@import", "url(");
  }

  @Test
  void everyLinkWithinThePageHasATarget() {
    var targets = all(PAGE, "id=\"([^\"]+)\"");

    assertThat(all(PAGE, "href=\"#([^\"]+)\"")).isNotEmpty().allMatch(targets::contains);
    assertThat(targets).doesNotHaveDuplicates();
  }

  @Test
  void everyRequirementHasARowWithItsVerdict() {
    assertThat(all(PAGE, "<th scope=\"row\" class=\"id\">([A-Z]+-[0-9]+)</th>"))
        .containsExactlyInAnyOrderElementsOf(
            Requirement.all().stream().map(Requirement::id).toList());
    assertThat(PAGE)
        .contains("<tr id=\"UPD-02\" class=\"tone-VIOLATED\">", "not judged in this version");
  }

  @Test
  void aFindingTellsItsTraceWithWhatWasOwedAndGiven() {
    assertThat(PAGE)
        .contains(
            "update-flags of a 2M page answers ok where TABLE_ENTRY is owed",
            "<code>update-flags 2M 0x0 PRESENT</code>",
            "<code>refused TABLE_ENTRY</code>",
            "<code>ok flush=page</code>",
            "href=\"findings/9f2c1a7e/report.md\"",
            "href=\"findings/9f2c1a7e/trace.txt\"",
            "href=\"findings/9f2c1a7e/evidence.json\"",
            "in 40 of 1,234 traces");
  }

  @Test
  void theHeatMapShowsCountsAndNamesWhatWasNeverReached() {
    assertThat(PAGE)
        .contains(
            "map 4K, EMPTY, ok: 1,000,000 steps",
            "unmap 2M, LINK, TABLE_ENTRY: 234,567 steps",
            "<li>unmap 1G: TABLE_ENTRY by LINK at level 3</li>");
    assertThat(PAGE).containsPattern("<svg [^>]*role=\"img\"");
  }

  @Test
  void whatTheDeclarationExcludesIsListedByReason() {
    assertThat(PAGE)
        .contains("<dt>occupied-slot</dt><dd><code>replaced</code></dd>")
        .containsPattern(
            "<dt>not judged in this version</dt>\\s*<dd><a class=\"id\" href=\"#PRM-01\"");
  }

  @Test
  void whatOthersWroteIsEscaped() {
    assertThat(PAGE)
        .contains(
            "./pagetck replay findings/9f2c1a7e/trace.txt native:libacme.so --contract &lt;acme&gt;.txt")
        .doesNotContain("<acme>");
  }

  @Test
  void equalRecordsGiveEqualPages() {
    assertThat(page(RunVerdict.FINDINGS, SampleRuns.tableBecomesPage()))
        .isEqualTo(page(RunVerdict.FINDINGS, SampleRuns.tableBecomesPage()));
  }

  @Test
  void tagsAreBalanced() {
    var open = new ArrayDeque<String>();
    var voids = List.of("meta", "link", "br", "rect", "path", "line");
    Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>")
        .matcher(PAGE.replaceAll("(?s)<style>.*?</style>", ""))
        .results()
        .filter(tag -> !voids.contains(tag.group(2)))
        .forEach(tag -> follow(open, tag));

    assertThat(open).isEmpty();
  }

  private static void follow(ArrayDeque<String> open, MatchResult tag) {
    if (tag.group(1).isEmpty()) {
      open.push(tag.group(2));
    } else {
      assertThat(open.pop()).as("closed by %s", tag.group()).isEqualTo(tag.group(2));
    }
  }
}
