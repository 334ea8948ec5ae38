package org.pagetck.reports.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a time: `60s`, `5m`, `2h`.
final class TimeText implements ITypeConverter<Duration> {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})([smh])");

  @Override
  public Duration convert(String text) {
    var time = TIME.matcher(text);
    if (time.matches()) {
      var count = Long.parseLong(time.group(1));
      var duration =
          switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
          };
      if (duration.isPositive()) {
        return duration;
      }
    }
    throw new TypeConversionException(
        "'%s' is no time, allowed is a number of 1 or more with s, m or h behind it, such as 60s"
            .formatted(text));
  }
}
