package org.pagetck.properties.generate;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.choice.Choices;

/// Spoils one argument of a call: an address that is not canonical, misaligned or out of range.
final class BadArguments {
  private final Choices choices;
  private final Addresses addresses;
  private final Frames frames;
  private final FlagSets flags;
  private final int levels;

  BadArguments(Choices choices, Addresses addresses, Frames frames, FlagSets flags, int levels) {
    this.choices = choices;
    this.addresses = addresses;
    this.frames = frames;
    this.flags = flags;
    this.levels = levels;
  }

  Operation spoil(Operation operation) {
    return switch (operation) {
      case Operation.Map map -> {
        var frame = choices.oneIn(2) ? map.frame() : badFrame(map.size());
        var page = frame == map.frame() ? badPage(map.page(), map.size()) : map.page();
        var leaf = choices.oneIn(8) ? flags.badLeaf() : map.flags();
        yield new Operation.Map(page, map.size(), frame, leaf);
      }
      case Operation.MapWithTableFlags map -> {
        var frame = choices.oneIn(2) ? map.frame() : badFrame(map.size());
        var page = frame == map.frame() ? badPage(map.page(), map.size()) : map.page();
        yield new Operation.MapWithTableFlags(
            page, map.size(), frame, map.flags(), map.tableFlags());
      }
      case Operation.Unmap call ->
          new Operation.Unmap(badPage(call.page(), call.size()), call.size());
      case Operation.UpdateFlags call ->
          new Operation.UpdateFlags(badPage(call.page(), call.size()), call.size(), call.flags());
      case Operation.TranslatePage call ->
          new Operation.TranslatePage(badPage(call.page(), call.size()), call.size());
      case Operation.Clear call ->
          new Operation.Clear(badPage(call.page(), call.size()), call.size());
      case Operation.Translate _ ->
          new Operation.Translate(addresses.nonCanonical(PageSize.SIZE_4K));
      case Operation.SetTableFlags call ->
          choices.oneIn(2)
              ? new Operation.SetTableFlags(
                  addresses.nonCanonical(PageSize.SIZE_4K), call.level(), call.flags())
              : new Operation.SetTableFlags(call.address(), badLevel(), call.flags());
      case Operation.CleanUp call ->
          choices.oneIn(2)
              ? new Operation.CleanUp(addresses.nonCanonical(PageSize.SIZE_4K), call.last())
              : new Operation.CleanUp(call.first(), addresses.nonCanonical(PageSize.SIZE_4K));
    };
  }

  private int badLevel() {
    return choices.oneIn(2) ? choices.below(2) : levels + 1 + choices.below(2);
  }

  private long badPage(long page, PageSize size) {
    return choices.oneIn(2)
        ? addresses.nonCanonical(size)
        : page + 1 + choices.below(choices.oneIn(2) ? 4095 : (int) size.bytes() - 1);
  }

  private long badFrame(PageSize size) {
    return choices.oneIn(2) ? frames.misaligned(size) : frames.beyondWidth(size);
  }
}
