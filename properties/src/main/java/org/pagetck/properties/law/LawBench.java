package org.pagetck.properties.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.observation.Attention;
import org.pagetck.properties.session.Session;
import org.pagetck.properties.session.Workplace;

/// Runs calls for the laws: always from empty tables, with frames to spare, and nobody judges. What
/// it ran once it does not run again.
public final class LawBench {
  private static final long EVERYTHING = -1;

  private final Workplace place;
  private final long number;
  private final Setup setup;
  private final Contract contract;
  private final Map<List<Operation>, Optional<Run>> runs = new HashMap<>();

  /// Creates it for the traces of one setup, under the contract that counts for them. Everything is
  /// compared.
  public LawBench(Workplace place, Setup setup, Contract contract) {
    this(place, setup, contract, EVERYTHING);
  }

  /// Creates it for one trace. Laws that take many runs compare some of them, by `number`, which is
  /// not negative.
  public LawBench(Workplace place, Setup setup, Contract contract, long number) {
    this.number = number;
    this.place = place;
    this.setup = setup;
    this.contract = contract;
  }

  Contract contract() {
    return contract;
  }

  /// Tells whether comparison `index` of `count` is among those that are made: one of them, unless
  /// all are.
  boolean isTurnOf(int index, int count) {
    return number == EVERYTHING || number % count == index % count;
  }

  int levels() {
    return setup.levels();
  }

  /// Runs `calls`; gives nothing where the subject fails or cannot express one of them, or where
  /// the tables are too many.
  Optional<Run> run(List<Operation> calls) {
    var known = runs.get(calls);
    if (known == null) {
      known = run(calls, List.of(), false);
      runs.put(List.copyOf(calls), known);
    }
    return known;
  }

  /// Runs `calls` and asks the page walk about `addresses`.
  Optional<Run> run(List<Operation> calls, List<Long> addresses) {
    return run(calls, addresses, false);
  }

  /// Runs `calls`, with the mapper opened anew before each.
  Optional<Run> runReopening(List<Operation> calls) {
    return run(calls, List.of(), true);
  }

  /// Runs `calls`; before the last of them a processor uses the links above the entry of `mark`,
  /// and that entry itself `when` it is said.
  Optional<Marked> runMarked(List<Operation> calls, Mark mark, When when) {
    var session = place.listen(setup, contract, Attention.PATH);
    try {
      for (var call : Calls.withoutLast(calls)) {
        if (!isAnswered(session, call)) {
          return Optional.empty();
        }
      }
      mark.linksAbove(session.seen().bytes(), setup.levels());
      var entry = mark.entry(session.seen().bytes(), setup.levels());
      var isThere = entry >= 0;
      if (isThere && when == When.BEFORE) {
        mark.set(session.seen().bytes(), entry);
      } else if (isThere && when == When.DURING) {
        session.lateMark().await(entry, mark.marks());
      }
      var isDone = isAnswered(session, calls.getLast());
      var cameBetween = session.lateMark().end();
      var hasHappened =
          when == When.AFTER
              ? isDone && mark.setAgain(session.seen().bytes(), setup.levels())
              : cameBetween;
      var last = Run.plain(session.seen().given());
      return isDone
          ? tree(session).map(tree -> new Marked(last, own(tree), hasHappened))
          : Optional.empty();
    } finally {
      session.end();
    }
  }

  /// When a processor uses an entry that the last call is about.
  enum When {
    NEVER,
    BEFORE,
    DURING,
    AFTER
  }

  /// What a run left in which a processor used an entry.
  ///
  /// @param last the last answer
  /// @param tree the tables
  /// @param hasHappened whether the processor came between, or could come after
  record Marked(Outcome last, Tree tree, boolean hasHappened) {
    boolean isLike(Marked other) {
      return last.equals(other.last) && tree.equals(other.tree);
    }
  }

  private static boolean isAnswered(Session session, Operation call) {
    return session.execute(new TraceLine.Call(call)) == Session.Result.HELD
        && !(session.seen().given() instanceof Outcome.Failed);
  }

  private Optional<Run> run(List<Operation> calls, List<Long> addresses, boolean isReopening) {
    var session = place.listen(setup, contract, Attention.PATH);
    try {
      var answers = new ArrayList<Outcome>();
      for (var call : calls) {
        if (isReopening) {
          session.reopen();
        }
        if (!isAnswered(session, call)) {
          return Optional.empty();
        }
        answers.add(Run.plain(session.seen().given()));
      }
      return tree(session)
          .map(tree ->
              new Run(
                  answers,
                  tree,
                  walked(session, addresses),
                  calls.isEmpty() ? 0 : session.seen().givenBack().count()));
    } finally {
      session.end();
    }
  }

  private Optional<Tree> tree(Session session) {
    return new TreeReader(
            session.seen().bytes(),
            session.space().rules().format(),
            setup.levels(),
            contract.recursiveSlot())
        .read();
  }

  private List<Long> walked(Session session, List<Long> addresses) {
    var bytes = session.seen().bytes();
    var mode = new PagingMode(setup.levels(), contract.physicalWidth(), contract.noExecute());
    var walk = new PageWalk(mode);
    return addresses.stream()
        .map(address ->
            walk.walk(at -> bytes.isWord(at) ? bytes.load(at) : 0, bytes.start(), address))
        .toList();
  }

  /// Returns `tree` without the flags that the mapper may set by itself.
  Tree own(Tree tree) {
    return tree.without(contract.linkAdds().bits(), contract.addsFlags().bits());
  }
}
