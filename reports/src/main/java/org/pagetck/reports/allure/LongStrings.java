package org.pagetck.reports.allure;

/// Cuts strings of a JSON text that are longer than a reader takes: the message of a test that
/// failed may print all that it compared.
final class LongStrings {
  /// The most characters of one string, as they are escaped. The reader gives up at 50,000.
  static final int LENGTH_MAX = 40_000;

  private LongStrings() {}

  /// Returns `json` with the end of each string that is too long replaced by how much is missing.
  static String cut(String json) {
    var text = new StringBuilder(json.length());
    var from = 0;
    while (from < json.length()) {
      var start = json.indexOf('"', from);
      if (start < 0) {
        break;
      }
      var end = end(json, start + 1);
      text.append(json, from, start);
      text.append(end - start > LENGTH_MAX ? cut(json, start, end) : json.substring(start, end));
      text.append(json, end, Math.min(end + 1, json.length()));
      from = end + 1;
    }
    return text.append(json.substring(Math.min(from, json.length()))).toString();
  }

  /// Returns the index of the quote that ends the string whose first character is at `first`, or
  /// the length of `json`.
  private static int end(String json, int first) {
    var index = first;
    while (index < json.length() && json.charAt(index) != '"') {
      index += json.charAt(index) == '\\' ? 2 : 1;
    }
    return Math.min(index, json.length());
  }

  private static String cut(String json, int start, int end) {
    var index = start + 1;
    var last = index;
    while (index <= start + LENGTH_MAX) {
      last = index;
      index += json.charAt(index) != '\\' ? 1 : json.charAt(index + 1) == 'u' ? 6 : 2;
    }
    return json.substring(start, last) + "… (%,d more characters)".formatted(end - last);
  }
}
