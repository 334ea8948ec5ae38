package org.pagetck.reports.finding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WalkStep;
import org.pagetck.model.paging.WalkWord;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.properties.record.EvidenceRecord.MachineRow;

/// What the processor finds at an address, by the pure page walk over an image of the tables.
final class HardwareView {
  private final PageWalk walk;
  private final TableImage image;
  private final Set<Long> tables = new HashSet<>();
  private final Map<Long, Long> words = new HashMap<>();

  /// Creates the view of `image`.
  HardwareView(TableImage image, MachineRow machine) {
    this.walk =
        new PageWalk(new PagingMode(image.levels(), machine.physicalWidth(), machine.noExecute()));
    this.image = image;
    for (var table : image.tables()) {
      tables.add(table.frame());
      for (var entry : table.entries()) {
        words.put(table.frame() + (long) entry.index() * Levels.ENTRY_BYTES, entry.word());
      }
    }
  }

  /// Returns the address that a line of a trace is about, or nothing where it is about none.
  static Optional<Long> addressOf(String line) {
    return LineText.parse(line)
        .toOptional()
        .flatMap(parsed ->
            switch (parsed) {
              case TraceLine.Call(Operation.OnPage call) -> Optional.of(call.page());
              case TraceLine.Call(Operation.Translate call) -> Optional.of(call.address());
              case TraceLine.Call(Operation.SetTableFlags call) -> Optional.of(call.address());
              case TraceLine.Call(Operation.CleanUp _) -> Optional.empty();
              case TraceLine.HostEvent _ -> Optional.empty();
            });
  }

  /// Returns what is found at `address` in a few words, or nothing where the image ends before the
  /// walk does.
  Optional<String> at(long address) {
    var isCanonical = Levels.isCanonical(address, image.levels());
    return isCanonical && path(address).isEmpty()
        ? Optional.empty()
        : Optional.of(describe(address));
  }

  /// Returns the entries that the walk of `address` reads, root first; none where the image ends
  /// before the walk does.
  List<WalkStep> path(long address) {
    var path = walk.path(this::load, image.root(), address);
    var seen =
        path.stream().allMatch(step -> tables.contains(step.address() & -Levels.TABLE_BYTES));
    return seen ? path : List.of();
  }

  private long load(long address) {
    return words.getOrDefault(address, 0L);
  }

  private String describe(long address) {
    var found = walk.walk(this::load, image.root(), address);
    var level = WalkWord.level(found);
    if (WalkWord.isNotCanonical(found)) {
      return "nothing: the address is not canonical";
    }
    if (WalkWord.isAbsent(found)) {
      return "nothing: the entry at level %d is not PRESENT".formatted(level);
    }
    if (WalkWord.isReserved(found)) {
      return "a fault: the entry at level %d has a reserved bit set".formatted(level);
    }
    var size = PageSize.byLeafLevel(level).orElseThrow();
    var flags = WalkWord.flags(found);
    return "a %s page at physical `0x%x`, %s, %s, %s"
        .formatted(
            size,
            WalkWord.physicalAddress(found, address),
            (flags & EntryFlags.WRITABLE) != 0 ? "writable" : "read-only",
            (flags & EntryFlags.USER) != 0 ? "for user and supervisor" : "for the supervisor only",
            (flags & EntryFlags.NO_EXECUTE) != 0 ? "not executable" : "executable");
  }
}
