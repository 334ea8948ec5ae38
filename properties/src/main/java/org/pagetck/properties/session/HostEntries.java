package org.pagetck.properties.session;

import org.pagetck.model.operation.Operation;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.TableMap;

/// The entries of the top table that are the host's: it makes them before the mapper is opened, and
/// neither asks the mapper nor does anything itself where they stand.
final class HostEntries {
  private final RecursiveEntry recursive;
  private final SharedEntries shared;

  HostEntries(SpaceRules rules) {
    this.recursive = new RecursiveEntry(rules.contract().recursiveSlot(), rules.levels());
    this.shared = new SharedEntries(rules);
  }

  /// Makes them in the empty `space` and its tables.
  AddressSpace make(AddressSpace space, TableBytes bytes, TableMap tables) {
    recursive.make(bytes);
    return shared.make(space, bytes, tables);
  }

  /// Takes over what the mapper made of them when it was opened.
  void accept(TableBytes bytes) {
    recursive.accept(bytes);
  }

  /// Makes again those that going back to a state does not.
  void restore(TableBytes bytes) {
    recursive.restore(bytes);
  }

  /// Tells whether `operation` names what is the host's.
  boolean covers(Operation operation) {
    return recursive.covers(operation) || shared.covers(operation);
  }

  /// Tells whether `event` would change what is to stay as it was made.
  boolean forbids(TraceLine.HostEvent event) {
    return recursive.forbids(event) || shared.forbids(event);
  }
}
