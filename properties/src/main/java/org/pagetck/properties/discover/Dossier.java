package org.pagetck.properties.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.discover.Discovery.Contradiction;
import org.pagetck.properties.discover.Discovery.Probe;

/// What is known of a mapper so far, and pages and frames to ask it about.
final class Dossier {
  static final long PRESENT = EntryFlags.PRESENT;
  static final long WRITABLE = EntryFlags.WRITABLE;
  static final long USER = EntryFlags.USER;

  private final List<Probe> probes = new ArrayList<>();
  private final List<Contradiction> contradictions = new ArrayList<>();
  private Declaration declaration;

  Dossier(Declaration declaration) {
    this.declaration = declaration;
  }

  Contract contract() {
    return declaration.contract();
  }

  /// Sets what is not asked for.
  <T> void assume(Setting<T> setting, T value) {
    declaration = declaration.with(setting, value);
  }

  /// Notes what `lines` decided.
  <T> void decide(Setting<T> setting, T value, List<TraceLine> lines, String because) {
    declaration = declaration.with(setting, value);
    probes.removeIf(probe -> probe.key().equals(setting.key()));
    probes.add(
        new Probe(
            setting.key(),
            declaration.overrides().getOrDefault(setting.key(), ""),
            lines,
            because));
  }

  void contradict(Setting<?> setting, List<TraceLine> lines, String because) {
    contradictions.add(new Contradiction(setting.key(), lines, because));
  }

  /// Forgets what was said against `setting`, which is asked for again.
  void reopen(Setting<?> setting) {
    contradictions.removeIf(contradiction -> contradiction.key().equals(setting.key()));
  }

  Discovery discovery() {
    return new Discovery(declaration, probes, contradictions);
  }

  /// Returns the address of a page of any size, `index` GiB into the half that is served.
  long page(int index) {
    var halfBits = Levels.virtualBits(contract().levels().getFirst()) - 1;
    var base = contract().virtualRange() == VirtualRange.UPPER ? -1L << halfBits : 0;
    return base + (1 + index) * PageSize.SIZE_1G.bytes();
  }

  /// Returns a frame of any size.
  static long frame(int index) {
    return (1 + index) * PageSize.SIZE_1G.bytes();
  }

  static TraceLine map(PageSize size, long page, long frame, long flags) {
    return call(new Operation.Map(page, size, frame, new EntryFlags(flags)));
  }

  /// Returns the map of a small page.
  static TraceLine map(long page, int frame, long flags) {
    return map(PageSize.SIZE_4K, page, frame(frame), flags);
  }

  static TraceLine unmap(PageSize size, long page) {
    return call(new Operation.Unmap(page, size));
  }

  static TraceLine update(PageSize size, long page, long flags) {
    return call(new Operation.UpdateFlags(page, size, new EntryFlags(flags)));
  }

  static TraceLine call(Operation operation) {
    return new TraceLine.Call(operation);
  }

  static String text(List<TraceLine> lines) {
    return lines.stream().map(LineText::print).collect(Collectors.joining("; "));
  }
}
