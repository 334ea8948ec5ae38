package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.record.CompareRecord;
import org.pagetck.properties.record.JsonText;

/// Mappers side by side, as people and scripts meet the result.
class CompareProcessTest {
  @TempDir private Path folder = Path.of("");

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve("out").resolve(name));
  }

  @Test
  void thePageTheDataAndTheTracesSayWhereMappersPart() throws IOException {
    var ended =
        new ChildProcess(folder)
            .run("compare", "mapped", "mapped-2019", "--traces", "8", "--out", "out", "--json");

    assertThat(ended.status()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out()).isEqualTo(read("compare.json"));
    var record = JsonText.read(CompareRecord.class, ended.out()).orElseThrow();
    assertThat(record.subjects())
        .allSatisfy(subject -> assertThat(subject.requirements()).hasSameSizeAs(Requirement.all()));
    assertThat(record.groups()).isNotEmpty();
    for (var group : record.groups()) {
      assertThat(TraceText.parse(read(group.trace())).orThrow().lines())
          .hasSameSizeAs(group.lines());
      assertThat(group.times()).containsOnlyKeys("mapped-2019");
    }
    var page = read("compare.html");
    assertThat(Pattern.compile("(?:src|href)=\"([^\"#]*)").matcher(page).results())
        .extracting(link -> link.group(1))
        .filteredOn(link -> !link.isEmpty() && !link.startsWith("data:"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(folder.resolve("out").resolve(link)).exists());
    assertThat(page)
        .contains(record.groups().getFirst().call(), "answers the last line")
        .doesNotContain("<script", "url(");
  }

  @Test
  void mappersThatDoTheSameAreAlike() {
    var ended = new ChildProcess(folder).run("compare", "mapped", "offset", "--traces", "40");

    assertThat(ended.out().lines().toList().getLast()).startsWith("ALIKE: ");
    assertThat(ended.status()).isZero();
  }
}
