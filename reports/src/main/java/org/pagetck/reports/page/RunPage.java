package org.pagetck.reports.page;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.pagetck.properties.record.RunRecords;

/// The file `index.html` of a run: what a person would send to the maintainer of the mapper.
public final class RunPage {
  private RunPage() {}

  /// Returns the page; equal records give equal pages.
  public static String render(RunRecords records) {
    var text = new StringOutput();
    JteindexGenerated.render(
        new OwaspHtmlTemplateOutput(text), new NothingAdded(), PageView.of(records));
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
