package org.pagetck.impl.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.mapper.WildAccessException;

/// Memory that starts at a physical address of its own.
final class SegmentMemoryTest {
  private static final long START = 0x1_0000_0000L;
  private static final long BYTES = 8192;

  private final MemorySegment bytes = Arena.ofAuto().allocate(BYTES, 4096);
  private final SegmentMemory memory = new SegmentMemory(bytes, START);

  @Test
  void aWordIsLittleEndianAtItsDistanceFromTheStart() {
    memory.store(START + 8, 0x0102_0304_0506_0708L);

    assertThat(bytes.get(ValueLayout.JAVA_BYTE, 8)).isEqualTo((byte) 8);
    assertThat(bytes.get(ValueLayout.JAVA_BYTE, 15)).isEqualTo((byte) 1);
    assertThat(memory.load(START + 8)).isEqualTo(0x0102_0304_0506_0708L);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0xffffffffffffff88",
    "2, 0xffffffffffff7788",
    "4, 0xffffffff55667788",
    "8, 0x1122334455667788"
  })
  void aNarrowStoreChangesItsBytesOnly(int width, String owed) {
    memory.store(START, -1L);

    memory.store(START, 0x1122_3344_5566_7788L, width);

    assertThat(memory.load(START)).isEqualTo(Long.parseUnsignedLong(owed.substring(2), 16));
  }

  @Test
  void aWidthThatIsNoneIsAnError() {
    assertThatIllegalArgumentException().isThrownBy(() -> memory.store(START, 0, 3));
  }

  @Test
  void anExchangeHappensOnlyWhereTheExpectedWordStands() {
    memory.store(START, 5);

    assertThat(memory.compareAndExchange(START, 4, 6)).isEqualTo(5);
    assertThat(memory.load(START)).isEqualTo(5);
    assertThat(memory.compareAndExchange(START, 5, 6)).isEqualTo(5);
    assertThat(memory.load(START)).isEqualTo(6);
  }

  @Test
  void zeroClearsOneFrameAndNotItsNeighbour() {
    bytes.fill((byte) -1);

    memory.zero(START);

    assertThat(memory.load(START + 4088)).isZero();
    assertThat(memory.load(START + 4096)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        START - 8,
        START + 1,
        START + 4,
        START + BYTES,
        START + BYTES - 4,
        -8,
        Long.MIN_VALUE
      })
  void anAccessOutsideOrMisalignedIsWildAndChangesNothing(long address) {
    assertThatThrownBy(() -> memory.load(address))
        .isInstanceOfSatisfying(
            WildAccessException.class, e -> assertThat(e.address()).isEqualTo(address));
    assertThatThrownBy(() -> memory.store(address, -1)).isInstanceOf(WildAccessException.class);
    assertThatThrownBy(() -> memory.store(address, -1, 8)).isInstanceOf(WildAccessException.class);
    assertThatThrownBy(() -> memory.compareAndExchange(address, 0, -1))
        .isInstanceOf(WildAccessException.class);
    assertThatThrownBy(() -> memory.zero(address)).isInstanceOf(WildAccessException.class);

    assertThat(bytes.toArray(ValueLayout.JAVA_LONG)).containsOnly(0);
  }

  @Test
  void aSegmentThatHoldsNoFrameOrIsMisalignedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentMemory(bytes.asSlice(0, 4088), START));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentMemory(bytes.asSlice(4), START));
    assertThatIllegalArgumentException().isThrownBy(() -> new SegmentMemory(bytes, START + 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentMemory(bytes, (1L << 52) - 4096));
  }
}
