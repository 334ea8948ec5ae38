package org.pagetck.reports.page;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Map;

/// How templates write.
final class Html {
  /// Adds nothing to any tag.
  static final HtmlInterceptor NOTHING_ADDED =
      new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(
            String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
      };

  private Html() {}

  /// Returns what writes to `output` and escapes what is no markup.
  static HtmlTemplateOutput escaping(TemplateOutput output) {
    return new OwaspHtmlTemplateOutput(output);
  }
}
