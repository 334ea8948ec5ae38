package org.pagetck.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.record.BadgeRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.SarifRecord;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.reports.finding.SampleRuns;
import org.pagetck.reports.golden.Golden;
import org.pagetck.reports.page.BadgeImage;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ExchangeFilesTest {
  private static final String FOLDER = "reports/src/test/golden/";
  private static final RunRecords RECORDS =
      records(
          RunVerdict.FINDINGS,
          SampleRuns.tableBecomesPage(),
          SampleRuns.missedShould(),
          known(SampleRuns.tableWithOldBytes()));

  private static Finding known(Finding finding) {
    return finding.withVerdict(Verdict.KNOWN);
  }

  private static RunRecords records(RunVerdict verdict, Finding... findings) {
    return RunRecords.of(
        SampleRuns.run(verdict, verdict != RunVerdict.CONFORMS, findings),
        StatisticsRecord.NONE,
        "0.1.0",
        "");
  }

  private static String message(RunVerdict verdict, Finding... findings) {
    return BadgeRecord.of(records(verdict, findings).summary()).message();
  }

  @Test
  void findingsAreToldInTheInterchangeFormat() {
    var log = SarifLog.of(RECORDS);

    var text = JsonText.pretty(SarifRecord.class, log);
    Golden.assertUpToDate(FOLDER + "findings.sarif", text);
    assertThat(JsonText.read(SarifRecord.class, text)).hasValue(log);
    var run = log.runs().getFirst();
    assertThat(run.results())
        .allSatisfy(result ->
            assertThat(run.tool().driver().rules().get(result.ruleIndex()).id())
                .isEqualTo(result.ruleId()));
    assertThat(run.results())
        .extracting(SarifRecord.Result::level)
        .containsExactly("error", "warning", "error");
    assertThat(run.results())
        .extracting(result -> result.suppressions().size())
        .containsExactly(0, 0, 1);
  }

  @Test
  void aRunOfWhichNothingIsKnownWasNoSuccess() {
    var log = SarifLog.of(records(RunVerdict.ERRORED));

    assertThat(log.runs().getFirst().invocations())
        .containsExactly(new SarifRecord.Invocation(false));
    assertThat(log.runs().getFirst().results()).isEmpty();
  }

  @Test
  void requirementsAreToldAsTests() throws Exception {
    var text = TestReport.render(RECORDS);

    Golden.assertUpToDate(FOLDER + "junit.xml", text);
    var suite = suite(text);
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(Integer.toString(Requirement.all().size() + 1));
    assertThat(children(suite, "testcase")).hasSize(Requirement.all().size() + 1);
    for (var kind : List.of("failure", "error", "skipped")) {
      var total = kind.equals("skipped") ? kind : kind + "s";
      assertThat(suite.getAttribute(total))
          .isEqualTo(Integer.toString(children(suite, kind).size()))
          .isNotEqualTo("0");
    }
    assertThat(children(suite, "failure"))
        .allSatisfy(failure ->
            assertThat(failure.getTextContent())
                .contains("findings/9f2c1a7e/report.md", "update-flags 2M 0x0 PRESENT"));
    assertThat(children(suite, "skipped"))
        .extracting(skipped -> skipped.getAttribute("message"))
        .anyMatch(message -> message.startsWith("a should is missed: translate answers"))
        .anyMatch(message -> message.endsWith("old entries, https://example.org/acme/issues/12"))
        .contains("not applicable: not judged in this version");
  }

  @Test
  void aRunOfWhichNothingIsKnownHasAnErrorOfItsOwn() throws Exception {
    var suite = suite(TestReport.render(records(RunVerdict.ERRORED)));

    assertThat(children(suite, "error"))
        .extracting(error -> error.getAttribute("message"))
        .contains("a call logged more events than a call may");
    assertThat(suite.getAttribute("errors"))
        .isEqualTo(Integer.toString(children(suite, "error").size()));
  }

  private static Element suite(String text) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)));
    return (Element) document.getElementsByTagName("testsuite").item(0);
  }

  private static List<Element> children(Element suite, String kind) {
    var found = suite.getElementsByTagName(kind);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  @Test
  void theBadgeSaysWhatIsKnown() {
    assertThat(message(RunVerdict.CONFORMS)).isEqualTo("conforms to x86_64-0.15");
    assertThat(message(RunVerdict.CONFORMS, SampleRuns.missedShould()))
        .isEqualTo("conforms to x86_64-0.15");
    assertThat(message(RunVerdict.CONFORMS, known(SampleRuns.tableWithOldBytes())))
        .isEqualTo("x86_64-0.15 but for 1 known finding");
    assertThat(message(RunVerdict.FINDINGS, SampleRuns.tableBecomesPage())).isEqualTo("1 finding");
    assertThat(
            message(
                RunVerdict.FINDINGS,
                SampleRuns.tableBecomesPage(),
                SampleRuns.tableWithOldBytes(),
                SampleRuns.missedShould()))
        .isEqualTo("2 findings");
    assertThat(message(RunVerdict.INCONCLUSIVE)).isEqualTo("inconclusive");
    assertThat(message(RunVerdict.ERRORED)).isEqualTo("no verdict");
  }

  @Test
  void theBadgeIsDrawnWithoutAService() throws Exception {
    var image =
        BadgeImage.render(
            BadgeRecord.of(records(RunVerdict.FINDINGS, SampleRuns.tableBecomesPage()).summary()));

    Golden.assertUpToDate(FOLDER + "badge.svg", image);
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(image)));
    assertThat(parsed.getDocumentElement().getTextContent()).contains("pagetck", "1 finding");
  }
}
