package org.pagetck.properties.exhaust;

/// Where the bytes of a state stand: its key in one array, its places in another.
final class StateText {
  private final byte[] key;
  private final int keyAt;
  private final byte[] places;
  private final int placesAt;
  private final int placesLength;

  /// Creates it over arrays that stay the caller's.
  StateText(byte[] key, int keyAt, byte[] places, int placesAt, int placesLength) {
    this.key = key;
    this.keyAt = keyAt;
    this.places = places;
    this.placesAt = placesAt;
    this.placesLength = placesLength;
  }

  byte[] key() {
    return key;
  }

  int keyAt() {
    return keyAt;
  }

  byte[] places() {
    return places;
  }

  int placesAt() {
    return placesAt;
  }

  int placesLength() {
    return placesLength;
  }
}
