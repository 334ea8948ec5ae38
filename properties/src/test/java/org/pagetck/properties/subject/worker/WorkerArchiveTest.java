package org.pagetck.properties.subject.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The archive that workers start from.
class WorkerArchiveTest {
  @Test
  void the_build_makes_an_archive_of_the_classes_that_are_tested() {
    assertThat(WorkerArchive.current()).isPresent();
    assertThat(WorkerCommand.of(new GuestSpec.Library(Path.of("x.so"))).words(7))
        .anyMatch(word -> word.startsWith("-XX:SharedArchiveFile="))
        .endsWith("7", "native", Path.of("x.so").toAbsolutePath().toString());
  }
}
