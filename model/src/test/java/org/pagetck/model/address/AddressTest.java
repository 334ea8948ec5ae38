package org.pagetck.model.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Arithmetic of addresses never leaves the addresses that there are without saying so.
final class AddressTest {
  private static final long LOWER_LAST_4 = 0x7fff_ffff_ffffL;
  private static final long UPPER_FIRST_4 = 0xffff_8000_0000_0000L;
  private static final long LOWER_LAST_5 = 0xff_ffff_ffff_ffffL;
  private static final long UPPER_FIRST_5 = 0xff00_0000_0000_0000L;

  private static VirtAddr virt(long bits) {
    return new VirtAddr(bits);
  }

  private static PhysAddr phys(long bits) {
    return new PhysAddr(bits);
  }

  @ParameterizedTest(name = "{0} levels")
  @CsvSource({"4, 0x00007fffffffffff", "5, 0x00ffffffffffffff"})
  void additionStopsAtTheHoleAndForwardStepsOverIt(int levels, String last) {
    var lowerLast = virt(Long.decode(last));
    var upperFirst = virt(~lowerLast.bits());

    assertThat(lowerLast.plus(1, levels)).isEmpty();
    assertThat(upperFirst.minus(1, levels)).isEmpty();
    assertThat(lowerLast.forward(1, levels)).contains(upperFirst);
    assertThat(upperFirst.backward(1, levels)).contains(lowerLast);
    assertThat(lowerLast.distanceTo(upperFirst, levels)).isEqualTo(1);
    assertThat(upperFirst.distanceTo(lowerLast, levels)).isEqualTo(-1);
    assertThat(lowerLast.alignUp(PageSize.SIZE_4K, levels)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void theEndsOfTheSpaceAreEnds(int levels) {
    var last = virt(-1);
    assertThat(last.plus(0, levels)).contains(last);
    assertThat(last.plus(1, levels)).isEmpty();
    assertThat(last.plus(-1, levels)).isEmpty();
    assertThat(last.forward(1, levels)).isEmpty();
    assertThat(last.alignUp(PageSize.SIZE_1G, levels)).isEmpty();
    assertThat(VirtAddr.NULL.minus(1, levels)).isEmpty();
    assertThat(VirtAddr.NULL.backward(1, levels)).isEmpty();
    assertThat(VirtAddr.NULL.plus(-1, levels)).contains(last);
    assertThat(last.minus(-1, levels)).contains(VirtAddr.NULL);
    assertThat(VirtAddr.NULL.forward((1L << Levels.virtualBits(levels)) - 1, levels))
        .contains(last);
    assertThat(VirtAddr.NULL.forward(1L << Levels.virtualBits(levels), levels)).isEmpty();
    assertThat(VirtAddr.NULL.forward(-1, levels)).isEmpty();
    assertThat(last.backward(Long.MIN_VALUE, levels)).isEmpty();
  }

  @Test
  void anAddressBetweenTheHolesOfFourAndFiveLevelsIsNotMovedAmongFour() {
    var between = virt(LOWER_LAST_4 + 1);
    assertThat(between.forward(0, 4)).isEmpty();
    assertThat(between.backward(0, 4)).isEmpty();
    assertThat(between.plus(0, 4)).isEmpty();
    assertThat(between.plus(1, 5)).contains(virt(LOWER_LAST_4 + 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void forwardAndBackwardAreInverseAndTheDistanceSaysHowFar(int levels) {
    var random = new SplittableRandom(levels);
    for (var i = 0; i < 1_000; i++) {
      var from = VirtAddr.truncated(random.nextLong(), levels);
      var to = VirtAddr.truncated(random.nextLong(), levels);
      var distance = from.distanceTo(to, levels);
      var moved = distance < 0 ? from.backward(-distance, levels) : from.forward(distance, levels);
      assertThat(moved).contains(to);
      assertThat(Long.signum(distance)).isEqualTo(Integer.signum(to.compareTo(from)));
    }
  }

  @Test
  void truncationRepeatsTheHighestSignificantBit() {
    assertThat(VirtAddr.truncated(0x1234_8000_0000_0000L, 4)).isEqualTo(virt(UPPER_FIRST_4));
    assertThat(VirtAddr.truncated(0xffff_7fff_ffff_ffffL, 4)).isEqualTo(virt(LOWER_LAST_4));
    assertThat(VirtAddr.truncated(0x0100_0000_0000_0000L, 5)).isEqualTo(virt(UPPER_FIRST_5));
    assertThat(VirtAddr.truncated(0xfeff_ffff_ffff_ffffL, 5)).isEqualTo(virt(LOWER_LAST_5));
    assertThat(PhysAddr.truncated(-1)).isEqualTo(phys((1L << 52) - 1));
  }

  @ParameterizedTest
  @EnumSource(PageSize.class)
  void alignmentGoesToTheNearestMultipleOnEitherSide(PageSize size) {
    var aligned = 0x40_0000_0000L;
    for (var inside : new long[] {1, size.offsetMask()}) {
      assertThat(virt(aligned + inside).alignDown(size)).isEqualTo(virt(aligned));
      assertThat(virt(aligned + inside).alignUp(size, 4)).contains(virt(aligned + size.bytes()));
      assertThat(virt(aligned + inside).isAligned(size)).isFalse();
      assertThat(phys(aligned + inside).alignDown(size)).isEqualTo(phys(aligned));
      assertThat(phys(aligned + inside).alignUp(size)).contains(phys(aligned + size.bytes()));
      assertThat(phys(aligned + inside).isAligned(size)).isFalse();
    }
    assertThat(virt(aligned).alignDown(size)).isEqualTo(virt(aligned));
    assertThat(virt(aligned).alignUp(size, 4)).contains(virt(aligned));
    assertThat(virt(aligned).isAligned(size)).isTrue();
    assertThat(phys(aligned).alignUp(size)).contains(phys(aligned));
    assertThat(phys(aligned).isAligned(size)).isTrue();
  }

  @Test
  void physicalAddressesEndAtTheirWidth() {
    var last = phys((1L << 52) - 1);
    assertThat(last.plus(1)).isEmpty();
    assertThat(last.plus(-1)).isEmpty();
    assertThat(last.minus(-1)).isEmpty();
    assertThat(last.alignUp(PageSize.SIZE_4K)).isEmpty();
    assertThat(last.minus((1L << 52) - 1)).contains(PhysAddr.NULL);
    assertThat(PhysAddr.NULL.minus(1)).isEmpty();
    assertThat(PhysAddr.NULL.plus((1L << 52) - 1)).contains(last);
    assertThat(PhysAddr.NULL.distanceTo(last)).isEqualTo(last.bits());
    assertThat(last.distanceTo(PhysAddr.NULL)).isEqualTo(-last.bits());
  }

  @Test
  void offsetsIndicesAndNull() {
    var address = virt(0xffff_8a45_6789_abcdL);
    assertThat(address.pageOffset()).isEqualTo(0xbcd);
    assertThat(address.index(1)).isEqualTo(0x9a);
    assertThat(address.index(4)).isEqualTo(0x8a45_6789_abcdL >>> 39 & 0x1ff);
    assertThat(address.isNull()).isFalse();
    assertThat(VirtAddr.NULL.isNull()).isTrue();
    assertThat(PhysAddr.NULL.isNull()).isTrue();
    assertThat(phys(1).isNull()).isFalse();
  }

  @Test
  void pagesMoveByTheirSize() {
    var page = new Page(virt(LOWER_LAST_4 & -PageSize.SIZE_2M.bytes()), PageSize.SIZE_2M);
    assertThat(page.plus(1, 4)).isEmpty();
    assertThat(page.forward(1, 4)).contains(new Page(virt(UPPER_FIRST_4), PageSize.SIZE_2M));
    assertThat(page.forward(1, 4).flatMap(next -> next.backward(1, 4))).contains(page);
    assertThat(page.minus(1, 4).flatMap(previous -> previous.plus(1, 4))).contains(page);
    assertThat(page.plus(-1, 4)).isEmpty();
    assertThat(page.plus(1L << 43, 4)).isEmpty();
    assertThat(page.minus(1L << 43, 4)).isEmpty();
    assertThat(page.forward(1L << 43, 4)).isEmpty();
    assertThat(page.backward(1L << 43, 4)).isEmpty();
    assertThat(page.last()).isEqualTo(virt(LOWER_LAST_4));
    assertThat(page.contains(virt(LOWER_LAST_4))).isTrue();
    assertThat(page.contains(virt(LOWER_LAST_4 + 1))).isFalse();
  }

  @Test
  void framesMoveByTheirSize() {
    var last = new PhysFrame(phys((1L << 52) - (1L << 30)), PageSize.SIZE_1G);
    assertThat(last.plus(1)).isEmpty();
    assertThat(last.minus(1).flatMap(previous -> previous.plus(1))).contains(last);
    assertThat(last.plus(1L << 34)).isEmpty();
    assertThat(last.minus(1L << 22)).isEmpty();
    assertThat(last.last()).isEqualTo(phys((1L << 52) - 1));
    assertThat(last.contains(phys((1L << 52) - 1))).isTrue();
    assertThat(last.contains(phys(0))).isFalse();
  }

  @Test
  void aPageFollowsFromItsIndicesAndTheyFromIt() {
    var page = Page.ofIndices(PageSize.SIZE_4K, 5, 300, 1, 2, 511, 3);
    assertThat(page.start().bits())
        .isEqualTo(Levels.signExtend(300L << 48 | 1L << 39 | 2L << 30 | 511L << 21 | 3L << 12, 5));
    assertThat(
            new int[] {page.index(5), page.index(4), page.index(3), page.index(2), page.index(1)})
        .containsExactly(300, 1, 2, 511, 3);
    assertThat(Page.ofIndices(PageSize.SIZE_1G, 4, 511, 511).last()).isEqualTo(virt(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Page.ofIndices(PageSize.SIZE_2M, 4, 1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Page.ofIndices(PageSize.SIZE_1G, 4, 1, 512));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Page.ofIndices(PageSize.SIZE_1G, 4, -1, 0));
  }
}
