package org.pagetck.properties.subject.foreign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads text that C left in memory.
public final class CString {
  private CString() {}

  /// Returns the text that starts at `address`, or nothing where no zero byte stands among the
  /// first `bytesMax` bytes or they are no UTF-8. An address that is no text's ends this process.
  @SuppressWarnings("restricted")
  public static Optional<String> read(long address, int bytesMax) {
    var bytes = MemorySegment.ofAddress(address).reinterpret(bytesMax);
    var length = 0;
    while (length < bytesMax && bytes.get(ValueLayout.JAVA_BYTE, length) != 0) {
      length++;
    }
    return length == bytesMax ? Optional.empty() : decode(bytes.asSlice(0, length).asByteBuffer());
  }

  private static Optional<String> decode(ByteBuffer bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
