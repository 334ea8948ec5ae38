package org.pagetck.properties.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;

/// The findings of a run: failures of different kinds that shrink to the same trace are one.
final class Findings {
  private final Map<String, Finding> byFingerprint = new LinkedHashMap<>();
  private final Map<String, String> fingerprintBySignature = new HashMap<>();

  void add(String signature, Finding finding) {
    fingerprintBySignature.put(signature, finding.fingerprint());
    byFingerprint.putIfAbsent(finding.fingerprint(), finding);
  }

  int count() {
    return byFingerprint.size();
  }

  /// Returns the findings with the number of traces that showed each, by what `tally` counted.
  List<Finding> all(Tally tally) {
    var times = new HashMap<String, Long>();
    tally
        .sightings()
        .forEach((signature, sighting) ->
            Optional.ofNullable(fingerprintBySignature.get(signature))
                .ifPresent(fingerprint -> times.merge(fingerprint, sighting.times(), Long::sum)));
    return byFingerprint.values().stream()
        .map(finding ->
            finding.withTimes(times.getOrDefault(finding.fingerprint(), finding.times())))
        .toList();
  }

  /// Returns what the findings say of `requirement`: violated, missed, or nothing.
  Optional<Verdict> verdictOn(Requirement requirement) {
    var verdicts =
        byFingerprint.values().stream()
            .filter(finding ->
                finding.requirement() == requirement || finding.also().contains(requirement))
            .map(Finding::verdict)
            .toList();
    return verdicts.contains(Verdict.VIOLATED)
        ? Optional.of(Verdict.VIOLATED)
        : verdicts.stream().findFirst();
  }

  boolean hasViolations() {
    return byFingerprint.values().stream()
        .anyMatch(finding -> finding.verdict() == Verdict.VIOLATED);
  }
}
