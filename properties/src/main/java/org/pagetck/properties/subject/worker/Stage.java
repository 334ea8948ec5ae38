package org.pagetck.properties.subject.worker;

/// How far a worker has come, and what it was about when it died.
enum Stage {
  /// Nothing of the subject has run yet.
  STARTING("before the subject was loaded"),
  /// The subject is being loaded.
  LOADING("while it was loaded"),
  /// The subject is asked for its declaration.
  DESCRIBING("while it was asked for its declaration"),
  /// Requests are answered.
  READY("while it waited"),
  /// The subject cannot be used; the text says why.
  FAILED("after it had failed");

  private final String when;

  Stage(String when) {
    this.when = when;
  }

  /// Returns the stage of that number; a number that a subject has scribbled over counts as failed.
  static Stage at(int ordinal) {
    return ordinal >= 0 && ordinal < values().length ? values()[ordinal] : FAILED;
  }

  /// Returns when that is, as the end of a sentence.
  String when() {
    return when;
  }
}
