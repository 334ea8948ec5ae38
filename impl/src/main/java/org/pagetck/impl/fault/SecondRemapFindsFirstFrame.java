package org.pagetck.impl.fault;

import java.util.HashMap;
import java.util.Map;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only at the second remap of a page.
@Faulty(
    id = "R05",
    sentence = "a page that is mapped for the third time gets the frame that it had first",
    origin = "made for the suite",
    blame = Requirement.MAP_01)
final class SecondRemapFindsFirstFrame extends MapCore {
  private final Map<Long, Long> first = new HashMap<>();
  private final Map<Long, Integer> times = new HashMap<>();

  SecondRemapFindsFirstFrame(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    var key = page | size.leafLevel();
    var isThird = times.getOrDefault(key, 0) == 2 && mayMap(page, size, frame, flags);
    var used = isThird ? first.getOrDefault(key, frame) : frame;
    var isDone = super.map(page, size, used, flags, frames);
    if (isDone) {
      first.putIfAbsent(key, frame);
      times.merge(key, 1, Integer::sum);
    }
    return isDone;
  }
}
