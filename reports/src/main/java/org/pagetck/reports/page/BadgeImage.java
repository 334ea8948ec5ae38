package org.pagetck.reports.page;

import gg.jte.output.StringOutput;
import java.util.Map;
import org.pagetck.properties.record.BadgeRecord;

/// The file `badge.svg`: the badge as a picture that needs no service to draw it.
///
/// @param badge what it says
/// @param left width of the left half
/// @param right width of the right half
/// @param colour colour of the right half
public record BadgeImage(BadgeRecord badge, int left, int right, String colour) {
  private static final int PADDING = 10;
  private static final double LETTER = 6.6;
  private static final Map<String, String> COLOURS =
      Map.of(
          "brightgreen", "#2a7d2e",
          "yellowgreen", "#5d6d00",
          "yellow", "#8a6100",
          "red", "#b3261e",
          "lightgrey", "#5b6470");

  /// Returns the picture; equal badges give equal pictures.
  public static String render(BadgeRecord badge) {
    var text = new StringOutput();
    JtebadgeGenerated.render(Html.escaping(text), Html.NOTHING_ADDED, of(badge));
    return text.toString();
  }

  private static BadgeImage of(BadgeRecord badge) {
    return new BadgeImage(
        badge,
        width(badge.label()),
        width(badge.message()),
        COLOURS.getOrDefault(badge.color(), "#5b6470"));
  }

  private static int width(String text) {
    return (int) Math.ceil(text.length() * LETTER) + PADDING;
  }

  /// Returns the width of both halves.
  public int width() {
    return left + right;
  }

  /// Returns where the middle of the right half is.
  public int rightMiddle() {
    return left + right / 2;
  }

  /// Returns how wide the text of the left half is drawn.
  public int leftText() {
    return left - PADDING;
  }

  /// Returns how wide the text of the right half is drawn.
  public int rightText() {
    return right - PADDING;
  }
}
