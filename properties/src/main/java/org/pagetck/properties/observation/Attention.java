package org.pagetck.properties.observation;

/// How much of the memory is compared after each step.
public enum Attention {
  /// The tables on the path of the operation, or what was recorded.
  PATH,
  /// All frames that were of any use in the session.
  USED,
  /// The whole memory.
  ALL
}
