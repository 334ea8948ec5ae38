package org.pagetck.properties.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuCache;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.memory.TableBytes;

/// The page walk in the role of a real MMU that keeps all answers until it is told to forget them.
///
/// @param bytes the memory
/// @param mode what it walks in
/// @param kept its answers
record KeepingMmu(TableBytes bytes, PagingMode mode, Map<MmuQuestion, MmuAnswer> kept)
    implements MmuOracle, MmuCache {
  /// Returns where such MMUs come from.
  static MmuSource source() {
    return new MmuSource() {
      @Override
      public Opened open(TableBytes bytes, PagingMode mode) {
        return new Opened(List.of(new KeepingMmu(bytes, mode, new HashMap<>())), List.of());
      }

      @Override
      public List<String> absences() {
        return List.of();
      }
    };
  }

  @Override
  public String name() {
    return "keeping";
  }

  @Override
  public Optional<String> unanswerable(MmuQuestion question) {
    return Optional.empty();
  }

  @Override
  public MmuAnswer ask(MmuQuestion question) {
    return MmuAnswer.of(
        new PageWalk(mode)
            .access(
                at -> bytes.isWord(at) ? bytes.load(at) : 0,
                question.root(),
                question.address(),
                question.access(),
                question.protection()));
  }

  @Override
  public Optional<MmuCache> cache() {
    return Optional.of(this);
  }

  @Override
  public MmuAnswer warm(MmuQuestion question) {
    kept.clear();
    kept.put(question, ask(question));
    return ask(question);
  }

  @Override
  public MmuAnswer again(MmuQuestion question, boolean reload) {
    return reload ? ask(question) : kept.getOrDefault(question, ask(question));
  }

  @Override
  public void close() {}
}
