package org.pagetck.properties.exhaust;

/// A subject that did not do the same when the same calls were made again, so that nothing is known
/// of its states. The message is one sentence.
public final class UnsteadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsteadyException(String sentence) {
    super(sentence);
  }
}
