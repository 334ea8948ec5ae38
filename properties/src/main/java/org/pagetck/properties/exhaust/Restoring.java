package org.pagetck.properties.exhaust;

import org.jspecify.annotations.Nullable;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.observation.Attention;
import org.pagetck.properties.session.Checkpoint;
import org.pagetck.properties.session.Session;
import org.pagetck.properties.session.Workplace;
import org.pagetck.properties.subject.Subject;

/// Enters states by writing the bytes of their tables and opening the mapper anew over them. States
/// with the same key are one.
final class Restoring implements Standpoint {
  private final Subject subject;
  private final Contract contract;
  private final Universe universe;
  private final StateStore store;
  private final StateCodec codec;
  private final Workplace place;
  private final Session session;
  private Checkpoint here;
  private @Nullable Workplace other;

  Restoring(
      Subject subject,
      Contract contract,
      Universe universe,
      StateStore store,
      SlotCodes codes,
      Verdicts verdicts) {
    this.subject = subject;
    this.contract = contract;
    this.universe = universe;
    this.store = store;
    this.codec = new StateCodec(codes, universe.accessed());
    this.place = new Workplace(subject, MmuPanel.none());
    this.session = place.open(universe.setup(), contract, verdicts, attention(contract));
    this.here = new Checkpoint(session.space());
    codec.write(session);
  }

  /// Where stores are recorded they show what a call did; else all tables are compared.
  static Attention attention(Contract contract) {
    return contract.effects() == Effects.STORES ? Attention.PATH : Attention.USED;
  }

  @Override
  public void enter(int state) {
    here = codec.read(rules(), store.text(state));
    session.goTo(here);
  }

  private SpaceRules rules() {
    return session.space().rules();
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void back() {
    session.goBack(here);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // sharing is what is asked about
  public boolean leads(int move) {
    AddressSpace before = here.space();
    var moved = session.space() != before;
    if (!moved && universe.moves().get(move).line() instanceof TraceLine.Call) {
      var seen = session.seen();
      moved = seen.changes().count() + seen.taken().count() + seen.givenBack().count() > 0;
    }
    if (moved) {
      codec.write(session);
    }
    return moved;
  }

  @Override
  public ByteBag key() {
    return codec.key();
  }

  @Override
  public ByteBag places() {
    return codec.places();
  }

  @Override
  public boolean audit() {
    return session.audit();
  }

  @Override
  public boolean isTrue(int state) {
    var moves = store.path(state).stream().map(universe.moves()::get).toList();
    var again = other().open(universe.setup(), contract, new Verdicts(), attention(contract));
    try {
      for (var line : Move.lines(moves)) {
        if (again.execute(line) != Session.Result.HELD) {
          return false;
        }
      }
      codec.write(again);
      return store.isWritten(state, codec);
    } finally {
      again.end();
    }
  }

  /// Returns the place of the traces that are run from their beginning.
  private Workplace other() {
    var there = other == null ? new Workplace(subject, MmuPanel.none()) : other;
    other = there;
    return there;
  }

  @Override
  public void close() {
    session.end();
    place.close();
    if (other != null) {
      other.close();
    }
  }
}
