package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// One law, about the last of some calls: what it did, and what other calls do, are alike in a
/// certain way.
interface Law {
  /// Returns the requirement that is not kept where the law is broken.
  Requirement requirement();

  /// Returns why the law says nothing of mappers under `contract`, or nothing where it does.
  default Optional<String> reasonAgainst(Contract contract) {
    return Optional.empty();
  }

  /// Tells whether the law has something to say of `call`, which was answered by `answer`.
  boolean isAbout(Operation call, Outcome answer);

  /// Compares what `calls` do, of which the last is one that the law is about.
  Result compare(List<Operation> calls, LawBench bench);

  /// What came of a comparison.
  sealed interface Result {
    /// The law says nothing of these calls after all.
    Result NOTHING = new Nothing();

    /// It was kept.
    Result KEPT = new Kept();

    /// Returns the result of a comparison that shows `difference`, if it does.
    static Result of(String kind, List<Operation> other, Optional<String> difference) {
      return difference.<Result>map(it -> new Broken(kind, other, it)).orElse(KEPT);
    }

    /// The law says nothing.
    record Nothing() implements Result {}

    /// The law was kept.
    record Kept() implements Result {}

    /// The law was broken.
    ///
    /// @param kind how, in words that are the same for equal defects
    /// @param other the calls that were compared with
    /// @param difference what differs
    record Broken(String kind, List<Operation> other, String difference) implements Result {
      /// Copies the calls.
      public Broken {
        other = List.copyOf(other);
      }
    }
  }
}
