package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.ReplayRecord;
import org.pagetck.properties.record.RequirementRecord;
import org.pagetck.properties.record.ShrinkRecord;
import org.pagetck.properties.record.SummaryRecord;

/// The command line as people and scripts meet it.
class PagetckProcessTest {
  private static final String LIAR = "java:" + ForgetfulProvider.class.getName();

  @TempDir private Path folder = Path.of("");
  private ChildProcess pagetck = new ChildProcess(folder);

  @BeforeEach
  void inAFreshFolder() {
    pagetck = new ChildProcess(folder);
  }

  private static String classPath() throws URISyntaxException {
    var liar = ForgetfulProvider.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(liar.toURI()) + File.pathSeparator + ChildProcess.builtInMappers();
  }

  private String write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return name;
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void theHelpTeachesByExamplesAndNamesTheExitStatuses() {
    var ended = pagetck.run("--help");

    assertThat(ended.out())
        .contains("pagetck check native:target/libacme.so", "Exit status:", "4  inconclusive");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
  }

  @Test
  void theBuiltInMapperConforms() throws IOException {
    var ended = pagetck.run("check", "--traces", "2000", "--seed", "0x7");

    assertThat(ended.out().lines().toList().getLast()).startsWith("CONFORMS: ");
    assertThat(ended.out()).contains("MAP-01  HELD", "The results are in pagetck-out/mapped-0x7");
    assertThat(ended.err()).doesNotContain("\tat ");
    assertThat(ended.status()).isZero();
    assertThat(JsonText.read(SummaryRecord.class, read("pagetck-out/mapped-0x7/summary.json")))
        .hasValueSatisfying(summary -> {
          assertThat(summary.traces()).isEqualTo(2000);
          assertThat(summary.verdict()).isEqualTo("CONFORMS");
          assertThat(summary.requirements()).hasSameSizeAs(Requirement.all());
        });
  }

  @Test
  void asJsonTheSummaryIsAllThatIsPrinted() throws IOException {
    var ended = pagetck.run("check", "mapped", "--traces", "20", "--json", "--out", "out");

    assertThat(ended.out()).isEqualTo(read("out/summary.json"));
    assertThat(JsonText.read(SummaryRecord.class, ended.out())).isPresent();
  }

  @Test
  void tooFewTracesAreInconclusive() {
    var ended = pagetck.run("check", "--traces", "1");

    assertThat(ended.out().lines().toList().getLast()).startsWith("INCONCLUSIVE: ");
    assertThat(ended.status()).isEqualTo(4);
  }

  @Test
  void aDefectIsFoundReportedReplayedAndShrunk() throws IOException, URISyntaxException {
    var classes = classPath();
    var checked =
        pagetck.run("check", LIAR, "--classpath", classes, "--traces", "300", "--out", "out");

    assertThat(checked.status()).isEqualTo(1);
    assertThat(checked.out().lines().toList().getLast()).startsWith("FINDINGS: ");
    var summary = JsonText.read(SummaryRecord.class, read("out/summary.json")).orElseThrow();
    var finding =
        summary.findings().stream()
            .filter(it -> it.requirement().equals("UNM-01"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.operations()).isEqualTo(2);
    assertThat(read("out/" + finding.report())).contains("violates **UNM-01** (must)", "unmap 2M");
    assertThat(checked.out()).contains(finding.title(), "out/" + finding.trace());

    var replayed = replayed("out/" + finding.trace(), classes);
    assertThat(replayed.violated()).isTrue();
    assertThat(replayed.fingerprint()).isEqualTo(finding.fingerprint());

    var trace = TraceText.parse(read("out/" + finding.trace())).orThrow();
    var harmless = "pagetck-trace 1\nmap 4K 0x0 0x0 PRESENT\nunmap 4K 0x0\n";
    assertThat(replayed(write("harmless.txt", harmless), classes).violated()).isFalse();

    write("long.txt", TraceText.print(trace) + "translate 0x7000\n");
    var shrunk =
        pagetck.run("shrink", "long.txt", LIAR, "--classpath", classes, "--json", "--out", "s.txt");
    assertThat(JsonText.read(ShrinkRecord.class, shrunk.out()).orElseThrow().fingerprint())
        .isEqualTo(finding.fingerprint());
    assertThat(TraceText.parse(read("s.txt")).orThrow()).isEqualTo(trace);
    assertThat(shrunk.status()).isEqualTo(1);
  }

  private ReplayRecord replayed(String trace, String classes) {
    var ended = pagetck.run("replay", trace, LIAR, "--classpath", classes, "--json");
    var replay = JsonText.read(ReplayRecord.class, ended.out()).orElseThrow();
    assertThat(ended.status()).isEqualTo(replay.violated() ? 1 : 0);
    return replay;
  }

  @Test
  void aReplayShowsEachLineWithWhatWasOwedAndGiven() throws IOException {
    write("good.txt", "pagetck-trace 1\nbudget 0\nmap 4K 0x0 0x1000 PRESENT\nunmap 4K 0x0\n");

    var ended = pagetck.run("replay", "good.txt");

    assertThat(ended.out())
        .contains(
            """
               1  budget 0
               2  map 4K 0x0 0x1000 PRESENT
                    owed   refused NO_FRAME
                    given  refused NO_FRAME
            """)
        .endsWith("HELD: the trace violates nothing\n");
    assertThat(ended.status()).isZero();
  }

  @Test
  void theCatalogueIsListedAsJson() {
    var ended = pagetck.run("requirements", "--json");

    assertThat(JsonText.readList(RequirementRecord.class, ended.out()))
        .hasValue(Requirement.all().stream().map(RequirementRecord::of).toList());
    assertThat(ended.status()).isZero();
  }
}
