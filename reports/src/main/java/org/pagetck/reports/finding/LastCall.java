package org.pagetck.reports.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.properties.record.EvidenceRecord;

/// The part of a report that says what the last call did: what the judges hold against it, which
/// entries changed, what it took, stored and flushed.
final class LastCall {
  private static final int ENTRY_COUNT_MAX = 6;
  private static final int EVENT_COUNT_MAX = 40;

  private final EvidenceRecord evidence;
  private final TableImage before;
  private final TableImage after;
  private final EntryText entries;
  private final StringBuilder text = new StringBuilder();

  private LastCall(EvidenceRecord evidence) {
    this.evidence = evidence;
    this.before = evidence.before().toImage();
    this.after = evidence.after().toImage();
    this.entries = new EntryText(evidence.machine());
  }

  static String render(EvidenceRecord evidence) {
    var part = new LastCall(evidence);
    part.line("## What the last call did");
    part.line("");
    part.accusations();
    part.changes();
    part.events();
    part.hardware();
    part.text.append(DrawnWalk.render(evidence, part.after));
    return part.text.toString();
  }

  private void accusations() {
    var primary = evidence.finding().requirement();
    for (var accusation : evidence.accusations()) {
      var id = accusation.requirement();
      var evidenceText = Markdown.plain(accusation.evidence());
      line("- **%s**: %s".formatted(id, evidenceText));
      if (!id.equals(primary)) {
        line("  (*%s*)".formatted(Requirements.sentence(id)));
      }
    }
    line("");
  }

  private void changes() {
    if (after.tables().isEmpty()) {
      line("The tables of this mapper cannot be seen.");
      line("");
      return;
    }
    var changes = EntryChange.between(before, after);
    if (changes.isEmpty()) {
      line("No entry of a table changed.");
      line("");
      return;
    }
    line("Entries of the tables that it changed:");
    line("");
    text.append(
        Markdown.row(
            List.of("level", "entry", "in the table at", "covers from", "before", "after")));
    text.append(Markdown.rule(6));
    var byTable =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    change -> List.of(change.table(), change.level()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byTable.values().forEach(this::table);
    line("");
  }

  /// Writes the entries that changed in one table, as many as anyone reads.
  private void table(List<EntryChange> changes) {
    changes.stream().limit(ENTRY_COUNT_MAX).map(this::row).forEach(text::append);
    var first = changes.getFirst();
    if (changes.size() > ENTRY_COUNT_MAX) {
      var more = "and %d more".formatted(changes.size() - ENTRY_COUNT_MAX);
      var table = Markdown.code("0x%x".formatted(first.table()));
      text.append(Markdown.row(List.of(Integer.toString(first.level()), more, table, "", "", "")));
    }
  }

  private String row(EntryChange change) {
    return Markdown.row(
        List.of(
            Integer.toString(change.level()),
            Integer.toString(change.index()),
            Markdown.code("0x%x".formatted(change.table())),
            Markdown.code("0x%x".formatted(change.covers())),
            change.kind() == EntryChange.Kind.APPEARED
                ? "(not reachable)"
                : Markdown.code(entries.of(change.level(), change.before())),
            change.kind() == EntryChange.Kind.GONE
                ? "(not reachable)"
                : Markdown.code(entries.of(change.level(), change.after()))));
  }

  private void events() {
    if (evidence.events().isEmpty()) {
      return;
    }
    var texts = new EventText(entries, after, before);
    line("What it took, stored, flushed and gave back, in order:");
    line("");
    var more = evidence.events().size() - EVENT_COUNT_MAX;
    text.append(
        Markdown.block(
            evidence.events().stream()
                    .limit(EVENT_COUNT_MAX)
                    .map(texts::of)
                    .collect(Collectors.joining("\n"))
                + (more > 0 ? "\nand %d more".formatted(more) : "")));
    line("");
  }

  private void hardware() {
    if (evidence.steps().isEmpty() || after.tables().isEmpty()) {
      return;
    }
    var address = HardwareView.addressOf(evidence.steps().getLast().line());
    var then = address.flatMap(it -> look(before, it));
    var now = address.flatMap(it -> look(after, it));
    if (then.isPresent() && now.isPresent()) {
      line(
          "At `0x%x` the processor finds, before the call, %s; after it, %s."
              .formatted(address.get(), then.get(), now.get()));
      line("");
    }
  }

  private Optional<String> look(TableImage image, long address) {
    return new HardwareView(image, evidence.machine()).at(address);
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
