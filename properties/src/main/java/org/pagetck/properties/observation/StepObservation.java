package org.pagetck.properties.observation;

import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.Step;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.memory.TableBytes;

/// What one operation did beside what it owed: all that judges may look at. One object serves all
/// steps of a session.
public final class StepObservation {
  private final Effects effects;
  private final TableBytes bytes;
  private final TableMap tables;
  private final EventLog log;
  private final Changes changes = new Changes();
  private final LongBag taken = new LongBag();
  private final LongBag givenBack = new LongBag();
  private final Stores stores = new Stores();
  private final NewTables newTables = new NewTables();
  private AddressSpace before;
  private Operation operation;
  private Step step;
  private Outcome given;
  private int storeCount;
  private long unzeroedTable = -1;
  private long unzeroedEntry = -1;
  private long unzeroedWord;
  private long behindLog = -1;
  private boolean budgeted;

  /// Creates it for one session.
  public StepObservation(
      Effects effects, TableBytes bytes, TableMap tables, EventLog log, AddressSpace space) {
    this.effects = effects;
    this.bytes = bytes;
    this.tables = tables;
    this.log = log;
    this.before = space;
    this.operation = new Operation.Translate(0);
    this.step = space.apply(operation, 0);
    this.given = Outcome.UNSUPPORTED;
  }

  /// Starts the observation of `operation`, which owes `step` on `before`.
  public void begin(AddressSpace before, Operation operation, Step step, boolean budgeted) {
    this.before = before;
    this.operation = operation;
    this.step = step;
    this.budgeted = budgeted;
    changes.clear();
    taken.clear();
    givenBack.clear();
    stores.clear();
    newTables.clear();
    storeCount = 0;
    unzeroedTable = -1;
    behindLog = -1;
  }

  void setGiven(Outcome outcome) {
    given = outcome;
  }

  void addStore() {
    storeCount++;
  }

  void setUnzeroedTable(long frame, long entry, long word) {
    unzeroedTable = frame;
    unzeroedEntry = entry;
    unzeroedWord = word;
  }

  void setBehindLog(long address) {
    behindLog = address;
  }

  /// Returns how effects are seen.
  public Effects effects() {
    return effects;
  }

  /// Returns the bytes; while judges look, the shadow is what the bytes were before the step where
  /// nothing changed, and [#changes] gives the old words of the rest.
  public TableBytes bytes() {
    return bytes;
  }

  /// Returns which frames were tables, and owned, before the step.
  public TableMap tables() {
    return tables;
  }

  /// Tells whether `address` lies where the declared recursive entry shows tables.
  public boolean isTableSpace(long address) {
    var slot = before.rules().contract().recursiveSlot();
    return slot.isPresent() && slot.getAsInt() == Levels.index(address, before.rules().levels());
  }

  /// Tells whether the word at `at` is the declared entry of the top table that leads back to it.
  public boolean isRecursiveEntry(long at) {
    var slot = before.rules().contract().recursiveSlot();
    return slot.isPresent()
        && at == tables.usedFrame(0) + (long) slot.getAsInt() * Levels.ENTRY_BYTES;
  }

  /// Returns the events of the step, in order.
  public EventLog log() {
    return log;
  }

  /// Returns the words that changed in frames that were not taken by this step.
  public Changes changes() {
    return changes;
  }

  /// Returns the frames that were taken, in order.
  public LongBag taken() {
    return taken;
  }

  /// Returns the frames that were given back, in order.
  public LongBag givenBack() {
    return givenBack;
  }

  /// Returns the stores in order, where stores are recorded.
  public Stores stores() {
    return stores;
  }

  /// Returns the tables that the step made, where stores are recorded.
  public NewTables newTables() {
    return newTables;
  }

  /// Returns the space before the step.
  public AddressSpace before() {
    return before;
  }

  /// Returns the operation.
  public Operation operation() {
    return operation;
  }

  /// Returns what was owed.
  public Step step() {
    return step;
  }

  /// Returns what was answered.
  public Outcome given() {
    return given;
  }

  /// Returns how many stores were seen: recorded ones, or words that differ.
  public int storeCount() {
    return storeCount;
  }

  /// Returns the frame of a table that was linked while an entry of it was neither 0 nor stored by
  /// this step, or -1.
  public long unzeroedTable() {
    return unzeroedTable;
  }

  /// Returns the address of the entry of [#unzeroedTable] that was neither 0 nor stored.
  public long unzeroedEntry() {
    return unzeroedEntry;
  }

  /// Returns what stood in [#unzeroedEntry] when its table was linked.
  public long unzeroedWord() {
    return unzeroedWord;
  }

  /// Returns the address of a word that is not what the log says, or -1.
  public long behindLog() {
    return behindLog;
  }

  /// Tells whether a limit on frames was in force.
  public boolean isBudgeted() {
    return budgeted;
  }

  /// Tells whether the call failed in a way that no contract allows: panic, wild address, crash,
  /// hang.
  public boolean hasFailed() {
    return given instanceof Outcome.Failed;
  }

  /// Returns the space that memory has to show: that before the call where it failed, else the next
  /// one.
  public AddressSpace owedSpace() {
    return hasFailed() ? before : step.next();
  }
}
