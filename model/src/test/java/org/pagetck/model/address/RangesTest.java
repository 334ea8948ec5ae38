package org.pagetck.model.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/// Ranges of pages and frames, half-open and inclusive, in both directions, at the ends.
final class RangesTest {
  private static Page page(long start) {
    return new Page(new VirtAddr(start), PageSize.SIZE_2M);
  }

  private static PhysFrame frame(long start) {
    return new PhysFrame(new PhysAddr(start), PageSize.SIZE_2M);
  }

  @Test
  void aHalfOpenRangeLeavesItsEndOutAndAnInclusiveOneDoesNot() {
    var open = new PageRange(page(0x20_0000), page(0x80_0000));
    var closed = new PageRangeInclusive(page(0x20_0000), page(0x80_0000));

    assertThat(open).containsExactly(page(0x20_0000), page(0x40_0000), page(0x60_0000));
    assertThat(open.descending())
        .containsExactly(page(0x60_0000), page(0x40_0000), page(0x20_0000));
    assertThat(closed).hasSize(4).endsWith(page(0x80_0000));
    assertThat(open.count()).isEqualTo(3);
    assertThat(open.bytes()).isEqualTo(0x60_0000);
    assertThat(closed.bytes()).isEqualTo(0x80_0000);
    assertThat(open.contains(new VirtAddr(0x7f_ffff))).isTrue();
    assertThat(open.contains(new VirtAddr(0x80_0000))).isFalse();
    assertThat(open.contains(new VirtAddr(0x1f_ffff))).isFalse();
    assertThat(closed.contains(new VirtAddr(0x9f_ffff))).isTrue();
  }

  @Test
  void whereTheEndDoesNotComeAfterTheStartThereIsNothing() {
    assertThat(new PageRange(page(0x20_0000), page(0x20_0000))).isEmpty();
    assertThat(new PageRange(page(0x40_0000), page(0x20_0000))).isEmpty();
    assertThat(new PageRangeInclusive(page(0x20_0000), page(0x20_0000))).hasSize(1);
    var empty = new PageRangeInclusive(page(0x40_0000), page(0x20_0000));
    assertThat(empty).isEmpty();
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.descending()).isEmpty();
    assertThat(empty.contains(new VirtAddr(0x40_0000))).isFalse();
    assertThat(empty.as(PageSize.SIZE_4K)).isEmpty();
    assertThat(new PageRange(page(-0x20_0000), page(0x20_0000))).isEmpty();
    assertThat(new PhysFrameRange(frame(0x40_0000), frame(0x20_0000))).isEmpty();
    assertThat(new PhysFrameRangeInclusive(frame(0x40_0000), frame(0x20_0000))).isEmpty();
  }

  @Test
  void anInclusiveRangeReachesTheEndOfTheSpace() {
    var last = new PageRangeInclusive(page(-0x40_0000), page(-0x20_0000));
    assertThat(last).containsExactly(page(-0x40_0000), page(-0x20_0000));
    assertThat(last.descending()).containsExactly(page(-0x20_0000), page(-0x40_0000));
    assertThat(last.contains(new VirtAddr(-1))).isTrue();
    assertThat(last.as(PageSize.SIZE_4K).end().last()).isEqualTo(new VirtAddr(-1));
    assertThat(last.as(PageSize.SIZE_4K).count()).isEqualTo(1024);

    var half = new PageRangeInclusive(page(0xffff_8000_0000_0000L), page(-0x20_0000));
    assertThat(half.count()).isEqualTo(1L << 26);
    assertThat(half.bytes()).isEqualTo(1L << 47);

    var frames = new PhysFrameRangeInclusive(frame(0), frame((1L << 52) - 0x20_0000));
    assertThat(frames.count()).isEqualTo(1L << 31);
    assertThat(frames.contains(new PhysAddr((1L << 52) - 1))).isTrue();
    assertThat(frames.descending().iterator().next()).isEqualTo(frames.end());
  }

  @Test
  void noRangeCrossesTheHole() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRange(page(0), page(-0x20_0000)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageRangeInclusive(page(0), page(-0x20_0000)));
  }

  @Test
  void theTwoEndsAreOfOneSize() {
    var small = new Page(VirtAddr.NULL, PageSize.SIZE_4K);
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRange(small, page(0x20_0000)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageRangeInclusive(small, page(0x20_0000)));
    var smallFrame = new PhysFrame(PhysAddr.NULL, PageSize.SIZE_4K);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhysFrameRange(smallFrame, frame(0x20_0000)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhysFrameRangeInclusive(smallFrame, frame(0x20_0000)));
  }

  @Test
  void theSameBytesCanBeSeenAsSmallerPagesAndNotAsLarger() {
    var open = new PageRange(page(0x20_0000), page(0x60_0000));
    assertThat(open.as(PageSize.SIZE_4K).count()).isEqualTo(1024);
    assertThat(open.as(PageSize.SIZE_4K).bytes()).isEqualTo(open.bytes());
    assertThat(open.as(PageSize.SIZE_2M)).isEqualTo(open);
    assertThatIllegalArgumentException().isThrownBy(() -> open.as(PageSize.SIZE_1G));
    var closed = new PageRangeInclusive(page(0x20_0000), page(0x60_0000));
    assertThat(closed.as(PageSize.SIZE_4K).bytes()).isEqualTo(closed.bytes());
    assertThatIllegalArgumentException().isThrownBy(() -> closed.as(PageSize.SIZE_1G));
    var frames = new PhysFrameRange(frame(0x20_0000), frame(0x60_0000));
    assertThat(frames.as(PageSize.SIZE_4K).bytes()).isEqualTo(frames.bytes());
    assertThatIllegalArgumentException().isThrownBy(() -> frames.as(PageSize.SIZE_1G));
    var closedFrames = new PhysFrameRangeInclusive(frame(0x20_0000), frame(0x60_0000));
    assertThat(closedFrames.as(PageSize.SIZE_4K).bytes()).isEqualTo(closedFrames.bytes());
    assertThatIllegalArgumentException().isThrownBy(() -> closedFrames.as(PageSize.SIZE_1G));
  }

  @Test
  void framesAreCountedLikePages() {
    var open = new PhysFrameRange(frame(0x20_0000), frame(0x60_0000));
    assertThat(open).containsExactly(frame(0x20_0000), frame(0x40_0000));
    assertThat(open.descending()).containsExactly(frame(0x40_0000), frame(0x20_0000));
    assertThat(open.contains(new PhysAddr(0x60_0000))).isFalse();
    assertThat(open.contains(new PhysAddr(0x1f_ffff))).isFalse();
    assertThat(open.contains(new PhysAddr(0x5f_ffff))).isTrue();
  }

  @Test
  void beyondTheLastThereIsNone() {
    var one = new PageRange(page(0), page(0x20_0000));
    var pages = one.iterator();
    pages.next();
    assertThat(pages.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> one.get(1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> one.get(-1));
    var frames = new PhysFrameRange(frame(0), frame(0x20_0000));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frames.get(1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frames.get(-1));
  }

  @Test
  void rangesPrintTheirEnds() {
    assertThat(new PageRange(page(0), page(0x20_0000))).hasToString("2M 0x0..0x200000");
    assertThat(new PageRangeInclusive(page(0), page(0x20_0000))).hasToString("2M 0x0..=0x200000");
    assertThat(new PhysFrameRange(frame(0), frame(0x20_0000))).hasToString("2M 0x0..0x200000");
  }
}
