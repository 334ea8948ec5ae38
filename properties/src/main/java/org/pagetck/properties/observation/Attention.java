package org.pagetck.properties.observation;

/// What of the memory is compared after each step.
public enum Attention {
  /// The tables on the path of the operation, or what was recorded.
  PATH,
  /// All frames that were of any use in the session.
  USED,
  /// These, and the frames in which the last look at the whole memory found a change.
  ALL
}
