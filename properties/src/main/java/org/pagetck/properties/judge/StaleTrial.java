package org.pagetck.properties.judge;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuCache;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.paging.Protection;

/// Puts a missing flush to real MMUs that keep translations dependably: over the bytes as they
/// were, an access fills the cache; over the bytes as they are, the same access is made by what is
/// kept, and afresh. Where the two differ, the missing flush is confirmed.
///
/// That an MMU shows nothing proves nothing: it need not keep what another keeps.
final class StaleTrial {
  private static final Protection SMAP = new Protection(true, false, true, false);

  private final Timeline timeline;
  private final PagingMode mode;
  private final long root;
  private final MmuBench bench;

  StaleTrial(Timeline timeline, PagingMode mode, long root, MmuBench bench) {
    this.timeline = timeline;
    this.mode = mode;
    this.root = root;
    this.bench = bench;
  }

  /// A stale translation.
  ///
  /// @param address the first of the page
  /// @param cached what a cache may hold of it, as a [Sight]
  /// @param now what memory has
  /// @param time when a walk finds what is cached, -1 where only one does that reads its levels at
  ///   different moments
  /// @param reload whether the step asks for a flush of everything that spares global pages
  record Stale(long address, long cached, long now, int time, boolean reload) {}

  /// Returns what real MMUs make of it, to follow the evidence: `; confirmed by unicorn: …`.
  String put(Stale stale) {
    if (!bench.isWanted()) {
      return "";
    }
    var probe = probe(stale);
    if (probe.isEmpty()) {
      return "; not consulted: no real MMU shows a memory type or a page size";
    }
    if (stale.time() < 0) {
      return "; not consulted: no real MMU can be made to read its levels at different moments";
    }
    var said = bench.each(mode, oracle -> Optional.of(put(oracle, stale, probe.get())));
    return said.isEmpty()
        ? "; not consulted: no real MMU can be asked"
        : "; " + String.join("; ", said);
  }

  /// Returns what follows the evidence that a link may stay cached, whatever hangs below it.
  String putLink() {
    return bench.isWanted() ? "; not consulted: no real MMU shows that it caches a link" : "";
  }

  private String put(MmuOracle oracle, Stale stale, MmuQuestion question) {
    var unanswerable = unanswerable(oracle, stale, question);
    var cache = oracle.cache();
    if (cache.isEmpty() || unanswerable.isPresent()) {
      var reason = unanswerable.orElse("nobody can tell how long it keeps what it cached");
      return "not consulted: %s, since %s".formatted(oracle.name(), reason);
    }
    warm(cache.get(), stale, question);
    var kept = cache.get().again(question, stale.reload());
    var fresh = oracle.ask(question);
    var when = stale.time() == 0 ? "before the call" : "after store %d".formatted(stale.time());
    var access =
        "cached %s%s, a %s of 0x%x"
            .formatted(
                when,
                stale.reload() ? " and after a reload of CR3" : "",
                question.access(),
                question.address());
    return isSame(kept, fresh)
        ? "not shown by %s: %s %s, as it does afresh".formatted(oracle.name(), access, does(fresh))
        : "confirmed by %s: %s still %s, and afresh it %s"
            .formatted(oracle.name(), access, does(kept), does(fresh));
  }

  private Optional<String> unanswerable(MmuOracle oracle, Stale stale, MmuQuestion question) {
    var now = oracle.unanswerable(question);
    var words = timeline.rewind(stale.time());
    try {
      return now.or(() -> oracle.unanswerable(question));
    } finally {
      timeline.restore(words);
    }
  }

  private void warm(MmuCache cache, Stale stale, MmuQuestion question) {
    var words = timeline.rewind(stale.time());
    try {
      cache.warm(question);
    } finally {
      timeline.restore(words);
    }
  }

  private static boolean isSame(MmuAnswer one, MmuAnswer other) {
    return without(one).equals(without(other));
  }

  /// Returns `answer` without what it set: what is cached sets nothing.
  private static MmuAnswer without(MmuAnswer answer) {
    return answer instanceof MmuAnswer.Allowed(var address, _)
        ? new MmuAnswer.Allowed(address, List.of())
        : answer;
  }

  private static String does(MmuAnswer answer) {
    return switch (answer) {
      case MmuAnswer.Allowed(var address, _) -> "goes to 0x%x".formatted(address);
      case MmuAnswer.PageFault _, MmuAnswer.NotCanonical _ -> "faults with " + answer;
      case MmuAnswer.Unexpected _ -> "ends with " + answer;
    };
  }

  /// Returns an access that the cached translation and memory answer differently.
  private Optional<MmuQuestion> probe(Stale stale) {
    var cached = stale.cached();
    var lost = cached & ~stale.now() & Sight.RIGHTS;
    var privilege = (cached & EntryFlags.USER) != 0 ? Privilege.USER : Privilege.SUPERVISOR;
    if (stale.now() == Sight.ABSENT || target(stale, cached) != target(stale, stale.now())) {
      return Optional.of(question(stale, Access.of(privilege, AccessKind.READ)));
    }
    if ((lost & EntryFlags.USER) != 0) {
      return Optional.of(question(stale, Access.USER_READ));
    }
    if (lost != 0) {
      var kind = (lost & EntryFlags.WRITABLE) != 0 ? AccessKind.WRITE : AccessKind.FETCH;
      return Optional.of(question(stale, Access.of(privilege, kind)));
    }
    return ((cached ^ stale.now()) & EntryFlags.USER) == 0
        ? Optional.empty()
        : Optional.of(new MmuQuestion(root, stale.address(), Access.SUPERVISOR_READ, SMAP));
  }

  private MmuQuestion question(Stale stale, Access access) {
    return new MmuQuestion(root, stale.address(), access, Protection.WRITE_PROTECT);
  }

  private static long target(Stale stale, long sight) {
    var offset = stale.address() & (Levels.entrySpan(Sight.level(sight)) - 1);
    return (sight & EntryWord.ADDRESS_MASK) + offset;
  }
}
