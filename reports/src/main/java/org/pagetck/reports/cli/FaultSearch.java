package org.pagetck.reports.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.FaultHunt;
import org.pagetck.properties.engine.FaultHunt.Catch;
import org.pagetck.properties.record.FaultRecord;
import org.pagetck.properties.subject.JavaSubject;
import org.pagetck.reports.statistics.MedianInterval;
import org.pagetck.reports.statistics.RunStatistics;

/// Looks for one fault from several seeds.
///
/// @param fault the faulty mapper
/// @param seed the first seed; the others follow from it
/// @param seeds from how many seeds
/// @param traces how many traces to draw from each at most
record FaultSearch(Fault fault, long seed, int seeds, long traces) {
  FaultRecord run() {
    var provider = fault.provider();
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var blame =
        fault.blame().stream()
            .map(id -> Requirement.byId(id).orElseThrow())
            .collect(Collectors.toSet());
    var subject = new JavaSubject("fault:" + fault.id(), provider);
    var catches = new ArrayList<Catch>();
    try (var hunt = new FaultHunt(subject, new Contracts(declaration, Optional.empty()), blame)) {
      for (var number = 0; number < seeds; number++) {
        hunt.hunt(Seeds.mix(seed, number), traces).ifPresent(catches::add);
      }
    }
    return record(catches);
  }

  private FaultRecord record(List<Catch> catches) {
    Map<String, Integer> first = new LinkedHashMap<>();
    var also = new LinkedHashSet<String>();
    for (var found : catches) {
      first.merge(found.finding().requirement().id(), 1, Integer::sum);
      found.finding().also().forEach(it -> also.add(it.id()));
    }
    also.removeAll(first.keySet());
    return new FaultRecord(
        fault.id(),
        catches.size() == seeds,
        first.keySet().stream()
            .sorted(Comparator.comparingInt((String id) -> -first.getOrDefault(id, 0)))
            .toList(),
        List.copyOf(also),
        catches.size(),
        operations(catches),
        catches.stream().mapToInt(it -> it.finding().trace().callCount()).max().orElse(0));
  }

  /// Seeds from which it was not caught count as more operations than were tried.
  private FaultRecord.Operations operations(List<Catch> catches) {
    var sample = new ArrayList<Long>();
    catches.forEach(it -> sample.add(it.operations()));
    while (sample.size() < seeds) {
      sample.add(Long.MAX_VALUE);
    }
    var interval = MedianInterval.of(sample, RunStatistics.CONFIDENCE);
    return new FaultRecord.Operations(
        known(interval.median()), known(interval.low()), known(interval.high()));
  }

  private static long known(long count) {
    return count == Long.MAX_VALUE ? -1 : count;
  }
}
