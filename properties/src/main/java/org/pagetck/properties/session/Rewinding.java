package org.pagetck.properties.session;

import org.pagetck.model.address.Levels;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.StepObservation;
import org.pagetck.properties.observation.TableMap;

/// Sets memory, tables and frames to a [Checkpoint].
final class Rewinding {
  private final TableBytes bytes;
  private final TableMap tables;
  private final Stock stock;
  private final int rootLevel;

  Rewinding(TableBytes bytes, TableMap tables, Stock stock, int rootLevel) {
    this.bytes = bytes;
    this.tables = tables;
    this.stock = stock;
    this.rootLevel = rootLevel;
  }

  /// Makes the state `to`. Where the call in `seen` was the only one since it was made last, it is
  /// enough to undo that.
  void rewind(Checkpoint to, boolean isUndo, StepObservation seen) {
    if (isUndo) {
      undo(to, seen);
    } else {
      set(to);
    }
  }

  /// Sets all that was in use since the session began.
  private void set(Checkpoint to) {
    for (var i = 0; i < tables.usedCount(); i++) {
      leave(tables.usedFrame(i));
    }
    bytes.zeroAsHost(bytes.start());
    for (var i = 0; i < to.tableCount(); i++) {
      bytes.zeroAsHost(to.frame(i));
      stock.forget(to.frame(i));
    }
    for (var i = 0; i < to.entryCount(); i++) {
      bytes.storeAsHost(to.address(i), to.word(i));
    }
    setBooks(to);
  }

  /// Takes back what the call in `seen` did to the state `to`, in which it began.
  private void undo(Checkpoint to, StepObservation seen) {
    var changes = seen.changes();
    for (var i = 0; i < changes.count(); i++) {
      bytes.storeAsHost(changes.address(i), changes.before(i));
    }
    for (var i = 0; i < seen.taken().count(); i++) {
      var frame = seen.taken().get(i);
      if (to.hasTable(frame)) {
        refill(to, frame);
      } else {
        leave(frame);
      }
    }
    setBooks(to);
  }

  /// A table that was given back and taken again by the same call.
  private void refill(Checkpoint to, long frame) {
    bytes.zeroAsHost(frame);
    stock.forget(frame);
    for (var i = 0; i < to.entryCount(); i++) {
      if ((to.address(i) & -Levels.TABLE_BYTES) == frame) {
        bytes.storeAsHost(to.address(i), to.word(i));
      }
    }
  }

  /// Makes a frame of the stock, or of the host, one that nobody uses.
  private void leave(long frame) {
    var number = bytes.frameIndex(frame);
    if (number >= bytes.frameCount() - SpaceRules.HOST_FRAME_COUNT) {
      bytes.zeroAsHost(frame);
    } else if (number >= 0) {
      bytes.acceptFrame(bytes.frameAddress(number));
      stock.forget(frame);
    }
  }

  private void setBooks(Checkpoint to) {
    tables.reset(bytes.start(), rootLevel);
    for (var i = 0; i < to.tableCount(); i++) {
      tables.addTable(to.frame(i), to.level(i), to.base(i));
      tables.setOwned(to.frame(i), true);
    }
    stock.restore(to.stock());
  }
}
