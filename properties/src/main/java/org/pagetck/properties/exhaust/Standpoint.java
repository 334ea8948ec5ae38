package org.pagetck.properties.exhaust;

import org.pagetck.properties.session.Session;

/// Stands in one state after the other, so that moves can be made from it. For one thread.
interface Standpoint extends AutoCloseable {
  /// Goes to `state`, whose turn it is.
  void enter(int state);

  /// Returns the session that is in the state.
  Session session();

  /// Goes back to the state after a move.
  void back();

  /// Tells whether `move`, which was just made, may have led to another state, and writes down
  /// which if so.
  boolean leads(int move);

  /// Returns the key of the state that the last move led to.
  ByteBag key();

  /// Returns the places of the state that the last move led to.
  ByteBag places();

  /// Tells whether memory was changed since the state was entered in a way that no move showed.
  boolean audit();

  /// Tells whether the state is the one that its trace leads to, run from its beginning.
  boolean isTrue(int state);

  @Override
  void close();
}
