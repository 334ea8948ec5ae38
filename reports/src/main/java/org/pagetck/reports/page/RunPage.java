package org.pagetck.reports.page;

import gg.jte.output.StringOutput;
import org.pagetck.properties.record.RunRecords;

/// The file `index.html` of a run: what a person would send to the maintainer of the mapper.
public final class RunPage {
  private RunPage() {}

  /// Returns the page; equal records give equal pages.
  public static String render(RunRecords records) {
    var text = new StringOutput();
    JteindexGenerated.render(Html.escaping(text), Html.NOTHING_ADDED, PageView.of(records));
    return text.toString();
  }
}
