package org.pagetck.reports.reproduce;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.model.space.Step;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.session.FrameSequence;

/// What a reproducer does and compares, whatever language it is in.
///
/// @param evidence the evidence it is written from
/// @param setup what the trace starts from
/// @param deeds what is done, in order; the last is the call that fails
/// @param last that call
/// @param owed its owed answer
/// @param accepted the reasons that do for the owed one, where a refusal is owed
/// @param comparesAnswer whether the answer is compared: not where the given one is as owed
/// @param comparesFlags whether the answer is owed with its flags
/// @param comparesFlush whether what the answer asks to flush is compared
/// @param words the entries that are compared
record Facts(
    EvidenceRecord evidence,
    Setup setup,
    List<Deed> deeds,
    Deed.Call last,
    Outcome owed,
    Set<Refusal> accepted,
    boolean comparesAnswer,
    boolean comparesFlags,
    boolean comparesFlush,
    List<OwedWord> words) {
  /// What can be told of a finding.
  sealed interface Told {}

  /// It can be reproduced.
  record Shown(Facts facts) implements Told {}

  /// It cannot, and why, as the end of a sentence.
  record Untold(String why) implements Told {}

  private static final int FRAMES_PER_CALL = 4;
  private static final String FLUSH = " flush=\\S+";

  /// Copies the lists.
  Facts {
    deeds = List.copyOf(deeds);
    words = List.copyOf(words);
  }

  /// Returns what a reproducer for `evidence` does, or why there can be none.
  static Told of(EvidenceRecord evidence) {
    var declaration = DeclarationText.parseHeader(evidence.contract()).toOptional();
    var trace = TraceText.parse(evidence.trace()).toOptional();
    if (declaration.isEmpty() || trace.isEmpty()) {
      return new Untold("its declaration or its trace is of another version of the suite");
    }
    var lines = trace.get().lines();
    if (lines.isEmpty()
        || lines.size() != evidence.steps().size()
        || !(lines.getLast() instanceof TraceLine.Call(var operation))) {
      return new Untold("its last line is no call of the mapper");
    }
    if (lines.stream().anyMatch(TraceLine.Poke.class::isInstance)) {
      return new Untold("the host writes into the middle of tables that it does not know");
    }
    var contract =
        DeclarationText.parseHeader(trace.get().setup().overrides())
            .toOptional()
            .map(header -> declaration.get().withHeader(header).contract())
            .orElse(declaration.get().contract());
    var rehearsal = Rehearsal.of(trace.get(), contract, evidence);
    return compare(evidence, trace.get().setup(), contract, rehearsal, operation);
  }

  private static Told compare(
      EvidenceRecord evidence,
      Setup setup,
      Contract contract,
      Rehearsal rehearsal,
      Operation operation) {
    var row = evidence.steps().getLast();
    var owed = OutcomeText.parse(operation.kind(), row.owed()).toOptional();
    if (owed.isEmpty()) {
      return new Untold("its owed answer is of another version of the suite");
    }
    var words =
        OwedWords.of(
            rehearsal,
            contract,
            operation,
            evidence.before().toImage(),
            evidence.after().toImage());
    var differs = !row.owed().replaceAll(FLUSH, "").equals(row.given().replaceAll(FLUSH, ""));
    var isOfFlush =
        evidence.requirement().filter(it -> it.group() == RequirementGroup.FLUSH).isPresent();
    var flushDiffers = !differs && words.isEmpty() && isOfFlush && !row.owed().equals(row.given());
    if (!differs && words.isEmpty() && !flushDiffers) {
      return new Untold(
          "it shows neither in the answer nor in a word of the tables after the call, but in what lies between: the order of stores, frames, flushes, or what a processor makes of the entries");
    }
    var facts =
        new Facts(
            evidence,
            setup,
            rehearsal.deeds(),
            (Deed.Call) rehearsal.deeds().getLast(),
            owed.get(),
            accepted(contract, operation, owed.get(), rehearsal.last()),
            differs,
            contract.returnsFlags().contains(operation.kind()),
            flushDiffers,
            words);
    return new Shown(facts);
  }

  private static Set<Refusal> accepted(
      Contract contract, Operation operation, Outcome owed, Step step) {
    var accepted = EnumSet.noneOf(Refusal.class);
    if (owed instanceof Outcome.Refused(var reason)) {
      var vocabulary = contract.vocabulary();
      var said = vocabulary.normalise(operation.kind(), reason);
      Refusal.all().stream()
          .filter(it -> vocabulary.normalise(operation.kind(), it) == said || step.allows(it))
          .forEach(accepted::add);
    }
    return accepted;
  }

  /// Returns the defect in one sentence, without its end.
  String title() {
    return evidence.finding().title();
  }

  /// Returns the frames for tables, in the order in which the host hands them out.
  List<Long> frames() {
    var sequence = FrameSequence.of(setup);
    var calls = deeds.stream().filter(Deed.Call.class::isInstance).count();
    return Stream.iterate(0, position -> position + 1)
        .limit(Math.min(sequence.count(), (calls + 1) * FRAMES_PER_CALL))
        .map(sequence::at)
        .toList();
  }

  /// Returns an expression of `index`: what the word there holds in a frame that nobody had before.
  String oldWord(String suffix) {
    return switch (setup.contents()) {
      case ZEROED -> "0" + suffix;
      case ONES -> Spelling.hex(-1, suffix);
      case DIRTY -> Spelling.hex(setup.memoryStart() | 7, suffix) + " + index * 4096";
    };
  }
}
