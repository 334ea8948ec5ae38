package org.pagetck.reports.allure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Takes out of a report that Allure built what would fetch something from the network. Run by the
/// build: `ClosedReport INDEX`, the path of its `index.html`.
public final class ClosedReport {
  private static final Pattern FOREIGN_SCRIPT =
      Pattern.compile("<script[^>]*src=\"(?:https?:)?//[^>]*></script>\\s*");
  private static final Pattern OUTSIDE =
      Pattern.compile("<(?:script|link|img|iframe)[^>]*(?:src|href)=\"(?:https?:)?//");

  private ClosedReport() {}

  /// Rewrites the file.
  ///
  /// @throws IOException if it cannot be read or written, or would still fetch something
  public static void main(String[] arguments) throws IOException {
    var index = Path.of(arguments[0]);
    Files.writeString(index, closed(Files.readString(index)));
  }

  /// Returns `page` without what would fetch something.
  ///
  /// @throws IOException if something is left
  static String closed(String page) throws IOException {
    var closed = FOREIGN_SCRIPT.matcher(page).replaceAll("");
    var left = OUTSIDE.matcher(closed);
    if (left.find()) {
      throw new IOException("the report would still fetch " + left.group());
    }
    return closed;
  }
}
