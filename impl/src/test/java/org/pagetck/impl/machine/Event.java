package org.pagetck.impl.machine;

/// Something that a mapper did.
public sealed interface Event {
  /// It took a frame.
  record Take(long frame) implements Event {}

  /// It asked for a frame in vain.
  record TakeInVain() implements Event {}

  /// It gave a frame back.
  record GiveBack(long frame) implements Event {}

  /// It stored a word.
  record Store(long slot, long word) implements Event {
    @Override
    public String toString() {
      return "store 0x%x := 0x%x".formatted(slot, word);
    }
  }

  /// It zeroed a frame.
  record Zero(long frame) implements Event {}

  /// It stored less than a word, or exchanged one.
  record Other(String what) implements Event {}

  /// It flushed a range.
  record FlushRange(long address, long bytes) implements Event {}

  /// It flushed everything.
  record FlushAll() implements Event {}
}
