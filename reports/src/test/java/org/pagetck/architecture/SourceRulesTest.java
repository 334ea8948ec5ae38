package org.pagetck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceRulesTest {
  private static final int LINES_MAX = 350;

  @Test
  void noMainFileIsOverLong() {
    assertThat(CodeBase.mainSources())
        .isNotEmpty()
        .allSatisfy(source ->
            assertThat(source.lines()).as("%s", source.path()).hasSizeLessThanOrEqualTo(LINES_MAX));
  }

  @Test
  void everyPackageSaysWhatLivesThereAndKnowsNoNull() {
    var byFolder =
        CodeBase.mainSources().stream()
            .filter(source -> !source.name().equals("module-info.java"))
            .collect(Collectors.groupingBy(Source::folder));
    assertThat(byFolder)
        .isNotEmpty()
        .allSatisfy((folder, sources) ->
            assertThat(sources)
                .as("%s", folder)
                .filteredOn(source -> source.name().equals("package-info.java"))
                .singleElement()
                .satisfies(source -> assertThat(source.lines()).contains("@NullMarked"))
                .satisfies(source -> assertThat(source.lines().getFirst()).startsWith("/// ")));
  }

  @Test
  void namesSayWhatAThingIs() {
    var hollow =
        Pattern.compile("(Manager|Helper|Helpers|Util|Utils|Impl)\\.java$|^Abstract.*Base\\.java$");
    assertThat(CodeBase.allSources())
        .extracting(Source::name)
        .noneMatch(name -> hollow.matcher(name).find());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^import (static )?[\\w.]+\\.\\*;",
        "^import module ",
        "\\bTO" + "DO\\b|\\bFIX" + "ME\\b|\\bX" + "XX\\b",
        "@Dis" + "abled",
        "Thread\\.sl" + "eep",
      })
  void noSourceHolds(String unwanted) {
    var pattern = Pattern.compile(unwanted);
    assertThat(CodeBase.allSources().stream().flatMap(source -> source.matches(pattern))).isEmpty();
  }
}
