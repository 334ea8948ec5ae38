package org.pagetck.impl.fault;

import java.util.HashSet;
import java.util.Set;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only where cleanUp is followed by a map that gets the same frame.
@Faulty(
    id = "R07",
    sentence = "a table that cleanUp found empty and gave back is not zeroed when it comes again",
    origin = "made for the suite",
    blame = {Requirement.STR_10, Requirement.ALC_05})
final class ReturnedFramesCountAsZero extends MapCore {
  private final Set<Long> returned;

  ReturnedFramesCountAsZero(TableSpace space) {
    this(space, new Walk(space), new HashSet<>());
  }

  private ReturnedFramesCountAsZero(TableSpace space, Walk walk, Set<Long> returned) {
    super(space, walk, new FaultyChain(space, walk, returned));
    this.returned = returned;
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    return super.cleanUp(first, last, new Noting(frames, returned), flushes);
  }

  private record Noting(FrameAllocator frames, Set<Long> returned) implements FrameAllocator {
    @Override
    public long allocate() {
      return frames.allocate();
    }

    @Override
    public void deallocate(long frame) {
      returned.add(frame);
      frames.deallocate(frame);
    }
  }

  private static final class FaultyChain extends TableChain {
    private final Set<Long> returned;

    FaultyChain(TableSpace space, Walk walk, Set<Long> returned) {
      super(space, walk);
      this.returned = returned;
    }

    @Override
    protected void prepare(long frame) {
      if (!returned.remove(frame)) {
        super.prepare(frame);
      }
    }
  }
}
