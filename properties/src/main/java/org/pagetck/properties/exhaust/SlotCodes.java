package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.Table;

/// Small numbers for what an entry holds: its word in memory and the slot of the model beside it,
/// without what hangs below a link, and without the frame of a table that the mapper took. The two
/// differ where a contract lets the mapper set flags by itself.
///
/// Shared by all threads of a search; each asks through a [Reader] of its own.
final class SlotCodes {
  /// The most codes there may be.
  static final int COUNT_MAX = 1 << 23;

  // What a key's second word holds besides flags in which word and model differ.
  private static final int KIND_SHIFT = 20;
  private static final long KIND_MASK = 7;
  private static final long CHOSEN = 1L << 24;
  private static final long HOST = 1L << 25;
  private static final long EXTRA = 0x3ffL << KIND_SHIFT;

  private static final SlotState[] STATES = SlotState.values();

  private final Map<Key, Integer> codes = new HashMap<>();
  private final List<Key> keys = new ArrayList<>();

  private record Key(long word, long extra) {}

  private synchronized int code(long word, long extra) {
    var known = codes.putIfAbsent(new Key(word, extra), keys.size());
    if (known != null) {
      return known;
    }
    if (keys.size() == COUNT_MAX) {
      throw new IllegalStateException("more kinds of entries than " + COUNT_MAX);
    }
    keys.add(new Key(word, extra));
    return keys.size() - 1;
  }

  private synchronized Key key(int code) {
    return keys.get(code);
  }

  private static long extra(int level, long word, Slot slot) {
    var kind = (long) slot.state().ordinal() << KIND_SHIFT;
    return switch (slot) {
      case Slot.Link link ->
          kind
              | (link.flags() ^ EntryWord.linkFlags(word))
              | (link.chosen() ? CHOSEN : 0)
              | (link.hostFrame() == 0 ? 0 : HOST);
      case Slot.Leaf leaf -> kind | (leaf.flags() ^ EntryWord.leafFlags(level, word));
      case Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> kind;
    };
  }

  /// One thread's access, with a memory of what it asked before.
  final class Reader {
    private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;
    private static final int CACHE_BITS = 12;

    private final long[] words = new long[1 << CACHE_BITS];
    private final long[] extras = new long[1 << CACHE_BITS];
    private final int[] known = new int[1 << CACHE_BITS];
    private long[] wordsByCode = new long[256];
    private long[] extrasByCode = new long[256];
    private int codeCount;

    /// Returns the code of `word`, in an entry at `level`, beside `slot`.
    int of(int level, long word, Slot slot) {
      var extra = extra(level, word, slot);
      var isOwn = slot instanceof Slot.Link link && link.hostFrame() == 0;
      var plain = isOwn ? EntryWord.linkFlags(word) : word;
      var place =
          (int) ((((plain * MULTIPLIER) ^ extra) * MULTIPLIER) >>> (Long.SIZE - CACHE_BITS));
      if (known[place] == 0 || words[place] != plain || extras[place] != extra) {
        words[place] = plain;
        extras[place] = extra;
        known[place] = code(plain, extra) + 1;
      }
      return known[place] - 1;
    }

    private void learn(int code) {
      while (codeCount <= code) {
        if (codeCount == wordsByCode.length) {
          wordsByCode = Arrays.copyOf(wordsByCode, codeCount * 2);
          extrasByCode = Arrays.copyOf(extrasByCode, codeCount * 2);
        }
        var key = key(codeCount);
        wordsByCode[codeCount] = key.word();
        extrasByCode[codeCount] = key.extra();
        codeCount++;
      }
    }

    /// Returns the word of the entry with `code`, without the frame of a table that the mapper
    /// took.
    long word(int code) {
      learn(code);
      return wordsByCode[code];
    }

    /// Tells whether the entry with `code` is a link.
    boolean isLink(int code) {
      return state(code) == SlotState.LINK;
    }

    /// Tells whether it is a link to a table of the host's.
    boolean isHost(int code) {
      learn(code);
      return (extrasByCode[code] & HOST) != 0;
    }

    private SlotState state(int code) {
      learn(code);
      return STATES[(int) ((extrasByCode[code] >>> KIND_SHIFT) & KIND_MASK)];
    }

    /// Returns the slot of the model with `code` at `level`; `below` is what hangs below a link.
    Slot slot(int code, int level, Table below) {
      var state = state(code);
      var word = wordsByCode[code];
      var difference = extrasByCode[code] & ~EXTRA;
      return switch (state) {
        case EMPTY -> Slot.EMPTY;
        case RESERVED -> new Slot.Reserved(word);
        case MALFORMED -> new Slot.Malformed(word);
        case LEAF ->
            new Slot.Leaf(
                EntryWord.leafAddress(level, word), EntryWord.leafFlags(level, word) ^ difference);
        case LINK -> {
          var isChosen = (extrasByCode[code] & CHOSEN) != 0;
          var hostFrame = isHost(code) ? EntryWord.linkAddress(word) : 0;
          yield new Slot.Link(EntryWord.linkFlags(word) ^ difference, below, isChosen, hostFrame);
        }
      };
    }
  }
}
