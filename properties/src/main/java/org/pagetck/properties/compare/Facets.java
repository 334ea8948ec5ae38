package org.pagetck.properties.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.WalkWord;
import org.pagetck.properties.engine.StepClass;

/// Compares what one call showed on two subjects, as far as both declarations let it be compared.
///
/// @param first the contract of the first subject
/// @param other that of the other
record Facets(Contract first, Contract other) {
  /// What differs.
  ///
  /// @param causes why
  /// @param ends whether the two go different ways from here on
  record Difference(List<Cause> causes, boolean ends) {}

  /// Returns what differs between `one` and `two`. Where `mayDiffer` says so, the hardware's view
  /// parted before and is not looked at.
  Difference between(Sight one, Sight two, boolean mayDiffer) {
    var answers = answers(one, two);
    if (answers.isPresent()) {
      return new Difference(List.of(answers.get()), true);
    }
    var causes = new ArrayList<Cause>();
    if (one.given() instanceof Outcome.Refused(var reason)
        && two.given() instanceof Outcome.Refused(var otherReason)
        && !areAlike(one.operation().kind(), reason, otherReason)) {
      causes.add(cause(Facet.REASON, one, "refuses " + reason, "refuses " + otherReason));
    }
    if (one.seesBytes() && two.seesBytes()) {
      if (!mayDiffer && !isLookup(one.operation()) && view(one) != view(two)) {
        causes.add(cause(Facet.HARDWARE, one, hardware(one, two), hardware(two, one)));
      }
      if (one.frames() != two.frames()) {
        causes.add(cause(Facet.FRAMES, one, frames(one), frames(two)));
      }
    }
    var flush = kind(Flush.askedBy(one.given()));
    var otherFlush = kind(Flush.askedBy(two.given()));
    if (!flush.equals(otherFlush) && !flush.isEmpty() && !otherFlush.isEmpty()) {
      causes.add(cause(Facet.FLUSH, one, "asks to flush " + flush, "asks to flush " + otherFlush));
    }
    return new Difference(causes, false);
  }

  private static boolean isLookup(Operation operation) {
    return operation.kind() == OperationKind.TRANSLATE
        || operation.kind() == OperationKind.TRANSLATE_PAGE;
  }

  /// Returns what software can tell of a walk: not at which level it found nothing.
  private static long view(Sight sight) {
    return WalkWord.isLeaf(sight.walk()) ? sight.walk() : WalkWord.isReserved(sight.walk()) ? 2 : 1;
  }

  /// Returns what the hardware makes of the page of `sight`, as far as that of `beside` is another.
  private static String hardware(Sight sight, Sight beside) {
    var walk = sight.walk();
    if (!WalkWord.isLeaf(walk) || !WalkWord.isLeaf(beside.walk())) {
      return "leaves the hardware "
          + (WalkWord.isLeaf(walk) ? "a page" : WalkWord.isReserved(walk) ? "a bad entry" : "none");
    }
    var differing = WalkWord.flags(walk) ^ WalkWord.flags(beside.walk());
    if (differing != 0) {
      return "leaves the hardware a page %s"
          .formatted(rights(WalkWord.flags(walk) & differing, differing));
    }
    if (WalkWord.memoryType(walk) != WalkWord.memoryType(beside.walk())) {
      return "leaves the hardware one memory type";
    }
    return WalkWord.isGlobal(walk) == WalkWord.isGlobal(beside.walk())
        ? "leaves the hardware one frame or page size"
        : "leaves the hardware a page %s GLOBAL"
            .formatted(WalkWord.isGlobal(walk) ? "with" : "without");
  }

  private static String rights(long set, long among) {
    var with = set == 0 ? "" : "with " + new EntryFlags(set);
    var without = set == among ? "" : "without " + new EntryFlags(among & ~set);
    return (with + " " + without).strip();
  }

  private static String frames(Sight sight) {
    var count = sight.frames();
    return count < 0 ? "gives %d back".formatted(-count) : "takes %d".formatted(count);
  }

  private static String kind(Flush flush) {
    return switch (flush) {
      case Flush.Nothing _ -> "nothing";
      case Flush.CallPage _, Flush.Range _ -> "pages";
      case Flush.Everything _ -> "everything";
      case Flush.Unsaid _ -> "";
    };
  }

  private boolean areAlike(OperationKind kind, Refusal reason, Refusal otherReason) {
    return reason == otherReason
        || merged(kind, reason) == merged(kind, otherReason)
        || first.vocabulary().normalise(kind, reason)
            == first.vocabulary().normalise(kind, otherReason)
        || other.vocabulary().normalise(kind, reason)
            == other.vocabulary().normalise(kind, otherReason);
  }

  private Refusal merged(OperationKind kind, Refusal reason) {
    return other.vocabulary().normalise(kind, first.vocabulary().normalise(kind, reason));
  }

  private Optional<Cause> answers(Sight one, Sight two) {
    if (one.isGranted() != two.isGranted() || one.given().getClass() != two.given().getClass()) {
      return Optional.of(cause(Facet.ANSWER, one, word(one.given()), word(two.given())));
    }
    return details(one, two).map(what -> cause(Facet.ANSWER, one, "ok", what));
  }

  /// Returns what two answers of one kind differ in.
  private Optional<String> details(Sight one, Sight two) {
    var kind = one.operation().kind();
    return switch (one.given()) {
      case Outcome.Removed(long frame, EntryFlags flags, _)
          when two.given() instanceof Outcome.Removed(long otherFrame, EntryFlags others, _) ->
          parts(kind, frame == otherFrame, flags, others);
      case Outcome.Found(long frame, EntryFlags flags)
          when two.given() instanceof Outcome.Found(long otherFrame, EntryFlags others) ->
          parts(kind, frame == otherFrame, flags, others);
      case Outcome.Translated mine when two.given() instanceof Outcome.Translated its ->
          parts(
              kind,
              mine.size() == its.size()
                  && mine.frame() == its.frame()
                  && mine.offset() == its.offset(),
              mine.flags(),
              its.flags());
      case Outcome.RemovedReserved(long word, _)
          when two.given() instanceof Outcome.RemovedReserved(long otherWord, _)
              && word != otherWord ->
          Optional.of("ok, with another word");
      default -> Optional.empty();
    };
  }

  private Optional<String> parts(
      OperationKind kind, boolean sameFrame, EntryFlags flags, EntryFlags others) {
    if (!sameFrame) {
      return Optional.of("ok, with another frame");
    }
    var ignored = EntryFlags.HUGE_PAGE | first.addsFlags().bits() | other.addsFlags().bits();
    var differing = (flags.bits() ^ others.bits()) & ~ignored;
    return first.answersFlags(kind) && other.answersFlags(kind) && differing != 0
        ? Optional.of("ok, with other flags")
        : Optional.empty();
  }

  /// Returns an answer in words, without what it carries.
  static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _, Outcome.Removed _, Outcome.Found _, Outcome.Translated _ -> "ok";
      case Outcome.RemovedReserved _ -> "ok, a RESERVED entry";
      case Outcome.Refused(var reason) -> "refuses " + reason;
      case Outcome.Unsupported _ -> "cannot be asked";
      case Outcome.Panicked _ -> "panics";
      case Outcome.Wild _ -> "reaches for a wild address";
      case Outcome.Crashed _ -> "crashes";
      case Outcome.Hung _ -> "hangs";
      case Outcome.Garbled _ -> "gives a garbled answer";
    };
  }

  private static Cause cause(Facet facet, Sight one, String first, String other) {
    var step = StepClass.describe(one.stepClass(), 1, 1);
    var situation =
        switch (step.decidedBy()) {
          case "ARGUMENTS" -> "with arguments to be refused";
          case "EMPTY" -> "that meets an EMPTY slot";
          default -> "that meets a %s entry".formatted(step.decidedBy());
        };
    var budget = step.outcome().equals("NO_FRAME") ? ", out of frames" : "";
    // How much is taken or flushed, and why something is refused, does not hang on the size.
    var size = facet == Facet.ANSWER || facet == Facet.HARDWARE ? " " + step.size() : "";
    return new Cause(facet, (step.operation() + size).strip(), situation + budget, first, other);
  }
}
