package org.pagetck.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.properties.record.StatisticsRecord.BoundRow;
import org.pagetck.properties.record.StatisticsRecord.RateRow;
import org.pagetck.properties.record.SummaryRecord;
import org.pagetck.properties.record.SummaryRecord.RequirementRow;

/// The requirements of a run as the page shows them.
final class RequirementViews {
  private final SummaryRecord summary;
  private final Map<String, RateRow> rates;
  private final Map<String, BoundRow> bounds;

  RequirementViews(SummaryRecord summary) {
    this.summary = summary;
    var statistics = summary.statistics();
    this.rates = byId(statistics.exerciseRates(), RateRow::id);
    this.bounds = byId(statistics.failureBounds(), BoundRow::id);
  }

  private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  PageView.Group group(RequirementGroup group) {
    var rows =
        summary.requirements().stream()
            .filter(row -> groupOf(row) == group)
            .map(this::view)
            .toList();
    return new PageView.Group(group.title(), rows);
  }

  /// Requirements of other versions of the suite stand with the answers.
  private static RequirementGroup groupOf(RequirementRow row) {
    return Requirement.byId(row.id()).map(Requirement::group).orElse(RequirementGroup.ANSWERS);
  }

  private RequirementView view(RequirementRow row) {
    var requirement = Requirement.byId(row.id());
    var rate = rates.get(row.id());
    var bound = bounds.get(row.id());
    return new RequirementView(
        row.id(),
        requirement
            .map(Requirement::sentence)
            .map(Words::unmarked)
            .orElse("This version does not know it."),
        requirement.map(Requirement::source).map(Words::unmarked).orElse(""),
        requirement.map(Requirement::checkFirst).map(Words::unmarked).orElse(""),
        row.strength().toLowerCase(Locale.ROOT),
        row.verdict(),
        Words.verdict(row.verdict()),
        row.exercised() == 0 ? "" : Words.grouped(row.exercised()),
        rate == null
            ? ""
            : "%s to %s".formatted(Words.percent(rate.low()), Words.percent(rate.high())),
        bound == null ? "" : "< " + Words.percent(bound.rateMax()),
        row.reason());
  }

  /// Returns the ids of the requirements that do not apply, by the reason.
  Map<String, List<String>> excluded() {
    var byReason = new LinkedHashMap<String, List<String>>();
    for (var row : summary.requirements()) {
      if (row.verdict().equals("NOT_APPLICABLE")) {
        byReason.computeIfAbsent(row.reason(), _ -> new ArrayList<>()).add(row.id());
      }
    }
    return byReason;
  }
}
