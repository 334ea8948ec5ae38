package org.pagetck.impl.core;

import java.util.List;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;

/// What a core answered to the last operation, in fields, so that an answer costs no allocation.
/// Enums are kept by their ordinals: a stored reference costs a barrier of the garbage collector.
public class CoreAnswer {
  private static final List<Owed> OWED = List.of(Owed.values());

  private final Walk walk;
  private int reason = Refusal.REFUSED.ordinal();
  private int owed;
  private long frame;
  private long flags;
  private long offset;
  private int tableCount;

  CoreAnswer(Walk walk) {
    this.walk = walk;
  }

  /// Begins an operation: nothing walked, nothing to flush. Returns true.
  protected final boolean begin() {
    walk.forget();
    owed = Owed.NOTHING.ordinal();
    return true;
  }

  /// Notes `reason` and returns false.
  protected boolean refuse(Refusal reason) {
    this.reason = reason.ordinal();
    return false;
  }

  /// Notes what is to be flushed and returns true.
  protected final boolean done(Owed owed) {
    this.owed = owed.ordinal();
    return true;
  }

  /// Notes frame and flags of the leaf or RESERVED entry that the walk ended at, and returns true.
  protected final boolean readLeaf() {
    return found(
        EntryWord.leafAddress(walk.level(), walk.word()),
        EntryWord.leafFlags(walk.level(), walk.word()));
  }

  /// Notes `frame` and `flags` as found and returns true.
  protected final boolean found(long frame, long flags) {
    this.frame = frame;
    this.flags = flags;
    return true;
  }

  /// Notes that the address lies `offset` bytes into its page, and returns true.
  protected final boolean at(long offset) {
    this.offset = offset;
    return true;
  }

  /// Notes that `tableCount` tables were given back, and returns true.
  final boolean gaveBack(int tableCount) {
    this.tableCount = tableCount;
    return true;
  }

  /// Returns why the last operation was refused.
  public final Refusal reason() {
    return Refusal.all().get(reason);
  }

  final Owed owed() {
    return OWED.get(owed);
  }

  /// Returns the flush that the caller owes for the last operation.
  public final Flush flush() {
    return OWED.get(owed).flush();
  }

  /// Returns the frame of the leaf that was found.
  public final long frame() {
    return frame;
  }

  /// Returns the flags of the leaf that was found.
  public final long flags() {
    return flags;
  }

  /// Returns how far the address that was translated lies inside its page.
  public final long offset() {
    return offset;
  }

  /// Returns how many tables the last clean-up gave back.
  public final int tableCount() {
    return tableCount;
  }

  /// Returns the level of the slot that decided, 0 where the arguments did.
  public final int decidingLevel() {
    return walk.level();
  }

  /// Returns what stood in the slot that decided, before the operation; 0 where the arguments
  /// decided.
  public long decidingWord() {
    return walk.level() == 0 ? 0 : walk.word();
  }
}
