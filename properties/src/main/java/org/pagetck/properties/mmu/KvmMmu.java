package org.pagetck.properties.mmu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;

/// The MMU of KVM: accesses are executed by a guest, on most hosts by the processor itself.
public final class KvmMmu implements Mmu {
  private sealed interface State {
    record Ready(KvmFeatures features, Map<Integer, Trial> trials) implements State {}

    record Absent(String reason) implements State {}
  }

  /// What came of the first accesses with so many levels. Some kinds of KVM offer by CPUID what
  /// they then refuse.
  private sealed interface Trial {
    record Passed(KvmReach reach) implements Trial {}

    record Failed(String reason) implements Trial {}
  }

  private static final class ThisMachine {
    private static final KvmMmu MMU = new KvmMmu(probe());
  }

  private final State state;

  private KvmMmu(State state) {
    this.state = state;
  }

  /// Returns that of this machine.
  public static KvmMmu ofThisMachine() {
    return ThisMachine.MMU;
  }

  private static State probe() {
    var system = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
    if (!system.toLowerCase(Locale.ROOT).equals("linux amd64")) {
      return new State.Absent("KVM for x86-64 guests needs Linux on x86-64, not " + system);
    }
    try (var machine = new KvmMachine()) {
      var features = machine.features();
      var trials = new ConcurrentHashMap<Integer, Trial>();
      trials.put(Levels.ROOT_MIN, attempt(features, Levels.ROOT_MIN));
      return switch (trials.get(Levels.ROOT_MIN)) {
        case Trial.Passed _ -> new State.Ready(features, trials);
        case Trial.Failed(var reason) -> new State.Absent(reason);
      };
    } catch (MmuFailedException failed) {
      return new State.Absent(String.valueOf(failed.getMessage()));
    }
  }

  private static Trial attempt(KvmFeatures features, int levels) {
    try {
      var mode = new PagingMode(levels, features.physicalWidth(), features.noExecute());
      return new Trial.Passed(KvmReach.probe(mode));
    } catch (MmuFailedException failed) {
      return new Trial.Failed(String.valueOf(failed.getMessage()));
    }
  }

  private State.Ready ready() {
    return switch (state) {
      case State.Ready ready -> ready;
      case State.Absent(var reason) -> throw new MmuFailedException(reason);
    };
  }

  private KvmFeatures features() {
    return ready().features();
  }

  private Trial trial(int levels) {
    return ready().trials().computeIfAbsent(levels, _ -> attempt(features(), levels));
  }

  private KvmReach reach(int levels) {
    return switch (trial(levels)) {
      case Trial.Passed(var reach) -> reach;
      case Trial.Failed(var reason) -> throw new MmuFailedException(reason);
    };
  }

  @Override
  public String name() {
    return "kvm";
  }

  @Override
  public Optional<String> absence() {
    return switch (state) {
      case State.Ready _ -> Optional.empty();
      case State.Absent(var reason) -> Optional.of(reason);
    };
  }

  @Override
  public List<String> limits() {
    var features = features();
    var limits = new ArrayList<String>();
    limits.add("Its physical addresses have %d bits.".formatted(features.physicalWidth()));
    if (!features.fiveLevels()) {
      limits.add("It has no 5 levels.");
    } else if (trial(Levels.ROOT_MAX) instanceof Trial.Failed(var reason)) {
      limits.add("It offers 5 levels and refuses them: %s.".formatted(reason));
    }
    if (!features.gigabytePages()) {
      limits.add("It has no pages of 1 GiB.");
    }
    if (!features.smep() || !features.smap()) {
      limits.add("It lacks SMEP or SMAP.");
    }
    if (!features.hostIntel()) {
      limits.add("It is not asked about links with GLOBAL, which its vendor reserves.");
    }
    var reach = reach(Levels.ROOT_MIN);
    if (!reach.barred().isEmpty()) {
      limits.add("It keeps the range of top slots %s from users.".formatted(reach));
    }
    return limits;
  }

  @Override
  public int physicalWidth() {
    return features().physicalWidth();
  }

  @Override
  public Optional<String> unsupported(PagingMode mode) {
    if (!features().supports(mode)) {
      var lacking = mode.levels() == Levels.ROOT_MAX ? "5 levels" : "NXE";
      return Optional.of("this processor has no %s".formatted(lacking));
    }
    return trial(mode.levels()) instanceof Trial.Failed(var reason)
        ? Optional.of("this KVM refuses %d levels: %s".formatted(mode.levels(), reason))
        : Optional.empty();
  }

  @Override
  public MmuOracle open(MmuMemory memory, PagingMode mode) {
    unsupported(mode)
        .ifPresent(reason -> {
          throw new IllegalArgumentException(reason);
        });
    var processor = new KvmProcessor(memory, mode, reach(mode.levels()));
    return new RestoringOracle(name(), memory, mode, physicalWidth(), processor);
  }
}
