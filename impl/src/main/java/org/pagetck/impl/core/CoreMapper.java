package org.pagetck.impl.core;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.RangeMapper;
import org.pagetck.model.mapper.RangeOutcome;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// A core as the suite sees a mapper: raw arguments in, outcomes out.
public final class CoreMapper implements RangeMapper {
  private static final Outcome DONE_PAGE = new Outcome.Done(Flush.PAGE);
  private static final Outcome DONE_ALL = new Outcome.Done(Flush.ALL);

  private final MapCore core;
  private final RangeCore ranges;
  private final FrameAllocator frames;
  private final FlushSink flushes;

  /// Creates it over `core`, with the frames and flushes of `host`.
  public CoreMapper(MapCore core, Host host) {
    this(core, host.frames(), host.flushes());
  }

  /// Creates it over `core`.
  public CoreMapper(MapCore core, FrameAllocator frames, FlushSink flushes) {
    this.core = core;
    this.ranges = new RangeCore(core);
    this.frames = frames;
    this.flushes = flushes;
  }

  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    return done(core.map(page, size, frame, flags.bits(), frames));
  }

  @Override
  public Outcome mapWithTableFlags(
      long page, PageSize size, long frame, EntryFlags flags, EntryFlags tableFlags) {
    return done(core.mapWithTableFlags(page, size, frame, flags.bits(), tableFlags.bits(), frames));
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    return core.unmap(page, size) ? removed() : refused();
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    return done(core.updateFlags(page, size, flags.bits()));
  }

  @Override
  public Outcome translatePage(long page, PageSize size) {
    return core.translatePage(page, size)
        ? new Outcome.Found(core.frame(), new EntryFlags(core.flags()))
        : refused();
  }

  @Override
  public Outcome translate(long address) {
    if (!core.translate(address)) {
      return refused();
    }
    var size = PageSize.all().get(core.decidingLevel() - 1);
    return new Outcome.Translated(size, core.frame(), core.offset(), new EntryFlags(core.flags()));
  }

  @Override
  public Outcome clear(long page, PageSize size) {
    if (!core.clear(page, size)) {
      return refused();
    }
    return (core.flags() & EntryFlags.PRESENT) == 0
        ? new Outcome.RemovedReserved(core.decidingWord(), core.flush())
        : removed();
  }

  @Override
  public Outcome setTableFlags(long address, int level, EntryFlags flags) {
    return done(core.setTableFlags(address, level, flags.bits()));
  }

  @Override
  public Outcome cleanUp(long first, long last) {
    return done(core.cleanUp(first, last, frames, flushes));
  }

  @Override
  public RangeOutcome mapRange(long page, long bytes, long frame, EntryFlags flags) {
    return outcome(ranges.map(page, bytes, frame, flags.bits(), frames));
  }

  @Override
  public RangeOutcome unmapRange(long page, long bytes) {
    return outcome(ranges.unmap(page, bytes, false, RemovedPages.ignored()));
  }

  @Override
  public RangeOutcome updateRange(long page, long bytes, EntryFlags flags) {
    return outcome(ranges.update(page, bytes, flags.bits()));
  }

  private RangeOutcome outcome(boolean done) {
    return done
        ? RangeOutcome.done(ranges.doneBytes(), ranges.flush())
        : RangeOutcome.refused(ranges.doneBytes(), ranges.reason(), ranges.flush());
  }

  private Outcome removed() {
    return new Outcome.Removed(core.frame(), new EntryFlags(core.flags()), core.flush());
  }

  private Outcome refused() {
    return Outcome.refused(core.reason());
  }

  private Outcome done(boolean done) {
    if (!done) {
      return refused();
    }
    return switch (core.flush()) {
      case Flush.Nothing _ -> Outcome.DONE;
      case Flush.CallPage _ -> DONE_PAGE;
      case Flush.Everything _ -> DONE_ALL;
      case Flush.Range _, Flush.Unsaid _ -> new Outcome.Done(core.flush());
    };
  }
}
