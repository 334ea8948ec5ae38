package org.pagetck.reports.page;

import gg.jte.output.StringOutput;

/// The page that shows which faulty mapper is caught, by what and how soon.
public final class FaultPage {
  private FaultPage() {}

  /// Returns the page; equal matrices give equal pages.
  public static String render(FaultMatrix matrix) {
    var text = new StringOutput();
    JtefaultsGenerated.render(Html.escaping(text), Html.NOTHING_ADDED, matrix);
    return text.toString();
  }
}
