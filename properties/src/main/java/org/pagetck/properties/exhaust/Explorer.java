package org.pagetck.properties.exhaust;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceLine.Budget;
import org.pagetck.properties.engine.Signature;
import org.pagetck.properties.engine.StepClass;
import org.pagetck.properties.session.Session;

/// Makes all moves from states whose turn it is. For one thread.
final class Explorer implements AutoCloseable {
  /// One state in so many is compared with what its trace leads to.
  private static final int CHECK_SHARE = 256;

  private final Universe universe;
  private final StateStore store;
  private final Standpoint standpoint;

  Explorer(Universe universe, StateStore store, Standpoint standpoint) {
    this.universe = universe;
    this.store = store;
    this.standpoint = standpoint;
  }

  Standpoint standpoint() {
    return standpoint;
  }

  /// Makes all moves from the states `first` to `last`, the latter not included. Calls of the
  /// classes `avoided` are not made.
  Expansion expand(int first, int last, BitSet avoided, BooleanSupplier isOver) {
    var expansion = new Expansion();
    expansion.totals().deadly().or(avoided);
    for (var state = first; state < last; state++) {
      if (isOver.getAsBoolean()) {
        return expansion;
      }
      check(state, expansion);
      standpoint.enter(state);
      for (var move = 0; move < universe.moveCount(); move++) {
        move(state, move, expansion);
      }
    }
    if (standpoint.audit()) {
      searchUnseen(first, last, expansion);
    }
    expansion.setComplete();
    return expansion;
  }

  /// Memory was changed in a way that no move showed: makes the moves from these states once more,
  /// to find the first state from which one does so, and then the move that was held to be right.
  /// Comparing the whole memory takes longer than many moves do, so it is not done after each.
  private void searchUnseen(int first, int last, Expansion expansion) {
    for (var state = first; state < last; state++) {
      standpoint.enter(state);
      for (var move : universe.moves()) {
        execute(move);
        standpoint.back();
      }
      if (standpoint.audit() && searchUnseen(state, expansion)) {
        return;
      }
    }
  }

  private boolean searchUnseen(int state, Expansion expansion) {
    standpoint.enter(state);
    for (var number = 0; number < universe.moveCount(); number++) {
      var isHeld = execute(universe.moves().get(number)) == Session.Result.HELD;
      standpoint.back();
      if (standpoint.audit() && isHeld) {
        expansion.totals().addUnseen(state, number);
        return true;
      }
    }
    return false;
  }

  private void check(int state, Expansion expansion) {
    if (state % CHECK_SHARE == CHECK_SHARE - 1) {
      expansion.totals().addChecked();
      if (!standpoint.isTrue(state)) {
        expansion
            .totals()
            .addError(
                "bytes and frames are not all the state there is (declared is restorable = yes): opened"
                    + " over the bytes of state %d the mapper does not go on as its trace does"
                        .formatted(state));
      }
    }
  }

  private void move(int state, int number, Expansion expansion) {
    var move = universe.moves().get(number);
    if (isDeadly(move, expansion.totals().deadly())) {
      expansion.totals().addSkipped();
      return;
    }
    var session = standpoint.session();
    switch (execute(move)) {
      case HELD -> held(state, number, expansion);
      case VIOLATED -> {
        expansion.totals().addTransition();
        expansion.totals().addViolation(Signature.ofViolation(session), state, number);
        standpoint.back();
      }
      case DROPPED -> standpoint.back();
      case ERRORED -> {
        expansion.totals().addError("a call logged more events than a call may");
        standpoint.back();
      }
    }
  }

  private Session.Result execute(Move move) {
    if (!move.budget().isAll()) {
      standpoint.session().execute(move.budget());
    }
    return standpoint.session().execute(move.line());
  }

  private boolean isDeadly(Move move, BitSet deadly) {
    return !deadly.isEmpty()
        && move.line() instanceof TraceLine.Call(Operation operation)
        && deadly.get(StepClass.of(operation, standpoint.session().peek(operation)));
  }

  private void held(int state, int number, Expansion expansion) {
    var session = standpoint.session();
    expansion.totals().addTransition();
    if (!session.verdicts().misses().isEmpty()) {
      expansion.totals().addMiss(Signature.ofMiss(session), state, number);
    }
    if (standpoint.leads(number)) {
      expansion.candidates().add(state, number, standpoint.key(), standpoint.places(), store);
      standpoint.back();
    } else {
      session.execute(Budget.ALL);
    }
  }

  @Override
  public void close() {
    standpoint.close();
  }
}
