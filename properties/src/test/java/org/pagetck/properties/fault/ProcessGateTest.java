package org.pagetck.properties.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.TraceCheck;
import org.pagetck.properties.subject.NativeParts;
import org.pagetck.properties.subject.Subject;
import org.pagetck.properties.subject.process.ProcessSubject;

/// The sample programs conform, by their answers alone and in memory of the suite; a defect in one
/// is found through the pipe.
final class ProcessGateTest {
  private static final Path PYTHON_SAMPLE = Path.of("src/native/process-python/mapper.py");
  private static final long SEED = 0xfa17;

  @TempDir private Path folder;

  private static ProcessSubject python(Path mapper, String mode) {
    NativeParts.requireTool("python3");
    var words = List.of("python3", mapper.toString(), mode);
    return new ProcessSubject("process:mapper.py", words.subList(0, mode.isEmpty() ? 2 : 3));
  }

  private static TraceCheck check(Subject subject) {
    var declaration = DeclarationText.parseLines(subject.describe()).orThrow();
    return new TraceCheck(subject, new Contracts(declaration, Optional.empty()));
  }

  private static void requireConforms(Subject subject, int traces) {
    try (subject;
        var check = check(subject)) {
      for (var trace = 0; trace < traces; trace++) {
        assertThat(check.check(Seeds.mix(SEED, trace))).isEmpty();
      }
      assertThat(check.exercised(Requirement.MAP_01)).isGreaterThan(traces / 2);
      assertThat(check.exercised(Requirement.FAL_03)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes"})
  void theSampleInPythonConforms(String mode) {
    requireConforms(python(PYTHON_SAMPLE, mode), 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes"})
  void theSampleInCConforms(String mode) {
    var program = NativeParts.library("pagetck-sample").toAbsolutePath().toString();
    var words = List.of(program, mode).subList(0, mode.isEmpty() ? 1 : 2);
    requireConforms(new ProcessSubject("process:pagetck-sample", words), 400);
  }

  @Test
  void anUnmapThatForgetsToStoreIsFoundThroughThePipe() throws IOException {
    var right = Files.readString(PYTHON_SAMPLE);
    var wrong = right.replace("self.store(way[-1][1], 0)", "pass");
    assertThat(wrong).isNotEqualTo(right);
    var mapper = Files.writeString(folder.resolve("mapper.py"), wrong);
    try (var subject = python(mapper, "");
        var check = check(subject)) {
      var found = Optional.<Finding>empty();
      for (var trace = 0L; trace < 100 && found.isEmpty(); trace++) {
        found = check.check(Seeds.mix(SEED, trace));
      }
      assertThat(found).isPresent();
      assertThat(found.get().trace().lines()).hasSizeLessThanOrEqualTo(3);
      assertThat(found.get().certified()).isTrue();
    }
  }
}
