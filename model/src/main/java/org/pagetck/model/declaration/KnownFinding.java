package org.pagetck.model.declaration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A finding that is accepted for now. It is reported, and does not fail the mapper.
///
/// @param fingerprint the finding's: 8 to 64 hexadecimal digits in lower case
/// @param issue where it is dealt with, a link without blanks
/// @param until the last day on which it is accepted; without one, it is accepted until it is taken
///   out
public record KnownFinding(String fingerprint, String issue, Optional<LocalDate> until) {
  /// What may stand in a declaration after `known`.
  static final String ALLOWED =
      "a fingerprint of 8 to 64 hexadecimal digits, an issue link, and perhaps until YYYY-MM-DD";

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8,64}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final String UNTIL = "until";

  /// Checks the parts.
  ///
  /// @throws IllegalArgumentException if one of them could not stand in a declaration
  public KnownFinding {
    if (!FINGERPRINT.matcher(fingerprint).matches()) {
      throw new IllegalArgumentException("no fingerprint: " + fingerprint);
    }
    if (issue.isEmpty() || issue.contains(" ") || !Texts.isVisible(issue)) {
      throw new IllegalArgumentException("no issue link: " + issue);
    }
    if (until.filter(day -> !DAY.matcher(day.toString()).matches()).isPresent()) {
      throw new IllegalArgumentException("no year of four digits: " + until);
    }
  }

  /// Returns the finding that `text` spells, `FINGERPRINT LINK` or `FINGERPRINT LINK until DATE`,
  /// or nothing. Words are separated by single blanks.
  public static Optional<KnownFinding> byText(String text) {
    var words = text.split(" ", -1);
    var isDated = words.length == 4 && words[2].equals(UNTIL);
    if (words.length != 2 && !isDated) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new KnownFinding(
              words[0],
              words[1],
              isDated ? Optional.of(LocalDate.parse(words[3])) : Optional.empty()));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Tells whether the finding is still accepted on `day`.
  public boolean isAcceptedOn(LocalDate day) {
    return until.isEmpty() || !day.isAfter(until.get());
  }

  /// Returns the fingerprints of those of `known` that are still accepted on `day`.
  public static Set<String> acceptedOn(LocalDate day, List<KnownFinding> known) {
    return known.stream()
        .filter(finding -> finding.isAcceptedOn(day))
        .map(KnownFinding::fingerprint)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Returns link and date, as they stand in a declaration.
  String value() {
    return issue + until.map(day -> " " + UNTIL + " " + day).orElse("");
  }

  /// Returns the spelling that [#byText] reads.
  @Override
  public String toString() {
    return fingerprint + " " + value();
  }
}
