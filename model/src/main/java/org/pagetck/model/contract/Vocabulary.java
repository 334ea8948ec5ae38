package org.pagetck.model.contract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Refusal;

/// The reasons that a mapper tells apart. Answers are compared after both the owed and the given
/// reason were normalised.
///
/// Of several rules that cover a reason the narrowest counts: `unmap:A>B`, then `A>B`, then
/// `unmap:*>B`, then `*>B`. What a rule reports may be covered by another: rules are followed to
/// the end, so that the owed and the given reason meet. `*>REFUSED NO_FRAME>NO_FRAME` tells two
/// apart.
public final class Vocabulary {
  /// Every reason is told apart.
  public static final Vocabulary FULL = new Vocabulary(List.of());

  private final List<Merge> merges;
  private final Refusal[][] normalised;

  private Vocabulary(List<Merge> merges) {
    this.merges = merges;
    this.normalised =
        OperationKind.all().stream()
            .map(operation -> row(merges, operation).orElseThrow())
            .toArray(Refusal[][]::new);
  }

  /// Returns the vocabulary with these rules, in any order; nothing where two of them cover the
  /// same reasons or some lead round in a circle.
  public static Optional<Vocabulary> tryOf(List<Merge> merges) {
    var sorted =
        merges.stream()
            .distinct()
            .sorted(Comparator.comparingInt(Merge::breadth).thenComparing(Merge::toString))
            .toList();
    var isSingle =
        sorted.stream().allMatch(rule -> sorted.stream().filter(rule::rivals).count() == 1);
    var ends =
        OperationKind.all().stream().allMatch(operation -> row(sorted, operation).isPresent());
    return isSingle && ends ? Optional.of(new Vocabulary(sorted)) : Optional.empty();
  }

  /// Returns the vocabulary with these rules.
  ///
  /// @throws IllegalArgumentException if two of them cover the same reasons or some lead round in a
  ///   circle
  public static Vocabulary of(Merge... merges) {
    return tryOf(List.of(merges))
        .orElseThrow(
            () -> new IllegalArgumentException("no vocabulary: " + Arrays.toString(merges)));
  }

  private static Optional<Refusal[]> row(List<Merge> merges, OperationKind operation) {
    var row = Refusal.all().toArray(Refusal[]::new);
    for (var step = 0; step <= row.length; step++) {
      var followed = Arrays.stream(row).map(said -> next(merges, operation, said));
      var further = followed.toArray(Refusal[]::new);
      if (Arrays.equals(row, further)) {
        return Optional.of(row);
      }
      row = further;
    }
    return Optional.empty();
  }

  private static Refusal next(List<Merge> merges, OperationKind operation, Refusal reason) {
    return merges.stream()
        .filter(rule -> rule.covers(operation, reason))
        .findFirst()
        .map(Merge::reported)
        .orElse(reason);
  }

  /// Returns what stands for `reason` when answers of `operation` are compared.
  public Refusal normalise(OperationKind operation, Refusal reason) {
    return normalised[operation.ordinal()][reason.ordinal()];
  }

  /// Returns the rules, the narrowest first.
  public List<Merge> merges() {
    return merges;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that && merges.equals(that.merges);
  }

  @Override
  public int hashCode() {
    return merges.hashCode();
  }

  /// Returns the rules separated by blanks, or `none`.
  @Override
  public String toString() {
    return merges.isEmpty()
        ? "none"
        : merges.stream().map(Merge::toString).collect(Collectors.joining(" "));
  }
}
