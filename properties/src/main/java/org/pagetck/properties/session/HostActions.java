package org.pagetck.properties.session;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.HostChanges;
import org.pagetck.model.space.Slot;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.TableMap;

/// Carries the host's events out, in the model and in the bytes alike.
final class HostActions {
  private HostActions() {}

  /// Says that the frame that the planted `word` leads to is in use from now on.
  static void listTarget(TableBytes bytes, TableMap tables, long word) {
    var frame = EntryWord.linkAddress(word);
    if (bytes.frameIndex(frame) >= 0) {
      tables.list(frame);
    }
  }

  @SuppressWarnings("ReferenceEquality") // sharing is what is asked about
  static AddressSpace plant(
      AddressSpace space, TableBytes bytes, TableMap tables, TraceLine.Plant plant) {
    var next = space.plant(plant.level(), plant.address(), plant.word());
    if (next == space) {
      return space;
    }
    var at = entryAddress(space, bytes, plant.level(), plant.address());
    if (next.slotAt(plant.level(), plant.address()) instanceof Slot.Link link) {
      var frame = link.hostFrame();
      var base = plant.address() & -Levels.entrySpan(plant.level());
      bytes.zeroAsHost(frame);
      tables.addTable(frame, plant.level() - 1, Levels.significant(base, space.rules().levels()));
      tables.setOwned(frame, true);
    }
    bytes.storeAsHost(at, plant.word());
    return next;
  }

  @SuppressWarnings("ReferenceEquality") // sharing is what is asked about
  static AddressSpace access(AddressSpace space, TableBytes bytes, TraceLine.Access access) {
    var write = access.kind() == AccessKind.WRITE;
    var change =
        new HostChanges.Access(
            access.address(),
            write,
            access.kind() == AccessKind.FETCH,
            access.privilege() == Privilege.USER);
    var next = space.access(change);
    if (next == space) {
      return space;
    }
    for (var level = space.rules().levels(); level >= 1; level--) {
      var at = entryAddress(space, bytes, level, access.address());
      var word = bytes.load(at) | EntryFlags.ACCESSED;
      var isLeaf = space.slotAt(level, access.address()) instanceof Slot.Leaf;
      bytes.storeAsHost(at, isLeaf && write ? word | EntryFlags.DIRTY : word);
      if (isLeaf) {
        break;
      }
    }
    return next;
  }

  /// Stores `word` at `address`. The frame that it leads to is in use from now on.
  static void poke(TableBytes bytes, TableMap tables, long address, long word) {
    tables.list(address);
    var frame = EntryWord.linkAddress(word);
    if (bytes.frameIndex(frame) >= 0) {
      tables.list(frame);
    }
    bytes.storeAsHost(address, word);
  }

  /// Returns where the entry at `level` for `address` lies; its table must be there.
  private static long entryAddress(AddressSpace space, TableBytes bytes, int level, long address) {
    var frame = bytes.start();
    for (var current = space.rules().levels(); current > level; current--) {
      var at = frame + (long) Levels.index(address, current) * Levels.ENTRY_BYTES;
      frame = EntryWord.linkAddress(bytes.load(at));
    }
    return frame + (long) Levels.index(address, level) * Levels.ENTRY_BYTES;
  }
}
