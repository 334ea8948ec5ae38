package org.pagetck.properties.generate;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.trace.Setup;
import org.pagetck.properties.choice.Choices;

/// Draws frames to map to: 0, small ones, the last one below the physical width, frames inside the
/// memory where tables lie.
final class Frames {
  private final Choices choices;
  private final int width;
  private final Setup setup;

  Frames(Choices choices, int width, Setup setup) {
    this.choices = choices;
    this.width = width;
    this.setup = setup;
  }

  long frame(PageSize size) {
    return size.alignDown(
        switch (choices.below(8)) {
          case 0 -> 0;
          case 1 -> (1L << width) - 1;
          case 2, 3 -> choices.bits(width);
          case 4 -> setup.memoryStart() + choices.bits(26);
          default -> size.bytes() * (1 + choices.below(4));
        });
  }

  long misaligned(PageSize size) {
    return frame(size) + 1 + choices.below(choices.oneIn(2) ? (int) size.bytes() - 1 : 4095);
  }

  long beyondWidth(PageSize size) {
    var end = 1L << width;
    return switch (choices.below(3)) {
      case 0 -> end;
      case 1 -> size.alignDown(end | choices.bits(Long.SIZE));
      default -> size.alignDown(-1L);
    };
  }
}
