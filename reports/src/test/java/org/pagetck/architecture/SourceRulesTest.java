package org.pagetck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceRulesTest {
  private static final int LINES_MAX = 350;

  @Test
  void noMainFileIsOverLong() {
    assertThat(CodeBase.mainSources())
        .isNotEmpty()
        .filteredOn(source -> source.lines().size() > LINES_MAX)
        .isEmpty();
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
        .isNotEmpty()
        .filteredOn(source -> hollow.matcher(source.name()).find())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^import (static )?[\\w.]+\\.\\*;",
        "^import module ",
        "\\bTO" + "DO\\b|\\bFIX" + "ME\\b|\\bX" + "XX\\b",
      })
  void noSourceHolds(String unwanted) {
    assertThat(matches(CodeBase.allSources(), unwanted)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Dis" + "abled", "Thread\\.sl" + "eep", "System\\.ex" + "it"})
  void noTestHolds(String unwanted) {
    assertThat(matches(CodeBase.testSources(), unwanted)).isEmpty();
  }

  private static Stream<String> matches(List<Source> sources, String unwanted) {
    var pattern = Pattern.compile(unwanted);
    return sources.stream().flatMap(source -> source.matches(pattern));
  }
}
