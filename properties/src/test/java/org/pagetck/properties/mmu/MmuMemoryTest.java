package org.pagetck.properties.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MmuMemoryTest {
  private static final long START = 0x1_0000_0000L;

  @AutoClose private final Arena arena = Arena.ofConfined();
  private final MmuMemory memory = new MmuMemory(arena.allocate(0x2000, 0x1000), START);

  @Test
  void a_word_is_read_back_where_it_was_stored() {
    memory.store(START + 0x1ff8, -2);

    assertThat(memory.load(START + 0x1ff8)).isEqualTo(-2);
    assertThat(memory.load(START)).isZero();
  }

  @Test
  void outside_the_memory_there_is_zero() {
    memory.bytes().fill((byte) -1);

    assertThat(memory.load(START - 8)).isZero();
    assertThat(memory.load(START + 0x2000)).isZero();
    assertThat(memory.load(-8)).isZero();
    assertThat(memory.load(0)).isZero();
  }

  @Test
  void the_edges_belong_to_it() {
    assertThat(memory.contains(START, 8)).isTrue();
    assertThat(memory.contains(START + 0x1ff8, 8)).isTrue();
    assertThat(memory.contains(START + 0x1ff9, 8)).isFalse();
    assertThat(memory.contains(START - 1, 1)).isFalse();
  }

  @Test
  void memory_that_an_mmu_cannot_see_in_place_is_refused() {
    var heap = MemorySegment.ofArray(new long[512]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MmuMemory(heap, START))
        .withMessage("not native memory");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MmuMemory(memory.bytes(), START + 8))
        .withMessageStartingWith("not aligned to 4 KiB");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MmuMemory(memory.bytes().asSlice(0, 0x1800), START));
  }
}
