package org.pagetck.impl.mapper;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.pagetck.impl.core.RangeCore;
import org.pagetck.impl.core.RemovedPages;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.Pages;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Flush;

/// The operations of a mapper over ranges of pages. Whatever the size of the pages that name a
/// range, each step is made with the largest page that fits what is left, whose size divides the
/// addresses, and that is not refused; see [org.pagetck.model.mapper.RangeMapper].
public final class RangeOperations {
  private final RangeCore core;
  private final FlushSink flushes;

  RangeOperations(RangeCore core, FlushSink flushes) {
    this.core = core;
    this.flushes = flushes;
  }

  /// Maps `pages` to as many bytes from the start of `first` on.
  public RangeAnswer map(Pages pages, PhysFrame first, EntryFlags flags, FrameAllocator frames) {
    return answer(pages, mapBytes(pages, first, flags, frames));
  }

  private boolean mapBytes(Pages pages, PhysFrame first, EntryFlags flags, FrameAllocator frames) {
    return core.map(start(pages).bits(), pages.bytes(), first.start().bits(), flags.bits(), frames);
  }

  /// Maps like [#map], or maps nothing: where it is refused, the pages that it had mapped are
  /// unmapped again, and are to be flushed. Tables stay, and so do rights that links gained.
  public RangeAnswer mapOrUndo(
      Pages pages, PhysFrame first, EntryFlags flags, FrameAllocator frames) {
    var isDone = mapBytes(pages, first, flags, frames);
    if (isDone || core.doneBytes() == 0) {
      return answer(pages, isDone);
    }
    var reason = core.reason();
    var mapped = core.doneBytes();
    var isAll = core.flush() instanceof Flush.Everything;
    core.unmap(start(pages).bits(), mapped, false, RemovedPages.ignored());
    var owed = isAll ? Flush.ALL : core.flush();
    return new RangeAnswer(
        0, Optional.of(reason), new RangeFlush(start(pages), mapped, owed, flushes));
  }

  /// Removes `pages`, and tells `removed` of each page and what it was mapped to. A page's frame
  /// may be used otherwise once the answer's flush is done.
  public RangeAnswer unmap(Pages pages, Holes holes, BiConsumer<Page, Mapping> removed) {
    return answer(
        pages,
        core.unmap(
            start(pages).bits(),
            pages.bytes(),
            holes == Holes.SKIPPED,
            (page, level, frame, flags) -> {
              var size = PageSize.all().get(level - 1);
              removed.accept(
                  new Page(new VirtAddr(page), size),
                  new Mapping(new PhysFrame(new PhysAddr(frame), size), new EntryFlags(flags)));
            }));
  }

  /// Replaces the flags of `pages`.
  public RangeAnswer update(Pages pages, EntryFlags flags) {
    return answer(pages, core.update(start(pages).bits(), pages.bytes(), flags.bits()));
  }

  private RangeAnswer answer(Pages pages, boolean isDone) {
    return new RangeAnswer(
        core.doneBytes(),
        isDone ? Optional.empty() : Optional.of(core.reason()),
        new RangeFlush(start(pages), core.doneBytes(), core.flush(), flushes));
  }

  private static VirtAddr start(Pages pages) {
    return pages.start().start();
  }
}
