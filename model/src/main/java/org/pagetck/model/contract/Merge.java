package org.pagetck.model.contract;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Refusal;

/// One rule of a vocabulary: where a contract owes one of `reasons`, the mapper says `reported`. A
/// reason may be reported as itself, which excepts it from wider rules.
///
/// @param operations the operations that the rule is for: one, or all of them
/// @param reasons the reasons that it covers: one, or all of them
/// @param reported what the mapper says instead
public record Merge(Set<OperationKind> operations, Set<Refusal> reasons, Refusal reported) {
  private static final Set<OperationKind> EVERY_OPERATION =
      Collections.unmodifiableSet(EnumSet.allOf(OperationKind.class));
  private static final Set<Refusal> EVERY_REASON =
      Collections.unmodifiableSet(EnumSet.allOf(Refusal.class));

  /// Copies the sets.
  ///
  /// @throws IllegalArgumentException if a set is neither one element nor all
  public Merge {
    operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    reasons = Collections.unmodifiableSet(EnumSet.copyOf(reasons));
    if (!isOneOrAll(operations, EVERY_OPERATION) || !isOneOrAll(reasons, EVERY_REASON)) {
      throw new IllegalArgumentException(
          "neither one nor all: %s %s".formatted(operations, reasons));
    }
  }

  private static boolean isOneOrAll(Set<?> some, Set<?> all) {
    return some.size() == 1 || some.equals(all);
  }

  /// Returns the rule `reason>reported` for all operations.
  public static Merge of(Refusal reason, Refusal reported) {
    return new Merge(EVERY_OPERATION, Set.of(reason), reported);
  }

  /// Returns the rule `*>reported` for all operations.
  public static Merge ofAll(Refusal reported) {
    return new Merge(EVERY_OPERATION, EVERY_REASON, reported);
  }

  /// Returns this rule for `operation` only.
  public Merge on(OperationKind operation) {
    return new Merge(Set.of(operation), reasons, reported);
  }

  /// Returns the rule spelled `text`: `A>B`, `*>B`, each also after an operation: `unmap:A>B`; or
  /// nothing.
  public static Optional<Merge> byText(String text) {
    var colon = text.indexOf(':');
    var arrow = text.indexOf('>');
    if (arrow <= colon) {
      return Optional.empty();
    }
    var operations =
        colon < 0
            ? Optional.of(EVERY_OPERATION)
            : OperationKind.byKey(text.substring(0, colon)).map(Set::of);
    var from = text.substring(colon + 1, arrow);
    var reasons = from.equals("*") ? Optional.of(EVERY_REASON) : Refusal.byName(from).map(Set::of);
    var reported = Refusal.byName(text.substring(arrow + 1));
    return operations.isPresent() && reasons.isPresent() && reported.isPresent()
        ? Optional.of(new Merge(operations.get(), reasons.get(), reported.get()))
        : Optional.empty();
  }

  /// Tells whether the rule covers `reason` of `operation`.
  public boolean covers(OperationKind operation, Refusal reason) {
    return operations.contains(operation) && reasons.contains(reason);
  }

  /// Returns how many pairs of operation and reason the rule covers: of two rules the narrower one
  /// counts.
  int breadth() {
    return operations.size() * reasons.size();
  }

  /// Tells whether `other` covers the same pairs.
  boolean rivals(Merge other) {
    return operations.equals(other.operations) && reasons.equals(other.reasons);
  }

  /// Returns the spelling that [#byText] reads.
  @Override
  public String toString() {
    var operation =
        operations.size() == 1
            ? operations.stream().map(OperationKind::key).collect(Collectors.joining()) + ":"
            : "";
    var reason =
        reasons.size() == 1
            ? reasons.stream().map(Refusal::name).collect(Collectors.joining())
            : "*";
    return operation + reason + ">" + reported;
  }
}
