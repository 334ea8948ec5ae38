package org.pagetck.model.paging;

/// A real MMU, or the door to it, broke. Nothing is known of the tables that it was asked about.
public final class MmuFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates it with a sentence that names the call and what it answered.
  public MmuFailedException(String message) {
    super(message);
  }
}
