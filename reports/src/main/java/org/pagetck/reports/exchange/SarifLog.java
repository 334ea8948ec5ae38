package org.pagetck.reports.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.KnownRow;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.SarifRecord;
import org.pagetck.properties.record.SarifRecord.Text;
import org.pagetck.properties.shrink.Fingerprint;

/// The findings of a run in the format SARIF.
public final class SarifLog {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String FINGERPRINT = "pagetck/v" + Fingerprint.VERSION;

  private final RunRecords records;
  private final List<String> rules = new ArrayList<>();

  private SarifLog(RunRecords records) {
    this.records = records;
  }

  /// Returns the findings of `records`.
  public static SarifRecord of(RunRecords records) {
    return new SarifLog(records).log();
  }

  private SarifRecord log() {
    var results = records.evidence().stream().map(this::result).toList();
    var driver =
        new SarifRecord.Driver(
            "pagetck", records.summary().pagetck(), rules.stream().map(SarifLog::rule).toList());
    var isKnown = !records.summary().verdict().equals("ERRORED");
    return new SarifRecord(
        SCHEMA,
        "2.1.0",
        List.of(
            new SarifRecord.Run(
                new SarifRecord.Tool(driver),
                List.of(new SarifRecord.Invocation(isKnown)),
                results,
                "utf16CodeUnits")));
  }

  private static SarifRecord.Rule rule(String id) {
    var requirement = Requirement.byId(id);
    var sentence = requirement.map(Requirement::sentence).orElse(id);
    var source = requirement.map(Requirement::source).orElse("");
    var should = requirement.filter(it -> level(it.strength().name()).equals("warning"));
    return new SarifRecord.Rule(
        id,
        new Text(sentence),
        new Text((sentence + " " + source).strip()),
        new Text(requirement.map(Requirement::checkFirst).orElse(sentence)),
        new SarifRecord.Configuration(should.isPresent() ? "warning" : "error"));
  }

  private static String level(String word) {
    return word.equals("SHOULD") || word.equals("MISSED") ? "warning" : "error";
  }

  private SarifRecord.Result result(EvidenceRecord evidence) {
    var finding = evidence.finding();
    if (!rules.contains(finding.requirement())) {
      rules.add(finding.requirement());
    }
    var calls =
        evidence.steps().stream()
            .map(EvidenceRecord.StepRow::line)
            .collect(Collectors.joining("; "));
    return new SarifRecord.Result(
        finding.requirement(),
        rules.indexOf(finding.requirement()),
        level(finding.verdict()),
        new Text("%s: %s".formatted(finding.title(), calls)),
        List.of(
            new SarifRecord.Location(
                new SarifRecord.Place(
                    new SarifRecord.Artifact(finding.trace()),
                    new SarifRecord.Region((int) evidence.trace().lines().count())))),
        Map.of(FINGERPRINT, finding.fingerprint()),
        finding.verdict().equals("KNOWN") ? suppressions(finding.fingerprint()) : List.of());
  }

  private List<SarifRecord.Suppression> suppressions(String fingerprint) {
    return records.summary().known().stream()
        .filter(known -> known.fingerprint().equals(fingerprint))
        .map(KnownRow::issue)
        .map(issue -> new SarifRecord.Suppression("external", "accepted", issue))
        .toList();
  }
}
