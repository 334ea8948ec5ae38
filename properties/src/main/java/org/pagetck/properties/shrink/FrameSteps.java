package org.pagetck.properties.shrink;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// Steps towards small frames: a frame wherever it occurs, two frames exchanged, then single lines.
/// Places of pokes likewise.
final class FrameSteps {
  private static final int OFFSET_MASK = Levels.TABLE_BYTES - 1;
  private static final int SMALL = 4;

  /// Frames are exchanged in traces with at most so many.
  private static final int EXCHANGED_MAX = 16;

  private FrameSteps() {}

  static void run(Search search) {
    search.attemptAll(LineEdit.ofFrames(_ -> 0)::apply);
    PageSize.all().forEach(size -> attemptConsecutive(search, size.bytes()));
    for (var i = 0; i < frames(search).size(); i++) {
      for (var replaced = true; replaced && i < frames(search).size(); ) {
        var frame = frames(search).get(i);
        replaced =
            targets(search, frame)
                .anyMatch(target -> search.attemptAll(replacing(frame, target)::apply));
      }
    }
    exchange(search);
    for (var i = 0; i < search.lines().size(); i++) {
      for (var replaced = true; replaced && i < search.lines().size(); ) {
        replaced = replace(search, i, search.lines().get(i));
      }
    }
  }

  /// Numbers all frames from 0, in order of appearance.
  private static void attemptConsecutive(Search search, long unit) {
    var all = frames(search);
    search.attemptAll(LineEdit.ofFrames(frame -> all.indexOf(frame) * unit)::apply);
  }

  private static List<Long> frames(Search search) {
    return search.lines().stream()
        .flatMap(line -> LineEdit.frames(line).stream())
        .distinct()
        .toList();
  }

  private static LineEdit replacing(long frame, long target) {
    return LineEdit.ofFrames(other -> other == frame ? target : other);
  }

  private static boolean replace(Search search, int index, TraceLine line) {
    return LineEdit.frames(line).stream()
        .anyMatch(frame ->
            targets(search, frame)
                .anyMatch(target -> search.attemptAt(index, replacing(frame, target).apply(line))));
  }

  private static void exchange(Search search) {
    var all = frames(search);
    if (all.size() > EXCHANGED_MAX) {
      return;
    }
    for (var one : all) {
      for (var other : all) {
        search.attemptAll(LineEdit.ofFrames(frame -> exchanged(frame, one, other))::apply);
      }
    }
  }

  private static long exchanged(long frame, long one, long other) {
    if (frame == one) {
      return other;
    }
    return frame == other ? one : frame;
  }

  /// Returns the frames to try in place of `frame`, lowest first.
  private static Stream<Long> targets(Search search, long frame) {
    var targets = new TreeSet<Long>(Long::compareUnsigned);
    var memory = search.setup().memoryStart();
    var unit = largest(search, frame).bytes();
    for (var small = 0L; small < SMALL; small++) {
      targets.add(small);
      targets.add(small * unit);
      targets.add(small * Levels.TABLE_BYTES);
      targets.add(memory + small * Levels.TABLE_BYTES);
      targets.add(memory + small * Levels.ENTRY_BYTES);
    }
    PageSize.all().forEach(size -> targets.add(size.bytes()));
    var low = frame & OFFSET_MASK;
    for (var step = 0; step < Long.SIZE && frame >>> step != 0; step++) {
      var lower = frame - (frame >>> step);
      targets.add(lower & ~OFFSET_MASK);
      targets.add((lower & ~OFFSET_MASK) | low);
      targets.add(lower & -unit);
      targets.add((frame & ~OFFSET_MASK) | (low - (low >>> step)));
    }
    targets.add(Long.highestOneBit(frame));
    targets.add(low);
    targets.addAll(frames(search));
    return List.copyOf(targets.headSet(frame)).stream();
  }

  private static PageSize largest(Search search, long frame) {
    return search.lines().stream()
        .flatMap(line ->
            line instanceof TraceLine.Call(Operation.AnyMap map) ? Stream.of(map) : Stream.empty())
        .filter(map -> map.frame() == frame)
        .map(Operation.AnyMap::size)
        .max(PageSize::compareTo)
        .orElse(PageSize.SIZE_4K);
  }
}
