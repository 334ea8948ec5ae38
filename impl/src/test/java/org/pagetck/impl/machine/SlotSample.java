package org.pagetck.impl.machine;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.SlotState;

/// A word for one state that a slot can be in, by level; the contract's table of states, by
/// example.
///
/// @param state the state
/// @param level level of the slot
/// @param word what stands there
/// @param what in words
public record SlotSample(SlotState state, int level, long word, String what) {
  private static final long TABLE = Machine.START + Machine.BYTES - 4096;
  private static final long NX = 1L << 63;

  /// Returns the examples for a slot of `level` in a machine with 52 address bits and NXE set.
  public static List<SlotSample> at(int level) {
    var samples = new ArrayList<SlotSample>();
    samples.add(new SlotSample(SlotState.EMPTY, level, 0, "nothing"));
    samples.add(new SlotSample(SlotState.RESERVED, level, 0x80, "a guard marker"));
    samples.add(new SlotSample(SlotState.RESERVED, level, 0x1000, "one address bit"));
    samples.add(
        new SlotSample(SlotState.RESERVED, level, NX | 0x000f_ffff_ffff_fffeL, "a swap entry"));
    samples.add(new SlotSample(SlotState.RESERVED, level, TABLE | 0x6, "a link without PRESENT"));
    if (level == 1) {
      samples.add(new SlotSample(SlotState.LEAF, level, 0x1, "frame 0"));
      samples.add(new SlotSample(SlotState.LEAF, level, 0x000f_ffff_ffff_f007L, "the last frame"));
      samples.add(new SlotSample(SlotState.LEAF, level, NX | 0x7081, "PAT at bit 7"));
      return samples;
    }
    samples.add(new SlotSample(SlotState.LINK, level, TABLE | 0x1, "a read-only link"));
    samples.add(new SlotSample(SlotState.LINK, level, NX | TABLE | 0x67, "a link in use"));
    samples.add(new SlotSample(SlotState.MALFORMED, level, 0x5001, "a link to outside the memory"));
    samples.add(
        new SlotSample(
            SlotState.MALFORMED, level, (Machine.START - 4096) | 0x3, "a link just before it"));
    samples.add(
        new SlotSample(
            SlotState.MALFORMED,
            level,
            (Machine.START + Machine.BYTES) | 0x3,
            "a link just past it"));
    if (level > 3) {
      samples.add(new SlotSample(SlotState.MALFORMED, level, 0x81, "HUGE_PAGE above level 3"));
      return samples;
    }
    var bytes = PageSize.all().get(level - 1).bytes();
    samples.add(new SlotSample(SlotState.LEAF, level, 0x81, "frame 0"));
    samples.add(new SlotSample(SlotState.LEAF, level, bytes * 5 | 0x10e7, "PAT at bit 12"));
    samples.add(
        new SlotSample(SlotState.LEAF, level, NX | ((1L << 52) - bytes) | 0x81, "the last"));
    samples.add(new SlotSample(SlotState.MALFORMED, level, 0x2081, "a reserved bit"));
    samples.add(new SlotSample(SlotState.MALFORMED, level, bytes / 2 | 0x81, "half a frame"));
    return samples;
  }

  @Override
  public String toString() {
    return "%s (%s) at level %d".formatted(state, what, level);
  }
}
