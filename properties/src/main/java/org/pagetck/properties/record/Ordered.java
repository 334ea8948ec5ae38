package org.pagetck.properties.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Copies maps whose order says something.
final class Ordered {
  private Ordered() {}

  static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
