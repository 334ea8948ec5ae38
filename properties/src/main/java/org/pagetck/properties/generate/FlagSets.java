package org.pagetck.properties.generate;

import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.properties.choice.Choices;

/// Draws flags within those that may be passed.
final class FlagSets {
  private static final long P = EntryFlags.PRESENT;
  private static final long PW = P | EntryFlags.WRITABLE;
  private static final long PU = P | EntryFlags.USER;
  private static final long PWU = PW | EntryFlags.USER;
  private static final long NX = EntryFlags.NO_EXECUTE;
  private static final long[] USUAL = {
    P, PW, PU, PWU, P | NX, PW | NX, PWU | NX, P | EntryFlags.GLOBAL
  };

  private final Choices choices;
  private final long allowed;
  private final int style;

  FlagSets(Choices choices, Contract contract) {
    this.choices = choices;
    this.allowed = contract.flags().bits();
    this.style = choices.below(4);
  }

  private EntryFlags within(long flags) {
    return new EntryFlags(flags & allowed & ~EntryFlags.HUGE_PAGE);
  }

  /// Draws the flags of a leaf.
  EntryFlags leaf() {
    return switch (choices.below(style == 0 ? 16 : 10)) {
      case 0 -> within(random());
      case 1 -> within(random() | P);
      case 2 -> within(P | ((1L << choices.below(Long.SIZE)) & EntryFlags.ALL));
      case 3 -> within(style == 1 ? random() & ~P : PWU | EntryFlags.PAT | random());
      case 4 -> style == 1 || choices.oneIn(4) ? within(random() & ~P) : within(PW);
      case 5 -> choices.oneIn(6) ? EntryFlags.NONE : within(PU);
      case 6 -> choices.oneIn(8) ? within(EntryFlags.ALL) : within(PWU);
      default -> within(USUAL[choices.below(USUAL.length)]);
    };
  }

  private long random() {
    return choices.bits(Long.SIZE) & EntryFlags.ALL;
  }

  /// Draws the flags of a link.
  EntryFlags link() {
    return switch (choices.below(6)) {
      case 0 -> within(random() & ~linkless());
      case 1 -> within(P);
      case 2 -> within(PW);
      case 3 -> within(PU);
      case 4 -> EntryFlags.NONE;
      default -> within(PWU);
    };
  }

  private static long linkless() {
    return EntryFlags.HUGE_PAGE | EntryFlags.PAT | EntryFlags.GLOBAL;
  }

  /// Draws flags that a leaf cannot have, or those of a leaf where none may be passed.
  EntryFlags badLeaf() {
    return new EntryFlags((leaf().bits() | EntryFlags.HUGE_PAGE) & allowed);
  }

  /// Draws flags that a link cannot have, or those of a link where none may be passed.
  EntryFlags badLink() {
    return new EntryFlags((link().bits() | (random() & linkless()) | EntryFlags.GLOBAL) & allowed);
  }
}
