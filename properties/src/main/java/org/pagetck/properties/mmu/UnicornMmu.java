package org.pagetck.properties.mmu;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;

/// The MMU of the Unicorn CPU emulator, from version 2.1 on, loaded from a path at run time.
public final class UnicornMmu implements Mmu {
  /// Bits from 40 on are reserved in every model of processor that it emulates.
  static final int PHYSICAL_WIDTH = 40;

  private sealed interface State {
    record Ready(UnicornLibrary library, long errorCodeOffset) implements State {}

    record Absent(String reason) implements State {}
  }

  private static final class ThisMachine {
    private static final UnicornMmu MMU =
        at(UnicornLocation.find(System.getenv(), UnicornLocation.buildFolders()));
  }

  private final State state;

  private UnicornMmu(State state) {
    this.state = state;
  }

  /// Returns the one that the environment variable `PAGETCK_UNICORN` names or that lies beside the
  /// build.
  public static UnicornMmu ofThisMachine() {
    return ThisMachine.MMU;
  }

  /// Returns the one whose library is at `path`.
  static UnicornMmu at(Optional<Path> path) {
    if (path.isEmpty()) {
      return new UnicornMmu(
          new State.Absent(
              "there is no libunicorn.so.2: set %s to one of version 2.1 or newer, or fetch one"
                      .formatted(UnicornLocation.VARIABLE)
                  + " by properties/src/native/fetch-unicorn.sh"));
    }
    try {
      var library = UnicornLibrary.load(path.get());
      return new UnicornMmu(new State.Ready(library, UnicornErrorCode.calibrate(library)));
    } catch (MmuFailedException failed) {
      return new UnicornMmu(new State.Absent(String.valueOf(failed.getMessage())));
    }
  }

  @Override
  public String name() {
    return "unicorn";
  }

  @Override
  public Optional<String> absence() {
    return switch (state) {
      case State.Ready _ -> Optional.empty();
      case State.Absent(var reason) -> Optional.of(reason);
    };
  }

  private State.Ready ready() {
    return switch (state) {
      case State.Ready ready -> ready;
      case State.Absent(var reason) -> throw new MmuFailedException(reason);
    };
  }

  /// Returns the version of the library.
  public String version() {
    return ready().library().version();
  }

  @Override
  public List<String> limits() {
    return List.of("Its physical addresses have 40 bits.");
  }

  @Override
  public int physicalWidth() {
    return PHYSICAL_WIDTH;
  }

  @Override
  public Optional<String> unsupported(PagingMode mode) {
    return Optional.empty();
  }

  @Override
  public MmuOracle open(MmuMemory memory, PagingMode mode) {
    var ready = ready();
    var engines = new UnicornEngines(ready.library(), ready.errorCodeOffset(), memory, mode);
    return new RestoringOracle(name(), memory, mode, PHYSICAL_WIDTH, engines);
  }
}
