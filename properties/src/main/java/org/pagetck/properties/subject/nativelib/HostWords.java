package org.pagetck.properties.subject.nativelib;

/// What changes in a host with each call: the frames that may be taken, and the log of events.
/// Whoever shares these words with the suite may have written anything there.
public interface HostWords {
  /// Returns how many frames may be taken.
  long framesLeft();

  /// Sets how many frames may be taken.
  void setFramesLeft(long count);

  /// Sets the frame at `index`, of which there are as many as the window of a stock has; the one at
  /// `framesLeft() - 1` is the next.
  void setFrame(int index, long frame);

  /// Returns how many events the last call logged, or tried to.
  long eventCount();

  /// Sets how many events there are.
  void setEventCount(long count);

  /// Returns the kind of event `index`.
  long eventKind(int index);

  /// Returns the first word of event `index`.
  long eventA(int index);

  /// Returns the second word of event `index`.
  long eventB(int index);
}
