package org.pagetck.properties.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pagetck.model.declaration.KnownFinding;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.Strength;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;

/// The findings of a run: failures of different kinds that shrink to the same trace are one. Those
/// that were declared as known beforehand fail nothing.
final class Findings {
  private final Set<String> accepted;
  private final Map<String, Finding> byFingerprint = new LinkedHashMap<>();
  private final Map<String, String> fingerprintBySignature = new HashMap<>();
  private final Set<Requirement> errored = EnumSet.noneOf(Requirement.class);

  /// Creates it where those of `known` are accepted that are so on `day`.
  Findings(List<KnownFinding> known, LocalDate day) {
    this.accepted = KnownFinding.acceptedOn(day, known);
  }

  void add(String signature, Finding finding) {
    fingerprintBySignature.put(signature, finding.fingerprint());
    byFingerprint.putIfAbsent(
        finding.fingerprint(),
        accepted.contains(finding.fingerprint()) ? finding.withVerdict(Verdict.KNOWN) : finding);
  }

  /// Says that nothing is known of `requirement`, because the adapter does not keep to it.
  void addErrored(Requirement requirement) {
    errored.add(requirement);
  }

  int count() {
    return byFingerprint.size();
  }

  /// Returns the findings with the number of traces that showed each, by what `tally` counted. What
  /// arbitrary bytes show again counts for the finding that shows it without them.
  List<Finding> all(Tally tally) {
    var times = new HashMap<String, Long>();
    tally
        .sightings()
        .forEach((signature, sighting) ->
            Optional.ofNullable(fingerprintBySignature.get(signature))
                .ifPresent(fingerprint -> times.merge(fingerprint, sighting.times(), Long::sum)));
    var all = List.copyOf(byFingerprint.values());
    var shown = new ArrayList<Finding>();
    for (var finding : all) {
      var plain = Arbitrary.plainOf(finding, all);
      plain.ifPresentOrElse(
          it ->
              times.merge(
                  it.fingerprint(), times.getOrDefault(finding.fingerprint(), 0L), Long::sum),
          () -> shown.add(finding));
    }
    return shown.stream()
        .map(finding ->
            finding.withTimes(times.getOrDefault(finding.fingerprint(), finding.times())))
        .toList();
  }

  /// Returns what the findings say of `requirement`: errored, violated, missed, known, or nothing.
  /// A should is missed, also where a violation stands beside it; what is known counts only where
  /// nothing else was found.
  Optional<Verdict> verdictOn(Requirement requirement) {
    if (errored.contains(requirement)) {
      return Optional.of(Verdict.ERRORED);
    }
    var verdicts =
        byFingerprint.values().stream()
            .filter(finding ->
                finding.requirement() == requirement || finding.also().contains(requirement))
            .map(Finding::verdict)
            .collect(Collectors.toUnmodifiableSet());
    if (verdicts.isEmpty() || verdicts.equals(Set.of(Verdict.KNOWN))) {
      return verdicts.stream().findFirst();
    }
    return Optional.of(
        verdicts.contains(Verdict.VIOLATED) && requirement.strength() != Strength.SHOULD
            ? Verdict.VIOLATED
            : Verdict.MISSED);
  }

  boolean hasViolations() {
    return byFingerprint.values().stream()
        .anyMatch(finding -> finding.verdict() == Verdict.VIOLATED);
  }
}
