package org.pagetck.model.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pagetck.model.golden.Golden;

class RequirementPageTest {
  @Test
  void the_committed_page_is_what_the_catalogue_renders() {
    Golden.assertUpToDate("docs/REQUIREMENTS.md", RequirementPage.render());
  }

  @Test
  void every_requirement_has_its_anchor_sentence_source_and_advice_on_the_page() {
    var page = RequirementPage.render();

    assertThat(Requirement.all())
        .allSatisfy(requirement ->
            assertThat(page)
                .containsOnlyOnce(
                    "<a id=\"" + requirement.id().toLowerCase(Locale.ROOT) + "\"></a>")
                .contains(requirement.sentence())
                .contains("- **" + requirement.id() + "** " + requirement.checkFirst())
                .contains(requirement.source()));
  }

  @Test
  void every_row_of_a_table_has_as_many_cells_as_its_heading() {
    var cells = 0;
    for (var line : RequirementPage.render().lines().toList()) {
      var count = line.startsWith("|") ? line.replace("\\|", "").split("\\|", -1).length : 0;
      if (cells != 0 && count != 0) {
        assertThat(count).as(line).isEqualTo(cells);
      }
      cells = count;
    }
  }
}
