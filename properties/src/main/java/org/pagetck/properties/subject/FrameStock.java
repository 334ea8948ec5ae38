package org.pagetck.properties.subject;

/// The frames that a subject may take, in order, and where it gives them back. The session owns it.
///
/// The next [#WINDOW] frames are always filled with their old bytes already.
public interface FrameStock {
  /// How many frames ahead of the next one are ready to be taken within one call.
  int WINDOW = 64;

  /// Returns how many frames may be taken now, at most [#WINDOW] of them at once.
  int available();

  /// Returns the frame that would be taken after `index` others, `index` from 0 to `available() -
  /// 1`.
  long peek(int index);

  /// Takes the next frame.
  ///
  /// @throws IllegalStateException if none is available
  long take();

  /// Accepts `frame` back. Any value may come, also one that was never taken: judging it is not the
  /// stock's business.
  void giveBack(long frame);
}
