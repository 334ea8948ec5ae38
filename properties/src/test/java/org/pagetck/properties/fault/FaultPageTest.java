package org.pagetck.properties.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pagetck.model.mapper.Fault;
import org.pagetck.properties.golden.Golden;

/// The document on faulty mappers has a row for each; `-Dgolden.update=true` writes the rows anew.
final class FaultPageTest {
  private static final String PAGE = "docs/FAULTS.md";
  private static final String HEAD = "|---|---|---|---|\n";

  @Test
  void theDocumentHasARowForEachFault() throws IOException {
    var page = Files.readString(top().resolve(PAGE));
    var end = page.indexOf(HEAD) + HEAD.length();
    assertThat(end).isGreaterThan(HEAD.length());

    Golden.assertUpToDate(
        PAGE,
        page.substring(0, end)
            + FaultCatalogue.all().stream().map(FaultPageTest::row).collect(Collectors.joining()));
  }

  private static String row(Fault fault) {
    return "| %s | %s | %s | %s |\n"
        .formatted(fault.id(), fault.sentence(), fault.origin(), String.join(" ", fault.blame()));
  }

  private static Path top() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(PAGE))) {
      folder = Optional.ofNullable(folder.getParent()).orElseThrow();
    }
    return folder;
  }
}
