package org.pagetck.reports.finding;

import java.util.List;
import java.util.regex.Pattern;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.WalkStep;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.model.space.PageRights;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.properties.record.EvidenceRecord;

/// The walk of the address that a finding on rights is about, level by level, with what the entries
/// read so far let through.
final class DrawnWalk {
  private static final Pattern ADDRESS = Pattern.compile("\\b0x[0-9a-f]+");

  private final EntryText entries;
  private final StringBuilder text = new StringBuilder();

  private DrawnWalk(EntryText entries) {
    this.entries = entries;
  }

  /// Returns the drawing, or nothing where no accusation is about rights or the tables do not show
  /// the walk.
  static String render(EvidenceRecord evidence, TableImage after) {
    var address =
        evidence.accusations().stream()
            .filter(it -> isOfRights(it.requirement()))
            .flatMap(it -> ADDRESS.matcher(it.evidence()).results().limit(1))
            .map(found -> Long.parseUnsignedLong(found.group().substring(2), 16))
            .findFirst();
    var path =
        address
            .filter(_ -> !after.tables().isEmpty())
            .map(it -> new HardwareView(after, evidence.machine()).path(it))
            .orElse(List.of());
    if (path.isEmpty()) {
      return "";
    }
    var drawing = new DrawnWalk(new EntryText(evidence.machine()));
    drawing.draw(address.orElseThrow(), path);
    return drawing.text.toString();
  }

  private static boolean isOfRights(String id) {
    return Requirement.byId(id).filter(it -> it.group() == RequirementGroup.RIGHTS).isPresent();
  }

  private void draw(long address, List<WalkStep> path) {
    text.append(
        "What the processor reads on its way to `0x%x`, after the call:\n\n".formatted(address));
    text.append(Markdown.row(List.of("level", "entry", "at", "holds", "lets through so far")));
    text.append(Markdown.rule(5));
    var soFar = PageRights.ALL;
    for (var step : path) {
      var isPresent = (step.word() & EntryFlags.PRESENT) != 0;
      soFar = PageRights.both(soFar, step.word());
      text.append(
          Markdown.row(
              List.of(
                  Integer.toString(step.level()),
                  Integer.toString(Levels.index(address, step.level())),
                  Markdown.code("0x%x".formatted(step.address())),
                  Markdown.code(entries.of(step.level(), step.word())),
                  isPresent ? rights(soFar) : "nothing: it is not PRESENT")));
    }
    text.append('\n');
  }

  private static String rights(long flags) {
    return "%s, %s, %s"
        .formatted(
            (flags & EntryFlags.WRITABLE) != 0 ? "writes" : "no writes",
            (flags & EntryFlags.USER) != 0 ? "users" : "no users",
            (flags & EntryFlags.NO_EXECUTE) != 0 ? "no fetches" : "fetches");
  }
}
