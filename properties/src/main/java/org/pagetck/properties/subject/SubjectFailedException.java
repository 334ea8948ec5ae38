package org.pagetck.properties.subject;

/// The subject or its adapter failed in a way that says nothing about the mapper: it does not load,
/// lacks a symbol, cannot be opened. The message is one sentence.
public final class SubjectFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates it with a sentence.
  public SubjectFailedException(String sentence) {
    super(sentence);
  }

  /// Creates it with a sentence and what led to it.
  public SubjectFailedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
