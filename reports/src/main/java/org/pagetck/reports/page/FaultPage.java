package org.pagetck.reports.page;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/// The page that shows which faulty mapper is caught, by what and how soon.
public final class FaultPage {
  private FaultPage() {}

  /// Returns the page; equal matrices give equal pages.
  public static String render(FaultMatrix matrix) {
    var text = new StringOutput();
    JtefaultsGenerated.render(new OwaspHtmlTemplateOutput(text), new NothingAdded(), matrix);
    return text.toString();
  }

  /// Adds nothing to any tag.
  private static final class NothingAdded implements HtmlInterceptor {
    @Override
    public void onHtmlTagOpened(
        String name, Map<String, Object> attributes, TemplateOutput output) {}

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput output) {}
  }
}
