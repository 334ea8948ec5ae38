package org.pagetck.reports.exchange;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.KnownRow;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.SummaryRecord;
import org.pagetck.properties.record.SummaryRecord.RequirementRow;

/// The file `junit.xml`: the requirements of a run as results of tests, in the form that servers
/// which build software read. A violation is a failure; what nothing is known of, or too little, is
/// an error; all else that is not held was skipped, with the reason.
public final class TestReport {
  private static final String STEPS = "every step of the run counts";

  private final RunRecords records;
  private final XMLStreamWriter xml;

  private TestReport(RunRecords records, XMLStreamWriter xml) {
    this.records = records;
    this.xml = xml;
  }

  /// Returns the text of the file.
  public static String render(RunRecords records) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new TestReport(records, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text takes all that is written to it", e);
    }
    return text.toString();
  }

  private void write() throws XMLStreamException {
    var summary = records.summary();
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "pagetck " + summary.pagetck());
    line();
    suite(summary);
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private void suite(SummaryRecord summary) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", mapper());
    attribute("tests", Integer.toString(summary.requirements().size() + 1));
    attribute("failures", Long.toString(count("VIOLATED")));
    attribute(
        "errors",
        Long.toString(count("NOT_EXERCISED", "ERRORED") + (summary.errors().isEmpty() ? 0 : 1)));
    attribute("skipped", Long.toString(count("NOT_APPLICABLE", "MISSED", "KNOWN")));
    attribute("time", String.format(Locale.ROOT, "%.3f", summary.seconds()));
    line();
    xml.writeStartElement("properties");
    line();
    property("subject", summary.subject());
    for (var entry : summary.contract().entrySet()) {
      property(entry.getKey(), entry.getValue());
    }
    property("seed", summary.seed());
    property("traces", Long.toString(summary.traces()));
    property("steps", Long.toString(summary.steps()));
    xml.writeEndElement();
    line();
    start(STEPS);
    if (!summary.errors().isEmpty()) {
      child("error", "ERRORED", summary.errors().getFirst(), String.join("\n", summary.errors()));
    }
    end();
    for (var row : summary.requirements()) {
      test(row);
    }
    xml.writeEndElement();
    line();
  }

  private String mapper() {
    var summary = records.summary();
    var name = summary.name().isEmpty() ? summary.subject() : summary.name();
    return (name + " " + summary.version()).strip();
  }

  private long count(String... verdicts) {
    var wanted = List.of(verdicts);
    return records.summary().requirements().stream()
        .filter(row -> wanted.contains(row.verdict()))
        .count();
  }

  private void test(RequirementRow row) throws XMLStreamException {
    start(row.id() + " " + Requirement.byId(row.id()).map(Requirement::sentence).orElse(""));
    switch (row.verdict()) {
      case "HELD" -> {}
      case "VIOLATED" -> child("failure", row.verdict(), title(row), findings(row));
      case "NOT_EXERCISED", "ERRORED" -> child("error", row.verdict(), row.reason(), "");
      case "MISSED" -> skipped("a should is missed: " + title(row));
      case "KNOWN" -> skipped("known: %s, %s".formatted(title(row), issues(row)));
      default -> skipped("not applicable: " + row.reason());
    }
    end();
  }

  private void start(String name) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", "pagetck." + mapper().replace(' ', '_').replace('.', '_'));
    attribute("name", name.strip());
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
    line();
  }

  private void skipped(String reason) throws XMLStreamException {
    xml.writeEmptyElement("skipped");
    attribute("message", reason);
  }

  private void child(String kind, String type, String message, String text)
      throws XMLStreamException {
    xml.writeStartElement(kind);
    attribute("type", type);
    attribute("message", message);
    xml.writeCharacters(visible(text));
    xml.writeEndElement();
  }

  private List<EvidenceRecord> accusing(RequirementRow row) {
    return records.evidence().stream()
        .filter(it ->
            it.finding().requirement().equals(row.id()) || it.finding().also().contains(row.id()))
        .filter(
            it -> it.finding().verdict().equals(row.verdict()) || !row.verdict().equals("VIOLATED"))
        .toList();
  }

  private String title(RequirementRow row) {
    return accusing(row).stream().map(it -> it.finding().title()).findFirst().orElse(row.reason());
  }

  private String issues(RequirementRow row) {
    var shown = accusing(row).stream().map(it -> it.finding().fingerprint()).toList();
    return records.summary().known().stream()
        .filter(known -> shown.contains(known.fingerprint()))
        .map(KnownRow::issue)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String findings(RequirementRow row) {
    return accusing(row).stream()
        .map(it -> "%s\n%s\n%s".formatted(it.finding().title(), it.finding().report(), it.trace()))
        .collect(Collectors.joining("\n", "\n", ""));
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
    line();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, visible(value));
  }

  /// Returns `text` without the characters that may not stand in such a file.
  private static String visible(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
