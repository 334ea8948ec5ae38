package org.pagetck.properties.exhaust;

import java.util.Arrays;

/// A growing array of bytes that is written anew for each use: shorts and ints, little-endian.
final class ByteBag {
  private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

  private byte[] bytes = new byte[256];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  private void reserve(int more) {
    if (count + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, count + more));
    }
  }

  void addShort(int value) {
    reserve(Short.BYTES);
    bytes[count++] = (byte) value;
    bytes[count++] = (byte) (value >>> Byte.SIZE);
  }

  void addInt(int value) {
    addShort(value);
    addShort(value >>> Short.SIZE);
  }

  /// Sets the short at `position` that was added before.
  void setShort(int position, int value) {
    bytes[position] = (byte) value;
    bytes[position + 1] = (byte) (value >>> Byte.SIZE);
  }

  void add(byte[] from, int start, int length) {
    reserve(length);
    System.arraycopy(from, start, bytes, count, length);
    count += length;
  }

  /// Returns the short at `position` of `bytes`, unsigned.
  static int shortAt(byte[] bytes, int position) {
    return (bytes[position] & 0xff) | ((bytes[position + 1] & 0xff) << Byte.SIZE);
  }

  /// Returns the int at `position` of `bytes`.
  static int intAt(byte[] bytes, int position) {
    return shortAt(bytes, position) | (shortAt(bytes, position + Short.BYTES) << Short.SIZE);
  }

  /// Returns a hash of all bytes.
  int hash() {
    var hash = (long) count;
    for (var i = 0; i < count; i++) {
      hash = (hash ^ bytes[i]) * MULTIPLIER;
      hash ^= hash >>> 29;
    }
    return (int) (hash >>> Integer.SIZE);
  }
}
