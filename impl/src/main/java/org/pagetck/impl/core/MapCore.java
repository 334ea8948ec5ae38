package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.CleanUpRange;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.FrameDeallocator;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.operation.Refusal;

/// The operations on one address space, over raw longs.
///
/// Each returns whether it was done. If so, [#frame], [#flags] and [#flush] hold what it found; if
/// not, [#reason] says why and [#decidingLevel] and [#decidingWord] where. Nothing is allocated, so
/// the results last until the next operation. Tests come in the order of the contract: arguments,
/// the walk from the root, the leaf's slot, frames; stores come after them.
public class MapCore extends CoreArguments {
  private static final long RIGHTS_KEPT = EntryFlags.PRESENT | EntryFlags.WRITABLE;
  private static final long MEMORY_TYPE =
      EntryFlags.WRITE_THROUGH | EntryFlags.NO_CACHE | EntryFlags.PAT;

  private final TableSpace space;
  private final PhysMemory memory;
  private final EntryFormat format;
  private final Walk walk;
  private final TableChain chain;
  private final LinkRights rights;
  private final EmptyTables emptyTables;

  /// Creates it for `space`.
  public MapCore(TableSpace space) {
    this(space, new Walk(space));
  }

  /// Creates it for `space` with a walk of its own.
  protected MapCore(TableSpace space, Walk walk) {
    this(space, walk, new TableChain(space, walk));
  }

  /// Creates it for `space` with a walk and a way to make tables of its own.
  protected MapCore(TableSpace space, Walk walk, TableChain chain) {
    super(space, walk);
    this.space = space;
    this.memory = space.memory();
    this.format = space.format();
    this.walk = walk;
    this.chain = chain;
    this.rights = new LinkRights(space, walk);
    this.emptyTables = new EmptyTables(space, walk);
  }

  /// Maps `page` of `size` to `frame` with `flags`; links get WRITABLE and USER where the leaf has
  /// them.
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    return begin()
        && mayMap(page, size, frame, flags)
        && insert(page, size, frame, flags, linkFlags(flags), frames);
  }

  /// Maps like [#map]; new links get exactly `tableFlags`, existing ones gain WRITABLE and USER of
  /// them.
  public boolean mapWithTableFlags(
      long page, PageSize size, long frame, long flags, long tableFlags, FrameAllocator frames) {
    return begin()
        && mayMap(page, size, frame, flags)
        && mayLinkHave(tableFlags)
        && insert(page, size, frame, flags, tableFlags | EntryFlags.PRESENT, frames);
  }

  private boolean insert(
      long page, PageSize size, long frame, long flags, long linkFlags, FrameAllocator frames) {
    var leafLevel = size.leafLevel();
    var state = walk.to(page, leafLevel);
    if (state != SlotState.EMPTY) {
      return refuse(walk.level() == leafLevel ? Refusal.ALREADY_MAPPED : parentOfMap(state));
    }
    var gap = walk.slot();
    var gapLevel = walk.level();
    if (gapLevel > leafLevel && !chain.take(gapLevel - leafLevel, frames)) {
      return outOfFrames(gap, page, gapLevel, linkFlags);
    }
    var owed = widenForMap(page, linkFlags);
    var slot = gapLevel > leafLevel ? chain.link(gap, page, gapLevel, linkFlags) : gap;
    memory.store(slot, EntryWord.leaf(leafLevel, frame, flags));
    return done(owed);
  }

  /// Refuses for want of a frame. The tables that could be had are linked, for the next call to
  /// use.
  protected boolean outOfFrames(long gap, long page, int gapLevel, long linkFlags) {
    chain.link(gap, page, gapLevel, linkFlags);
    return refuse(Refusal.NO_FRAME);
  }

  /// Removes the mapping of `page`; [#frame] and [#flags] are what it had.
  public boolean unmap(long page, PageSize size) {
    return begin() && mayName(page, size) && findLeaf(page, size) && remove(page);
  }

  /// Removes the leaf of `page` that was found.
  protected final boolean remove(long page) {
    erase(page);
    return done(Owed.PAGE);
  }

  /// Stores what is to be left of the leaf of `page` that was found: nothing. What processors set
  /// in it meanwhile counts as found.
  protected void erase(long page) {
    var flags =
        EntryWord.leafFlags(walk.level(), Exchange.remove(memory, walk.slot(), walk.word()));
    found(frame(), flags);
  }

  /// Puts `word` in the place of `old` in the leaf that was found.
  protected void replace(long old, long word) {
    memory.store(walk.slot(), word);
  }

  /// Removes whatever occupies the slot of `page`. For a RESERVED entry [#decidingWord] is what it
  /// held and [#flags] lack PRESENT.
  public boolean clear(long page, PageSize size) {
    if (!begin() || !mayName(page, size)) {
      return false;
    }
    var state = walk.to(page, size.leafLevel());
    if (state != SlotState.RESERVED || walk.level() > size.leafLevel()) {
      return isLeaf(state, size) && remove(page);
    }
    memory.store(walk.slot(), 0);
    return readLeaf();
  }

  /// Replaces the flags of `page`; its frame stays.
  public boolean updateFlags(long page, PageSize size, long flags) {
    if (!begin() || !mayName(page, size) || !mayLeafHave(flags)) {
      return false;
    }
    var state = walk.to(page, size.leafLevel());
    var isThere = state == SlotState.LEAF || state == SlotState.RESERVED;
    if (!isThere || walk.level() > size.leafLevel()) {
      return refuse(causeOf(state, size));
    }
    return replaceFlags(page, state, flags);
  }

  private boolean replaceFlags(long page, SlotState state, long wanted) {
    readLeaf();
    var word = EntryWord.leaf(walk.level(), frame(), replaced(flags(), wanted));
    if (state == SlotState.RESERVED && stateOf(walk.level(), word) == SlotState.MALFORMED) {
      return refuse(Refusal.INVALID_FRAME_ADDRESS);
    }
    if (word == 0) {
      return refuse(Refusal.INVALID_FLAGS);
    }
    var first = state == SlotState.LEAF && rights.lacks(wanted) ? narrowed(word) : walk.word();
    if (first != walk.word()) {
      replace(walk.word(), first);
    }
    var owed = widenForUpdate(page, wanted);
    if (word != first) {
      replace(first, word);
    }
    return done(
        owed == Owed.NOTHING && state == SlotState.LEAF && takesAway(flags(), wanted)
            ? Owed.PAGE
            : owed);
  }

  /// Returns `word` without the rights that the leaf lacks now. It stands there while links are
  /// widened: what they give must not come together with what the leaf is about to lose.
  private long narrowed(long word) {
    if ((word & EntryFlags.PRESENT) == 0) {
      return word;
    }
    var gained = word & ~walk.word() & LinkRights.WIDENING;
    return (word & ~gained) | (walk.word() & EntryFlags.NO_EXECUTE);
  }

  /// Returns the flags that a leaf gets that has `present` ones and is to have `wanted` ones.
  protected long replaced(long present, long wanted) {
    return wanted;
  }

  final SlotState stateOf(int level, long word) {
    return format.stateOf(level, word);
  }

  /// Tells whether a cache that holds a leaf with flags `before` could grant what `after` does not,
  /// or access it as another memory type. USER counts both ways: gained, it narrows the kernel
  /// under SMEP and SMAP.
  static boolean takesAway(long before, long after) {
    var lost = before & ~after;
    var gained = after & ~before;
    return (lost & (RIGHTS_KEPT | EntryFlags.USER)) != 0
        || (gained & (EntryFlags.USER | EntryFlags.NO_EXECUTE)) != 0
        || ((lost | gained) & MEMORY_TYPE) != 0;
  }

  /// Looks `page` up: [#frame] and [#flags].
  public boolean translatePage(long page, PageSize size) {
    return begin() && mayName(page, size) && findLeaf(page, size);
  }

  /// Looks `address` up: [#frame], [#flags] and [#offset] in the leaf that the hardware walk finds,
  /// which is one of [#decidingLevel].
  public boolean translate(long address) {
    if (!begin() || !mayName(address)) {
      return false;
    }
    var state = walk.to(address, 1);
    if (state == SlotState.LEAF) {
      return readLeaf() && at(offsetIn(walk.level(), address));
    }
    return refuse(
        state == SlotState.MALFORMED ? Refusal.INVALID_FRAME_ADDRESS : Refusal.NOT_MAPPED);
  }

  /// Returns how far `address` lies inside its page, whose leaf is at `level`.
  protected long offsetIn(int level, long address) {
    return address & (Levels.entrySpan(level) - 1);
  }

  /// Replaces the flags of the link at `level` on the way to `address`; PRESENT stays.
  public boolean setTableFlags(long address, int level, long flags) {
    if (!begin() || !mayName(address)) {
      return false;
    }
    if (!mayHoldLinks(level) || !mayLinkHave(flags)) {
      return false;
    }
    var state = walk.to(address, level);
    if (state != SlotState.LINK) {
      return refuse(parent(state));
    }
    var word = EntryWord.link(EntryWord.linkAddress(walk.word()), flags | EntryFlags.PRESENT);
    if (word == walk.word()) {
      return true;
    }
    memory.store(walk.slot(), word);
    return done(Owed.EVERYTHING);
  }

  /// Unlinks the empty tables whose whole span lies between `first` and `last`, both inclusive,
  /// flushes through `flushes`, and gives their frames back to `frames`. Nothing remains to be
  /// flushed.
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    if (!begin() || !mayName(first) || !mayName(last)) {
      return false;
    }
    return gaveBack(emptyTables.giveBack(first, last, CleanUpRange.CONTAINED, frames, flushes));
  }

  /// Cleans up like [#cleanUp]; `range` says which tables count as lying between the two addresses.
  public final boolean cleanUpRange(
      long first, long last, CleanUpRange range, FrameDeallocator frames, FlushSink flushes) {
    if (!begin() || !mayName(first) || !mayName(last)) {
      return false;
    }
    return gaveBack(emptyTables.giveBack(first, last, range, frames, flushes));
  }

  /// Gives the links that are there above a page to be mapped what `linkFlags` has of WRITABLE and
  /// USER.
  protected Owed widenForMap(long page, long linkFlags) {
    return rights.widen(page, linkFlags);
  }

  /// Gives the links above a page whose leaf gets `flags` what those have of WRITABLE and USER.
  protected Owed widenForUpdate(long page, long flags) {
    return rights.widen(page, flags);
  }

  /// Returns the flags that links need above a leaf with `flags`.
  protected long linkFlags(long flags) {
    return EntryFlags.PRESENT | (flags & LinkRights.WIDENING);
  }

  private boolean findLeaf(long page, PageSize size) {
    return isLeaf(walk.to(page, size.leafLevel()), size);
  }

  private boolean isLeaf(SlotState state, PageSize size) {
    if (state != SlotState.LEAF || walk.level() > size.leafLevel()) {
      return refuse(causeOf(state, size));
    }
    return readLeaf();
  }

  /// Names the cause where the walk to a leaf of `size` ended at a slot in `state` that is none.
  private Refusal causeOf(SlotState state, PageSize size) {
    if (walk.level() > size.leafLevel()) {
      return parent(state);
    }
    return switch (state) {
      case EMPTY, RESERVED, LEAF -> Refusal.NOT_MAPPED;
      case LINK -> Refusal.TABLE_ENTRY;
      case MALFORMED -> Refusal.INVALID_FRAME_ADDRESS;
    };
  }

  /// Names the cause where a walk to an existing entry ended at a slot in `state`. Only a slot that
  /// is no link can end it early.
  static Refusal parent(SlotState state) {
    return switch (state) {
      case EMPTY, RESERVED -> Refusal.NOT_MAPPED;
      case LINK, LEAF, MALFORMED -> Refusal.PARENT_HUGE_PAGE;
    };
  }

  private static Refusal parentOfMap(SlotState state) {
    return state == SlotState.RESERVED ? Refusal.PARENT_RESERVED : Refusal.PARENT_HUGE_PAGE;
  }

  final TableSpace space() {
    return space;
  }

  /// Returns the memory, for mappers built on this one.
  protected final PhysMemory memory() {
    return memory;
  }

  /// Returns what makes tables, for mappers built on this one.
  protected final TableChain chain() {
    return chain;
  }

  /// Gives the links that the last walk, towards `address`, went through what `flags` has of
  /// WRITABLE and USER, for mappers built on this one. Returns the flush that this takes.
  protected final Owed widenLinks(long address, long flags) {
    return rights.widen(address, flags);
  }

  /// Tells whether a link that the last walk went through lacks WRITABLE or USER which `flags`
  /// have, for mappers built on this one.
  protected final boolean lackRights(long flags) {
    return rights.lacks(flags);
  }

  /// Returns the walk, for mappers built on this one.
  protected final Walk walk() {
    return walk;
  }
}
