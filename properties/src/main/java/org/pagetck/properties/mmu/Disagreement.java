package org.pagetck.properties.mmu;

import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WalkResult;
import org.pagetck.model.paging.WalkStep;

/// A question that the walk and an MMU answer differently.
///
/// @param mmu the MMU's name
/// @param mode the mode that both walked in
/// @param question the access
/// @param path the entries that the walk read
/// @param walked what the walk says
/// @param given what the MMU says
public record Disagreement(
    String mmu,
    PagingMode mode,
    MmuQuestion question,
    List<WalkStep> path,
    WalkResult walked,
    MmuAnswer given) {
  /// Copies the list.
  public Disagreement {
    path = List.copyOf(path);
  }

  /// Returns it in lines: the question, the entries, the two answers.
  @Override
  public String toString() {
    var entries = path.stream().map(step -> "\n  " + step).collect(Collectors.joining());
    return "%s, %s%s\n  the walk: %s, that is %s\n  %s: %s"
        .formatted(question, mode, entries, walked, MmuAnswer.of(walked), mmu, given);
  }
}
