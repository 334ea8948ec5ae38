package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.verdict.CoverageCount;

class OwedClassesTest {
  private static final String ALL =
      """
      contract = strict
      operations = map unmap update-flags translate-page translate set-table-flags
      """;

  private static List<CoverageCount> under(String declaration) {
    return OwedClasses.of(DeclarationText.parseLines(declaration).orThrow().contract());
  }

  private static CoverageCount owed(
      String operation, String size, String state, int level, String outcome) {
    return new CoverageCount(operation, size, state, level, outcome, 0, 0);
  }

  @Test
  void everyOutcomeOfTheDecisionTableIsAmongThem() {
    assertThat(under(ALL))
        .contains(
            owed("map", "4K", "EMPTY", 1, "ok"),
            owed("map", "4K", "EMPTY", 4, "NO_FRAME"),
            owed("map", "2M", "LINK", 2, "ALREADY_MAPPED"),
            owed("map", "4K", "LEAF", 3, "PARENT_HUGE_PAGE"),
            owed("map", "1G", "ARGUMENTS", 0, "MISALIGNED"),
            owed("unmap", "2M", "MALFORMED", 2, "INVALID_FRAME_ADDRESS"),
            owed("update-flags without PRESENT", "4K", "LEAF", 1, "ok"),
            owed("translate", "", "RESERVED", 1, "NOT_MAPPED"),
            owed("set-table-flags", "", "LINK", 4, "ok"))
        .doesNotContain(
            owed("unmap", "4K", "EMPTY", 1, "ok"), owed("map", "4K", "LINK", 1, "ALREADY_MAPPED"));
  }

  @Test
  void whatTheDeclarationExcludesIsNotAmongThem() {
    assertThat(under("contract = strict\nsizes = 4K\neffects = none\noperations = map unmap"))
        .isNotEmpty()
        .allMatch(it -> it.operation().startsWith("map") || it.operation().equals("unmap"))
        .noneMatch(it -> it.size().equals("2M"))
        .noneMatch(it -> it.decidedBy().equals("MALFORMED"))
        .noneMatch(it -> it.decidedBy().equals("LEAF") && it.level() > 1);
  }

  @Test
  void aPolicyChangesWhatIsOwed() {
    var replaced = owed("map", "4K", "LEAF", 1, "ok");

    assertThat(under("contract = strict")).doesNotContain(replaced);
    assertThat(under("contract = strict\noccupied-slot = replaced")).contains(replaced);
  }
}
