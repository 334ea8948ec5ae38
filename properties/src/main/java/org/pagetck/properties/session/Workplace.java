package org.pagetck.properties.session;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.Setup;
import org.pagetck.properties.judge.MmuBench;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.Attention;
import org.pagetck.properties.observation.TableMap;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.Subject;

/// Where sessions take place one after the other: a running copy of the subject and the memory,
/// which is cleaned between them at the cost of what was touched.
public final class Workplace implements AutoCloseable {
  private static final int DIRT_KINDS = 8;

  private final Instance instance;
  private final MmuPanel panel;
  private @Nullable Site site;

  /// The memory of one size at one place, and what is known of it.
  private record Site(TableBytes bytes, TableMap tables, Stock stock, MmuBench bench) {}

  private record DirtKey(FrameContents contents, int number, long start, long sizeBytes) {}

  private final Map<DirtKey, Dirt> dirt = new HashMap<>();

  /// Starts a copy of `subject`; real MMUs are asked through `panel`.
  public Workplace(Subject subject, MmuPanel panel) {
    this.instance = subject.start();
    this.panel = panel;
  }

  /// Opens a session; `attention` says what each step compares.
  public Session open(Setup setup, Contract contract, Verdicts verdicts, Attention attention) {
    return new Session(this, setup, contract, verdicts, attention, true);
  }

  /// Opens a session in which nobody judges: it goes on whatever the subject does, and the model is
  /// not followed. `contract` says whether bytes are looked at, `attention` at which.
  public Session listen(Setup setup, Contract contract, Attention attention) {
    return Session.listening(this, setup, contract, attention);
  }

  Instance instance() {
    return instance;
  }

  private Site site() {
    var current = site;
    if (current == null) {
      throw new IllegalStateException("no memory yet");
    }
    return current;
  }

  TableMap tables() {
    return site().tables();
  }

  Stock stock() {
    return site().stock();
  }

  /// Tells whether a limit on frames is in force in the present session.
  public boolean isBudgeted() {
    return site().stock().isBudgeted();
  }

  MmuBench bench() {
    return site().bench();
  }

  /// Makes the memory that `setup` asks for and cleans it.
  TableBytes prepare(Setup setup) {
    var current = site;
    if (current != null && current.bytes().sizeBytes() != setup.memoryBytes()) {
      current.bench().close();
    }
    var segment = instance.memory(setup.memoryBytes());
    if (current == null
        || current.bytes().start() != setup.memoryStart()
        || current.bytes().sizeBytes() != setup.memoryBytes()
        || !current.bytes().isOver(segment)) {
      if (current != null) {
        current.bench().close();
        current.bytes().close();
      }
      var bytes = new TableBytes(segment, setup.memoryStart());
      bytes.acceptAll();
      current = new Site(bytes, new TableMap(bytes), new Stock(bytes), panel.bench(bytes));
      site = current;
    } else {
      clean(current);
    }
    current.bytes().zeroAsHost(current.bytes().start());
    current.stock().reset(setup, dirt(setup), dirtNumber(setup));
    return current.bytes();
  }

  private static void clean(Site current) {
    var bytes = current.bytes();
    for (var i = 0; i < current.tables().usedCount(); i++) {
      var frame = current.tables().usedFrame(i);
      if (bytes.frameIndex(frame) >= bytes.frameCount() - SpaceRules.HOST_FRAME_COUNT) {
        bytes.zeroAsHost(frame);
      } else {
        bytes.acceptFrame(frame);
        current.stock().forget(frame);
      }
    }
  }

  private static int dirtNumber(Setup setup) {
    var kind = (int) (setup.frameSeed() & (DIRT_KINDS - 1));
    return switch (setup.contents()) {
      case ZEROED -> 1;
      case ONES -> 2;
      case DIRTY -> 3 + kind;
    };
  }

  private Dirt dirt(Setup setup) {
    return dirt.computeIfAbsent(
        new DirtKey(setup.contents(), dirtNumber(setup), setup.memoryStart(), setup.memoryBytes()),
        key -> newDirt(setup));
  }

  private static Dirt newDirt(Setup setup) {
    var frames = (int) (setup.memoryBytes() / Levels.TABLE_BYTES);
    return new Dirt(
        setup.contents(), setup.frameSeed() & (DIRT_KINDS - 1), setup.memoryStart(), frames);
  }

  /// Tells whether a word of a frame that the last session did not use is not what the sessions
  /// since the last such question showed, and undoes the change.
  public boolean audit() {
    var current = site;
    if (current == null) {
      return false;
    }
    clean(current);
    return current.bytes().undoDifferences();
  }

  /// Returns what the subject wrote to its error stream since the last session was opened.
  public String diagnostics() {
    return instance.diagnostics();
  }

  @Override
  public void close() {
    if (site != null) {
      site().bench().close();
      site().bytes().close();
    }
    instance.close();
  }
}
