package org.pagetck.reports.page;

import java.util.List;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.record.FaultRecord;

/// Which faulty mapper breaks which requirement.
///
/// @param seeds from how many seeds each was looked for
/// @param rows the faults, by id
public record FaultMatrix(int seeds, List<Row> rows) {
  /// Copies the list.
  public FaultMatrix {
    rows = List.copyOf(rows);
  }

  /// One fault.
  ///
  /// @param fault the fault
  /// @param record what came of the search for it
  public record Row(Fault fault, FaultRecord record) {
    /// Returns what `requirement` has to do with the fault: `first`, `also`, or nothing.
    public String mark(Requirement requirement) {
      if (record.by().contains(requirement.id())) {
        return "first";
      }
      return record.also().contains(requirement.id()) ? "also" : "";
    }

    /// Returns the operations until it was caught, in words.
    public String operations() {
      var operations = record.operations();
      return "%s (%s to %s)"
          .formatted(
              number(operations.median()), number(operations.low()), number(operations.high()));
    }

    private static String number(long count) {
      return count < 0 ? "more" : Words.grouped(count);
    }
  }

  /// Returns the requirements that some fault breaks.
  public List<Requirement> broken() {
    return Requirement.all().stream().filter(this::isBroken).toList();
  }

  /// Returns the requirements that no fault breaks.
  public List<Requirement> unbroken() {
    return Requirement.all().stream().filter(it -> !isBroken(it)).toList();
  }

  private boolean isBroken(Requirement requirement) {
    return rows.stream().anyMatch(row -> !row.mark(requirement).isEmpty());
  }

  /// Returns how many faults were caught from every seed.
  public long caught() {
    return rows.stream().filter(row -> row.record().caught()).count();
  }
}
