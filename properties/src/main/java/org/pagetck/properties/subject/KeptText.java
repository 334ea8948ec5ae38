package org.pagetck.properties.subject;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// What a subject printed: the last [#BYTES_MAX] bytes are kept, those before are only counted. Any
/// number of threads may append.
public final class KeptText {
  /// The most bytes that are kept.
  public static final int BYTES_MAX = 0x10000;

  private final byte[] kept = new byte[BYTES_MAX];
  private long total;

  /// Creates an empty one.
  public KeptText() {}

  /// Appends `count` bytes of `bytes` from `from` on.
  public synchronized void append(byte[] bytes, int from, int count) {
    var skipped = Math.max(0, count - BYTES_MAX);
    total += skipped;
    for (var next = from + skipped; next < from + count; ) {
      var at = (int) (total % BYTES_MAX);
      var length = Math.min(from + count - next, BYTES_MAX - at);
      System.arraycopy(bytes, next, kept, at, length);
      next += length;
      total += length;
    }
  }

  /// Forgets what was printed so far.
  public synchronized void clear() {
    total = 0;
  }

  /// Returns how many bytes were printed.
  public synchronized long total() {
    return total;
  }

  /// Returns what was printed, as far as it is kept.
  public synchronized String text() {
    if (total <= BYTES_MAX) {
      return new String(kept, 0, (int) total, StandardCharsets.UTF_8);
    }
    var split = (int) (total % BYTES_MAX);
    var inOrder = new ByteArrayOutputStream(BYTES_MAX);
    inOrder.write(kept, split, BYTES_MAX - split);
    inOrder.write(kept, 0, split);
    return "(%d bytes before these are not kept)%n".formatted(total - BYTES_MAX)
        + inOrder.toString(StandardCharsets.UTF_8);
  }
}
