package org.pagetck.properties.exhaust;

import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.session.Session;
import org.pagetck.properties.session.Workplace;
import org.pagetck.properties.subject.Subject;

/// Enters states by running the moves that lead there, since the subject cannot be restored. As
/// nothing is known of what it keeps to itself, no two sequences of moves lead to the same state.
final class Replaying implements Standpoint {
  private final Contract contract;
  private final Universe universe;
  private final StateStore store;
  private final Verdicts verdicts;
  private final Workplace place;
  private final ByteBag key = new ByteBag();
  private final ByteBag places = new ByteBag();
  private Session session;
  private int here;

  Replaying(
      Subject subject, Contract contract, Universe universe, StateStore store, Verdicts verdicts) {
    this.contract = contract;
    this.universe = universe;
    this.store = store;
    this.verdicts = verdicts;
    this.place = new Workplace(subject, MmuPanel.none());
    this.session = open();
  }

  private Session open() {
    return place.open(universe.setup(), contract, verdicts, Restoring.attention(contract));
  }

  @Override
  public void enter(int state) {
    here = state;
    back();
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void back() {
    session.end();
    session = open();
    var moves = store.path(here).stream().map(universe.moves()::get).toList();
    for (var line : Move.lines(moves)) {
      var result = session.execute(line);
      if (result != Session.Result.HELD) {
        throw new UnsteadyException(
            "the same calls do not do the same each time: %s".formatted(result));
      }
    }
    session.execute(TraceLine.Budget.ALL);
  }

  @Override
  public boolean leads(int move) {
    key.clear();
    for (var passed : store.path(here)) {
      key.addShort(passed);
    }
    key.addShort(move);
    return true;
  }

  @Override
  public ByteBag key() {
    return key;
  }

  @Override
  public ByteBag places() {
    return places;
  }

  @Override
  public boolean audit() {
    return contract.effects() != Effects.NONE && session.firstUnseenChange() >= 0;
  }

  /// Each state is what its trace leads to.
  @Override
  public boolean isTrue(int state) {
    return true;
  }

  @Override
  public void close() {
    session.end();
    place.close();
  }
}
