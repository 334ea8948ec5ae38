package org.pagetck.reports.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.reports.finding.SampleRuns;
import org.pagetck.reports.golden.Golden;

/// A reproducer fails on the mapper that has the defect and passes on the one that has not. The
/// finding is that of fault F02, which exists in C and in Java.
class ReproducersTest {
  private static final String GOLDEN = "reports/src/test/golden/reproducers/";
  private static final Path NATIVE = Path.of("../properties/target/native").toAbsolutePath();
  private static final Path SOURCES = Path.of("../properties/src/native").toAbsolutePath();

  @TempDir private Path folder;

  private static EvidenceRecord evidence(Finding finding, String subject) {
    var run = SampleRuns.run(RunVerdict.FINDINGS, false, finding);
    var text =
        JsonText.pretty(EvidenceRecord.class, EvidenceRecord.of(run, finding, "0.1.0", ""))
            .replace("native:libacme.so", subject);
    return JsonText.read(EvidenceRecord.class, text).orElseThrow();
  }

  private String write(String subject, String name) throws IOException {
    var contents =
        Optional.ofNullable(
                Reproducers.of(evidence(SampleRuns.tableBecomesPage(), subject)).files().get(name))
            .orElseThrow();
    Files.writeString(folder.resolve(name), contents);
    return contents;
  }

  private record Ended(int status, String output) {}

  private Ended run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /// Skips where a tool is missing, except where everything has to be there.
  private static void need(String tool) {
    var isThere =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    assumeThat(isThere || "true".equals(System.getenv("CI")))
        .as("%s is on the PATH", tool)
        .isTrue();
  }

  @Test
  void theProgramInCFailsOnTheFaultyLibraryAlone() throws IOException, InterruptedException {
    need("cc");
    Golden.assertUpToDate(GOLDEN + "reproducer.c", write("native:libacme.so", "reproducer.c"));
    var compiled =
        run(
            List.of(
                "cc",
                "-std=gnu11",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-I" + SOURCES.resolve("include"),
                "reproducer.c",
                "-ldl",
                "-o",
                "reproducer"));
    assertThat(compiled).isEqualTo(new Ended(0, ""));

    var faulty = run(List.of("./reproducer", NATIVE.resolve("libfault-F02.so").toString()));
    var right = run(List.of("./reproducer", NATIVE.resolve("libpagetck-sample.so").toString()));

    assertThat(faulty.status()).as(faulty.output()).isEqualTo(1);
    assertThat(faulty.output())
        .contains("owed   refused TABLE_ENTRY", "given  ok", "the defect is there");
    assertThat(right.status()).as(right.output()).isZero();
    assertThat(right.output()).contains("the defect is gone");
  }

  @Test
  void theScriptFailsOnTheFaultyProcessAlone() throws IOException, InterruptedException {
    need("python3");
    Golden.assertUpToDate(
        GOLDEN + "reproducer.sh", write("process:python3 mapper.py", "reproducer.sh"));
    var mapper = Files.readString(SOURCES.resolve("process-python/mapper.py"));
    Files.writeString(folder.resolve("right.py"), mapper);
    var faulty = mapper.replace("\"TABLE_ENTRY\"", "\"INVALID_FLAGS\"");
    assertThat(faulty).isNotEqualTo(mapper);
    Files.writeString(folder.resolve("faulty.py"), faulty);

    var wrong = run(List.of("sh", "reproducer.sh", "python3", "faulty.py"));
    var right = run(List.of("sh", "reproducer.sh", "python3", "right.py"));

    assertThat(wrong.status()).as(wrong.output()).isEqualTo(1);
    assertThat(wrong.output()).contains("given: refused INVALID_FLAGS", "the defect is there");
    assertThat(right.status()).as(right.output()).isZero();
  }

  @Test
  void theTestInJavaFailsOnTheFaultyMapperAlone() throws Exception {
    Golden.assertUpToDate(
        GOLDEN + "ReproducerTest.java", write("fault:F02", "ReproducerTest.java"));

    var thrown = catchThrowable(this::runJava);
    assertThat(thrown)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("answers ok where TABLE_ENTRY is owed");

    write("mapped", "ReproducerTest.java");
    assertThat(catchThrowable(this::runJava)).isNull();
  }

  /// Compiles the test beside the suite's own classes, and runs it.
  private void runJava() throws Throwable {
    var classes = Files.createTempDirectory(folder, "classes");
    var path =
        Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
            .map(name -> System.getProperty(name, ""))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    var errors = new ByteArrayOutputStream();
    var status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                errors,
                errors,
                "-proc:none",
                "-implicit:none",
                "-d",
                classes.toString(),
                "-cp",
                path,
                folder.resolve("ReproducerTest.java").toString());
    assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    try (var loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      var test = loader.loadClass("ReproducerTest");
      var constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      var method = test.getDeclaredMethod("theDefectIsGone");
      method.setAccessible(true);
      method.invoke(constructor.newInstance());
    } catch (InvocationTargetException e) {
      throw Optional.ofNullable(e.getCause()).orElse(e);
    }
  }

  @Test
  void aFindingThatNoCallShowsSaysWhyThereIsNoProgram() {
    var text =
        JsonText.pretty(EvidenceRecord.class, evidence(SampleRuns.missedShould(), "mapped"))
            .replace("refused NOT_MAPPED", "refused INVALID_FRAME_ADDRESS");
    var asOwed = JsonText.read(EvidenceRecord.class, text).orElseThrow();

    var reproducers = Reproducers.of(asOwed);

    assertThat(reproducers.files()).isEmpty();
    assertThat(reproducers.obstacles())
        .singleElement()
        .asString()
        .startsWith("No program of its own shows this: it shows neither in the answer");
  }

  @Test
  void aMapperThatOnlyLooksLikeTheCrateGetsNoTestInRust() {
    var reproducers = Reproducers.of(evidence(SampleRuns.tableBecomesPage(), "native:x.so"));

    assertThat(reproducers.files()).containsOnlyKeys("reproducer.c");
  }
}
