package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Rounding down looks like validation; the page then shows other memory than was asked for.
@Faulty(
    id = "F44",
    sentence = "a huge frame that is not aligned is cut silently",
    origin = "aarch64-paging",
    blame = {Requirement.ROB_02, Requirement.STR_06})
final class MisalignedFrameIsCut extends MapCore {
  MisalignedFrameIsCut(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    return super.map(page, size, cut(size, frame), flags, frames);
  }

  @Override
  public boolean mapWithTableFlags(
      long page, PageSize size, long frame, long flags, long tableFlags, FrameAllocator frames) {
    return super.mapWithTableFlags(page, size, cut(size, frame), flags, tableFlags, frames);
  }

  private static long cut(PageSize size, long frame) {
    return size == PageSize.SIZE_4K ? frame : size.alignDown(frame);
  }
}
