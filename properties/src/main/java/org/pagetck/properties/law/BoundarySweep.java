package org.pagetck.properties.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.judge.Verdicts;

/// ALG-08, systematically: all maps over boundaries in one address space, each read back.
final class BoundarySweep {
  private final LawBench bench;
  private final Verdicts verdicts;

  BoundarySweep(LawBench bench, Verdicts verdicts) {
    this.bench = bench;
    this.verdicts = verdicts;
  }

  /// Returns lists of calls that may show what is wrong with the last of them, the shorter one
  /// first; none where every map was read back as it was made.
  List<List<Operation>> suspects(List<Operation.Map> maps) {
    var calls = new ArrayList<Operation>(maps);
    var mapped = bench.run(calls);
    maps.forEach(map -> calls.addAll(MappedIsFound.readings(map)));
    var read = bench.run(calls);
    if (mapped.isEmpty() || read.isEmpty()) {
      return List.of();
    }
    for (var i = 0; i < maps.size(); i++) {
      if (mapped.get().answers().get(i) instanceof Outcome.Done) {
        verdicts.exercise(Requirement.ALG_08);
        var first = maps.size() + i * (calls.size() - maps.size()) / maps.size();
        var last = maps.size() + (i + 1) * (calls.size() - maps.size()) / maps.size();
        var answers = read.get().answers().subList(first, last);
        if (MappedIsFound.difference(maps.get(i), mapped.get().tree(), answers, bench)
            .isPresent()) {
          return Stream.of(maps.subList(i, i + 1), maps.subList(0, i + 1))
              .map(List::<Operation>copyOf)
              .toList();
        }
      }
    }
    return List.of();
  }
}
