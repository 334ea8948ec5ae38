package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.generate.TraceGenerator;
import org.pagetck.properties.session.Session;

/// The lines of a trace that is being drawn, without steps of classes that are to be avoided. Where
/// only answers are seen the model alone tells which those are, so that all lines are known before
/// the first is executed, and the subject is told.
final class Upcoming {
  private final TraceGenerator generator;
  private final Session session;
  private final BitSet avoided;
  private final boolean isForeseen;
  private final List<TraceLine> foreseen = new ArrayList<>();
  private int drawn;
  private int next;

  Upcoming(TraceGenerator generator, Session session, BitSet avoided) {
    this.generator = generator;
    this.session = session;
    this.avoided = avoided;
    this.isForeseen = session.space().rules().contract().effects() == Effects.NONE;
    if (isForeseen) {
      foresee(session.space());
      session.expect(foreseen);
    }
  }

  /// Returns the next line, or null at the end.
  @Nullable TraceLine next() {
    if (isForeseen) {
      return next < foreseen.size() ? foreseen.get(next++) : null;
    }
    while (drawn++ < generator.length()) {
      var line = generator.next();
      if (!isAvoided(line)) {
        return line;
      }
    }
    return null;
  }

  private boolean isAvoided(TraceLine line) {
    return !avoided.isEmpty()
        && !session.isWalkOnly()
        && line instanceof TraceLine.Call(Operation operation)
        && avoided.get(StepClass.of(operation, session.peek(operation)));
  }

  private void foresee(AddressSpace first) {
    var space = first;
    var all = session.framesLeft();
    var frames = all;
    for (; drawn < generator.length(); drawn++) {
      var line = generator.next();
      if (line instanceof TraceLine.Budget budget) {
        frames = budget.isAll() ? all : budget.frames();
      }
      if (!avoided.isEmpty() && line instanceof TraceLine.Call(Operation operation)) {
        var step = space.apply(operation, frames);
        if (avoided.get(StepClass.of(operation, step))) {
          continue;
        }
        space = step.next();
        frames -= step.framesTaken();
      }
      foreseen.add(line);
    }
  }
}
