package org.pagetck.properties.engine;

import java.util.List;
import org.pagetck.model.trace.Trace;
import org.pagetck.properties.judge.Verdicts.Accusation;
import org.pagetck.properties.session.Session;

/// Names the kind of a failure, the same for equal defects: what failures are grouped by before
/// they are shrunk.
///
/// @param text the name
/// @param stepClass the class of the step that failed
/// @param isCostly whether the subject died or hung, so that it had to be started anew
public record Signature(String text, int stepClass, boolean isCostly) {
  /// Returns the name of what the last line of `session` violated.
  public static Signature ofViolation(Session session) {
    return of(session, session.verdicts().all(), false);
  }

  /// Returns the name of the shoulds that the last line of `session` missed.
  public static Signature ofMiss(Session session) {
    return of(session, session.verdicts().misses(), true);
  }

  private static Signature of(Session session, List<Accusation> accusations, boolean isMiss) {
    var nothing = new Trace(session.setup(), List.of());
    var failure = Failure.of(session, nothing, accusations, isMiss);
    return new Signature(failure.signature(), failure.stepClass(), failure.isCostly());
  }
}
