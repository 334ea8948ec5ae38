package org.pagetck.reports.page;

import gg.jte.output.StringOutput;
import org.pagetck.properties.record.CompareRecord;

/// The page that shows several mappers side by side.
public final class ComparePage {
  private ComparePage() {}

  /// Returns the page; equal records give equal pages.
  public static String render(CompareRecord record) {
    var text = new StringOutput();
    JtecompareGenerated.render(Html.escaping(text), Html.NOTHING_ADDED, CompareView.of(record));
    return text.toString();
  }
}
