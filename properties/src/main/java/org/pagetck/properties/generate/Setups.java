package org.pagetck.properties.generate;

import java.util.List;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;
import org.pagetck.properties.choice.Choices;

/// Draws setups: number of levels, order and contents of the frames. The memory is always the
/// default one.
final class Setups {
  private static final int SEED_BITS = 16;
  private static final List<FrameContents> CONTENTS =
      List.of(
          FrameContents.DIRTY,
          FrameContents.DIRTY,
          FrameContents.DIRTY,
          FrameContents.ONES,
          FrameContents.ZEROED);

  private Setups() {}

  static Setup draw(Choices choices, Contract contract) {
    var levels = choices.pick(contract.levels());
    var order = choices.pick(FrameOrder.all());
    var seed = order == FrameOrder.SCATTERED ? choices.bits(SEED_BITS) << SEED_BITS : 0;
    var contents = choices.pick(CONTENTS);
    var dirt = contents == FrameContents.DIRTY ? choices.below(4) : 0;
    var setup = Setup.DEFAULT.withFrames(order, seed | dirt, contents);
    return levels == 4 ? setup : setup.with(Setup.LEVELS, Integer.toString(levels));
  }
}
