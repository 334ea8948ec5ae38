package org.pagetck.properties.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.nativelib.NativeSubject;
import org.pagetck.properties.subject.process.ProcessSubject;

/// What is found out about mappers that are not ours.
class DiscovererTest {
  @Test
  void theCrateIsWhatItsContractSays() {
    var library = NativeParts.library("libx86_64_mapped.so").toAbsolutePath();
    try (var subject = new NativeSubject("crate", library)) {
      var found = Discoverer.discover(subject, Declaration.EMPTY).declaration();

      assertThat(found.overrides())
          .containsAllEntriesOf(
              Map.of(
                  "levels", "4",
                  "effects", "diff",
                  "arguments", "unchecked",
                  "parent-flags", "from-leaf",
                  "allocation-failure", "tables-kept-widened",
                  "returns-flags", "translate",
                  "new-mapping-flush", "page",
                  "occupied-slot", "refused",
                  "clean-up-range", "touched",
                  "sizes", "4K 2M 1G"));
      assertThat(found.overrides().get("merge")).contains("TABLE_ENTRY>PARENT_HUGE_PAGE");
      assertThat(found.overrides().get("operations")).doesNotContain("clear");
    }
  }

  @Test
  void ofAProgramNothingIsSaidThatItsAnswersDoNotShow() {
    var program = NativeParts.library("pagetck-sample").toAbsolutePath().toString();
    try (var subject = new ProcessSubject("sample", List.of(program))) {
      var said = DeclarationText.parseLines(subject.describe()).orThrow();
      var discovery = Discoverer.discover(subject, said);

      assertThat(discovery.contradictions()).isEmpty();
      assertThat(discovery.declaration().name()).contains("pagetck C sample");
      assertThat(discovery.declaration().overrides())
          .containsEntry("effects", "none")
          .containsEntry("occupied-slot", "refused")
          .containsEntry("arguments", "checked")
          .containsEntry("merge", "none");
      assertThat(discovery.probes())
          .allSatisfy(probe -> assertThat(probe.lines()).isNotEmpty())
          .noneMatch(probe -> probe.key().equals("link-adds"));
    }
  }

  @Test
  void aMapperThatSaysWhatItOwesIsNotAsked() {
    assertThat(Discoverer.isNeeded(declared("name = x\neffects = none\nrestorable = no\n")))
        .isTrue();
    assertThat(Discoverer.isNeeded(declared(""))).isTrue();
    assertThat(Discoverer.isNeeded(declared("contract = strict\n"))).isFalse();
    assertThat(Discoverer.isNeeded(declared("sizes = 4K\n"))).isFalse();
  }

  private static Declaration declared(String lines) {
    return DeclarationText.parseLines(lines).orThrow();
  }
}
