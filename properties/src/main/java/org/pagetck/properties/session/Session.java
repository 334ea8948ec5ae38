package org.pagetck.properties.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.GiveBack;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.space.Step;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.judge.AccessJudge;
import org.pagetck.properties.judge.AccountsJudge;
import org.pagetck.properties.judge.HardwareJudge;
import org.pagetck.properties.judge.Judge;
import org.pagetck.properties.judge.MemoryJudge;
import org.pagetck.properties.judge.StructureJudge;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.memory.LateMark;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.Attention;
import org.pagetck.properties.observation.LongBag;
import org.pagetck.properties.observation.Observer;
import org.pagetck.properties.observation.StepObservation;
import org.pagetck.properties.observation.TableMap;
import org.pagetck.properties.subject.Instance;

/// One trace on one subject: the model beside it, the host's events, the judges after each call.
///
/// It ends at the first violation: after one, no further line may be executed.
public final class Session {
  private final Instance instance;
  private final Setup setup;
  private final Contract contract;
  private final TableBytes bytes;
  private final TableMap tables;
  private final Stock stock;
  private final EventLog log = new EventLog();
  private final LateMark lateMark = new LateMark();
  private final StepObservation seen;
  private final Observer observer;
  private final Verdicts verdicts;
  private final List<Judge> judges;
  private final MemoryJudge memoryJudge;
  private final AccessJudge accessJudge;
  private final HardwareJudge hardware;
  private final ArbitraryBytes arbitrary;

  /// What every call owes where the model is not followed: what a lookup in empty tables does.
  private final @Nullable Step unfollowed;

  private final HostEntries hostEntries;
  private final Instance.Opening opening;
  private final Rewinding rewinding;
  private final Shadow shadow;
  private AddressSpace space;
  private boolean walkOnly;
  private boolean ended;
  private boolean lastWasCall;

  /// What became of one line.
  public enum Result {
    /// It was executed; nothing was violated.
    HELD,
    /// The subject cannot express it, its answer could not be judged, or it names the tables
    /// themselves: dropped.
    DROPPED,
    /// A judge accuses.
    VIOLATED,
    /// The subject logged more than a call may: nothing is known.
    ERRORED
  }

  Session(
      Workplace place,
      Setup setup,
      Contract contract,
      Verdicts verdicts,
      Attention attention,
      boolean isJudged) {
    this.instance = place.instance();
    this.setup = setup;
    this.contract = contract;
    this.verdicts = verdicts;
    this.bytes = place.prepare(setup);
    this.tables = place.tables();
    this.stock = place.stock();
    var rules = SpaceRules.of(contract, setup);
    this.space = AddressSpace.empty(rules);
    this.unfollowed = isJudged ? null : space.apply(new Operation.Translate(0), 0);
    tables.reset(bytes.start(), setup.levels());
    this.seen = new StepObservation(contract.effects(), bytes, tables, log, space);
    this.observer = new Observer(seen, attention);
    this.memoryJudge = new MemoryJudge(contract);
    var root = bytes.start();
    this.accessJudge = new AccessJudge(rules, contract, bytes, root, place.bench());
    this.hardware = new HardwareJudge(rules, contract, bytes, root, place.bench());
    this.judges = JudgeList.of(seen, rules, place.bench(), memoryJudge, accessJudge, hardware);
    this.arbitrary = new ArbitraryBytes(rules, bytes, bytes.start());
    this.hostEntries = new HostEntries(rules);
    this.opening =
        new Instance.Opening(
            bytes.start(),
            setup.levels(),
            bytes.start(),
            stock,
            log,
            contract.effects() != Effects.NONE,
            lateMark);
    this.rewinding = new Rewinding(bytes, tables, stock, setup.levels());
    this.shadow = new Shadow(bytes, tables);
    this.space = hostEntries.make(space, bytes, tables);
    instance.open(opening);
    hostEntries.accept(bytes);
  }

  static Session listening(Workplace place, Setup setup, Contract contract, Attention attention) {
    return new Session(place, setup, contract, new Verdicts(), attention, false);
  }

  /// Returns what it started from.
  public Setup setup() {
    return setup;
  }

  /// Returns the space as it is owed now.
  public AddressSpace space() {
    return space;
  }

  /// Returns what the last call did.
  public StepObservation seen() {
    return seen;
  }

  /// Returns what makes a processor come between what the mapper reads and what it stores.
  public LateMark lateMark() {
    return lateMark;
  }

  /// Returns the accusations of the last line.
  public Verdicts verdicts() {
    return verdicts;
  }

  /// Returns how many frames can be had now.
  public int framesLeft() {
    return stock.left();
  }

  /// Tells whether only the hardware walk judges from here on.
  public boolean isWalkOnly() {
    return walkOnly;
  }

  /// Tells whether no further line may be executed.
  public boolean hasEnded() {
    return ended;
  }

  /// Returns what `operation` would owe now.
  public Step peek(Operation operation) {
    return space.apply(operation, stock.left());
  }

  /// Says which lines are going to be executed, in order, for subjects that can be asked ahead.
  public void expect(List<TraceLine> lines) {
    instance.expect(lines);
  }

  /// Executes `line`.
  public Result execute(TraceLine line) {
    if (ended) {
      throw new IllegalStateException("the session has ended");
    }
    verdicts.clearAccusations();
    hardware.nextStep();
    lastWasCall = line instanceof TraceLine.Call;
    return switch (line) {
      case TraceLine.Call(Operation operation) ->
          hostEntries.covers(operation) ? Result.DROPPED : call(operation);
      case TraceLine.HostEvent event -> {
        if (!hostEntries.forbids(event)) {
          host(event);
        }
        yield Result.HELD;
      }
    };
  }

  private void host(TraceLine.HostEvent event) {
    switch (event) {
      case TraceLine.Budget budget -> {
        var isInForce = instance.limitFrames(budget);
        stock.setBudget((isInForce ? budget : TraceLine.Budget.ALL).frames());
      }
      case TraceLine.FlushPolicy policy -> {
        var isDelayed = policy == TraceLine.FlushPolicy.DELAYED;
        hardware.setDelayed(isDelayed);
        stock.setQuarantine(isDelayed && contract.giveBack() == GiveBack.AFTER_FLUSH);
      }
      case TraceLine.Plant plant -> {
        if (canTouch()) {
          space = HostActions.plant(space, bytes, tables, plant);
          hardware.noteHostChange(plant.level(), plant.address());
        }
      }
      case TraceLine.Access access -> {
        if (canTouch()) {
          if (accessJudge.note(space, access)) {
            hardware.noteAccess(access.address());
          }
          space = HostActions.access(space, bytes, access);
        }
      }
      case TraceLine.Poke(long address, long word) -> {
        if (contract.effects() != Effects.NONE && bytes.isWord(address)) {
          walkOnly = true;
          HostActions.poke(bytes, tables, address, word);
        }
      }
    }
  }

  private boolean canTouch() {
    return !walkOnly && contract.effects() != Effects.NONE;
  }

  private Result call(Operation operation) {
    if (contract.effects() == Effects.NONE && !space.isKnown(operation)) {
      return Result.DROPPED;
    }
    stock.beginCall();
    var budgeted = stock.isBudgeted();
    var framesLeft = stock.left();
    var step = unfollowed == null ? space.apply(operation, framesLeft) : unfollowed;
    log.clear();
    if (walkOnly) {
      arbitrary.begin(operation);
    }
    var given = instance.call(operation);
    if (given instanceof Outcome.Unsupported) {
      return Result.DROPPED;
    }
    var owed = FramesAhead.owed(space, operation, step, framesLeft, given);
    seen.begin(space, operation, owed, budgeted);
    observer.complete(given, walkOnly);
    if (log.hasOverflowed()) {
      ended = true;
      return Result.ERRORED;
    }
    if (unfollowed != null) {
      shadow.accept(seen);
      return Result.HELD;
    }
    if (walkOnly) {
      arbitrary.judge(seen, verdicts);
    } else {
      for (var i = 0; i < judges.size(); i++) {
        judges.get(i).judge(seen, verdicts);
      }
    }
    ended = verdicts.hasViolations();
    if (!ended) {
      adopt();
      shadow.accept(seen);
    }
    return ended ? Result.VIOLATED : Result.HELD;
  }

  private void adopt() {
    if (contract.effects() == Effects.NONE) {
      space = seen.owedSpace();
      if (!instance.showsFrames()) {
        stock.book(seen.step().framesTaken());
      }
      return;
    }
    if (!walkOnly) {
      space = memoryJudge.adopt(seen);
      StructureJudge.adopt(seen);
    }
    AccountsJudge.adopt(seen);
  }

  /// Returns the address of a word in a frame that was in use and differs from what the steps
  /// showed, or -1.
  public long firstUnseenChange() {
    return contract.effects() == Effects.NONE ? -1 : shadow.firstUnseenChange();
  }

  /// Appends what is in stock to `words`, as a [Checkpoint] has it.
  public void copyStock(LongBag words) {
    stock.copyInto(words);
  }

  /// Makes the state `to`, whatever the session did before, and opens the mapper anew over it.
  public void goTo(Checkpoint to) {
    rewind(to, false);
  }

  /// Takes the last line back, which was executed in the state `to`, and opens the mapper anew.
  public void goBack(Checkpoint to) {
    rewind(to, lastWasCall && !walkOnly);
  }

  private void rewind(Checkpoint to, boolean isUndo) {
    if (contract.teardown()) {
      instance.endTrace();
    }
    rewinding.rewind(to, isUndo, seen);
    hostEntries.restore(bytes);
    accessJudge.remember(to.accessed());
    hardware.forget();
    space = to.space();
    walkOnly = false;
    ended = false;
    reopen();
  }

  /// Opens the mapper anew over what memory holds.
  public void reopen() {
    instance.reopen(opening);
  }

  /// Tells whether memory was changed since [#goTo] in a way that no step showed, and undoes it.
  /// The session must be where it went to.
  public boolean audit() {
    return shadow.audit();
  }

  /// Ends the trace; returns how the subject failed then, if it did.
  public Optional<Outcome.Failed> end() {
    ended = true;
    return instance.endTrace();
  }
}
