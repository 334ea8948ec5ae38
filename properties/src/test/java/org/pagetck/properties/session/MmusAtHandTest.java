package org.pagetck.properties.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pagetck.model.paging.MmuFailedException;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.mmu.Mmu;
import org.pagetck.properties.mmu.MmuMemory;

/// Which MMUs are opened, and why others are not.
final class MmusAtHandTest {
  @AutoClose private final Arena arena = Arena.ofConfined();

  @AutoClose
  private final TableBytes bytes = new TableBytes(arena.allocate(4096, 4096), 0x1_0000_0000L);

  /// An MMU that does not open.
  private record Closed(String name, Optional<String> absence, Optional<String> refusal)
      implements Mmu {
    @Override
    public List<String> limits() {
      return List.of();
    }

    @Override
    public int physicalWidth() {
      return 52;
    }

    @Override
    public Optional<String> unsupported(PagingMode mode) {
      return refusal;
    }

    @Override
    public MmuOracle open(MmuMemory memory, PagingMode mode) {
      throw new MmuFailedException("it is stuck");
    }
  }

  @Test
  void oneThatIsAbsentOneThatRefusesTheModeAndOneThatFailsAreEachToldAndStopNothing() {
    var source =
        new MmusAtHand(
            List.of(
                new Closed("gone", Optional.of("no such file"), Optional.empty()),
                new Closed("narrow", Optional.empty(), Optional.of("it has 4")),
                new Closed("broken", Optional.empty(), Optional.empty())));

    var opened = source.open(bytes, new PagingMode(5, 52, true));

    assertThat(source.absences()).containsExactly("gone: no such file");
    assertThat(opened.oracles()).isEmpty();
    assertThat(opened.refusals())
        .containsExactly("narrow with 5 levels: it has 4", "broken, which failed: it is stuck");
  }
}
