package org.pagetck.reports.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pagetck.model.address.Levels;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.model.verdict.TableImage.TableFrame;

/// Says of each event of a call where in the tables it happened.
final class EventText {
  private static final Pattern STORE = Pattern.compile("store 0x([0-9a-f]+) 0x([0-9a-f]+)");
  private static final int HEX = 16;

  private final List<TableImage> images;
  private final EntryText entries;

  /// Creates it for tables that are in one of `images`.
  EventText(EntryText entries, TableImage... images) {
    this.entries = entries;
    this.images = List.of(images);
  }

  /// Returns `event`, and what it means where it is a store into a table that is known.
  String of(String event) {
    var store = STORE.matcher(event);
    if (!store.matches()) {
      return event;
    }
    var address = Long.parseUnsignedLong(store.group(1), HEX);
    var word = Long.parseUnsignedLong(store.group(2), HEX);
    return table(address & -Levels.TABLE_BYTES)
        .map(table -> event + "    " + meaning(table, address, word))
        .orElse(event);
  }

  private String meaning(TableFrame table, long address, long word) {
    var index = (address - table.frame()) / Levels.ENTRY_BYTES;
    return "level %d, entry %d: %s"
        .formatted(table.level(), index, entries.of(table.level(), word));
  }

  private Optional<TableFrame> table(long frame) {
    return images.stream()
        .flatMap(image -> image.tables().stream())
        .filter(table -> table.frame() == frame)
        .findFirst();
  }
}
