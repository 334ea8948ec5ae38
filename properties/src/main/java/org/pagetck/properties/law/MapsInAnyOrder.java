package org.pagetck.properties.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-05: the same maps of disjoint pages, made over empty tables in another order, leave the same
/// tables.
final class MapsInAnyOrder implements Law {
  @Override
  public Requirement requirement() {
    return Requirement.ALG_05;
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.Map && answer instanceof Outcome.Done;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var maps = disjoint(calls, bench.levels());
    var tried = bench.run(maps);
    if (tried.isEmpty()) {
      return Result.NOTHING;
    }
    var done = new ArrayList<Operation>();
    for (var i = 0; i < maps.size(); i++) {
      if (tried.get().answers().get(i) instanceof Outcome.Done) {
        done.add(maps.get(i));
      }
    }
    if (done.size() < 2) {
      return Result.NOTHING;
    }
    var forward = bench.run(done);
    var backward = bench.run(done.reversed());
    if (forward.isEmpty() || backward.isEmpty()) {
      return Result.NOTHING;
    }
    var refused =
        backward.get().answers().stream().filter(it -> !(it instanceof Outcome.Done)).findFirst();
    return refused.isPresent()
        ? Result.of(
            "maps of disjoint pages are refused in another order",
            done.reversed(),
            Optional.of("one answers " + refused.get()))
        : Result.of(
            "maps of disjoint pages leave other tables in another order",
            done.reversed(),
            bench.own(forward.get().tree()).difference(bench.own(backward.get().tree())));
  }

  private static List<Operation> disjoint(List<Operation> calls, int levels) {
    var chosen = new ArrayList<Operation.Map>();
    for (var call : calls) {
      if (call instanceof Operation.Map map
          && Calls.isPage(map.page(), map.size(), levels)
          && chosen.stream().allMatch(other -> Calls.areDisjoint(map, other))) {
        chosen.add(map);
      }
    }
    return List.copyOf(chosen);
  }
}
