package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.CoverageCount;

/// What a number of traces amounts to. Tallies add up, in any order, to that of all traces.
final class Tally {
  private final long[] exercised = new long[Requirement.all().size()];
  private final long[] classes;
  private final long[] classTraces;
  private final long[] lastTrace;
  private final BitSet known;
  private final Map<String, Sighting> sightings = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();
  private final long[] tolerated = new long[Requirement.all().size()];
  private long flushesSaid;
  private long flushesUnsaid;
  private long traces;
  private long novelTraces;
  private boolean isNovel;
  private long steps;
  private long unsupported;
  private long frameLimitsUnasked;

  /// Creates an empty tally.
  Tally() {
    this(new BitSet());
  }

  /// Creates an empty tally that counts traces with a class of steps that is not `known`.
  Tally(BitSet known) {
    this(StepClass.COUNT, known);
  }

  private Tally(int classCount, BitSet known) {
    this.classes = new long[classCount];
    this.classTraces = new long[classCount];
    this.lastTrace = new long[classCount];
    this.known = known;
  }

  /// Creates a tally for one trace, in which classes of steps do not count.
  static Tally withoutClasses() {
    return new Tally(0, new BitSet());
  }

  /// A kind of failure: how it was seen first, and how often.
  static final class Sighting {
    private final Failure first;
    private final long step;
    private long times = 1;

    Sighting(Failure first, long step) {
      this.first = first;
      this.step = step;
    }

    Failure first() {
      return first;
    }

    long step() {
      return step;
    }

    long times() {
      return times;
    }
  }

  long[] exercised() {
    return exercised;
  }

  long traces() {
    return traces;
  }

  long steps() {
    return steps;
  }

  long unsupported() {
    return unsupported;
  }

  List<String> errors() {
    return errors;
  }

  Map<String, Sighting> sightings() {
    return sightings;
  }

  /// Returns how often `requirement` would have called something a miss that a policy allows.
  long tolerated(Requirement requirement) {
    return tolerated[requirement.ordinal()];
  }

  /// Tells whether no step ever said what is to be flushed, and some did not.
  boolean neverSaysFlushes() {
    return flushesSaid == 0 && flushesUnsaid > 0;
  }

  void addCounts(long[] exercises, long[] allowed, long said, long unsaid) {
    for (var i = 0; i < exercised.length; i++) {
      exercised[i] += exercises[i];
      tolerated[i] += allowed[i];
    }
    flushesSaid += said;
    flushesUnsaid += unsaid;
  }

  /// Begins a trace: what is added from here on is of it, what it leads to included.
  void beginTrace() {
    traces++;
    isNovel = false;
  }

  void addStep(int stepClass) {
    steps++;
    if (classes.length > 0) {
      classes[stepClass]++;
      if (lastTrace[stepClass] != traces) {
        lastTrace[stepClass] = traces;
        classTraces[stepClass]++;
        if (!isNovel && !known.get(stepClass)) {
          isNovel = true;
          novelTraces++;
        }
      }
    }
  }

  /// Returns in how many traces a class occurred that was not known before.
  long novelTraces() {
    return novelTraces;
  }

  /// Returns the classes that occurred.
  BitSet occurring() {
    var occurring = new BitSet();
    for (var number = 0; number < classes.length; number++) {
      occurring.set(number, classes[number] > 0);
    }
    return occurring;
  }

  void addUnsupported() {
    unsupported++;
  }

  /// Counts one limit on frames that the subject does not take, or one call that would run out of
  /// frames and that it cannot be asked.
  void addFrameLimitUnasked() {
    frameLimitsUnasked++;
  }

  /// Tells whether the subject could not be asked what it does when frames run out.
  boolean hasFrameLimitsUnasked() {
    return frameLimitsUnasked > 0;
  }

  void addError(String sentence) {
    errors.add(sentence);
  }

  void addFailure(Failure failure) {
    var known = sightings.get(failure.signature());
    if (known == null) {
      sightings.put(failure.signature(), new Sighting(failure, steps));
    } else {
      known.times++;
    }
  }

  /// Adds `later`, whose traces come after those of this. Returns the kinds of failure that are
  /// new.
  List<Sighting> add(Tally later) {
    var fresh = new ArrayList<Sighting>();
    for (var entry : later.sightings.entrySet()) {
      var seen = entry.getValue();
      var known = sightings.get(entry.getKey());
      if (known == null) {
        var first = new Sighting(seen.first, steps + seen.step);
        first.times = seen.times;
        sightings.put(entry.getKey(), first);
        fresh.add(first);
      } else {
        known.times += seen.times;
      }
    }
    addCounts(later.exercised, later.tolerated, later.flushesSaid, later.flushesUnsaid);
    for (var i = 0; i < classes.length; i++) {
      classes[i] += later.classes[i];
      classTraces[i] += later.classTraces[i];
    }
    traces += later.traces;
    novelTraces += later.novelTraces;
    steps += later.steps;
    unsupported += later.unsupported;
    frameLimitsUnasked += later.frameLimitsUnasked;
    errors.addAll(later.errors);
    return fresh;
  }

  List<CoverageCount> coverage() {
    var counts = new ArrayList<CoverageCount>();
    for (var number = 0; number < classes.length; number++) {
      if (classes[number] > 0) {
        counts.add(StepClass.describe(number, classes[number], classTraces[number]));
      }
    }
    return counts;
  }
}
