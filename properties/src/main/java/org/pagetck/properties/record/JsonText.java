package org.pagetck.properties.record;

import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Optional;

/// The records of this package as JSON text.
public final class JsonText {
  private static final Jsonb JSONB = Jsonb.builder().build();

  private JsonText() {}

  /// Returns `value` over several lines, the last one ended.
  public static <T> String pretty(Class<T> type, T value) {
    return JsonLayout.of(JSONB.type(type).toJson(value));
  }

  /// Returns `values` as one list, as [#pretty] does.
  public static <T> String prettyList(Class<T> type, List<T> values) {
    return JsonLayout.of(JSONB.type(type).list().toJson(values));
  }

  /// Returns `value` on one line, ended.
  public static <T> String line(Class<T> type, T value) {
    return JSONB.type(type).toJson(value) + "\n";
  }

  /// Returns what `text` holds, or nothing where it is not JSON or lacks a field. Fields that are
  /// not known are passed over.
  public static <T> Optional<T> read(Class<T> type, String text) {
    return read(JSONB.type(type), text);
  }

  /// Returns the list that `text` holds, as [#read] does.
  public static <T> Optional<List<T>> readList(Class<T> type, String text) {
    return read(JSONB.type(type).list(), text);
  }

  private static <T> Optional<T> read(JsonType<T> type, String text) {
    try {
      return Optional.of(type.fromJson(text));
    } catch (JsonException | IllegalArgumentException | NullPointerException _) {
      return Optional.empty();
    }
  }
}
