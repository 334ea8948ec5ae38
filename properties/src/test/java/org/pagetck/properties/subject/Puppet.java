package org.pagetck.properties.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes native mappers that do in each function what a test says in C.
public final class Puppet {
  /// A process loads a path once only.
  private static final AtomicInteger BUILT = new AtomicInteger();

  private final List<String> bodies = new ArrayList<>();

  private Puppet() {}

  /// Returns one that does nothing wrong.
  public static Puppet harmless() {
    NativeParts.requireCompiler();
    return new Puppet();
  }

  /// Returns one that does `body` in `function`: `LOAD`, `DESCRIBE`, `OPEN`, `CLOSE`, `MAP`,
  /// `UNMAP`, `TRANSLATE`.
  public static Puppet that(String function, String body) {
    return harmless().and(function, body);
  }

  /// Adds what it does in another function.
  public Puppet and(String function, String body) {
    bodies.add("-DON_%s=%s".formatted(function, body.replace('\n', ' ')));
    return this;
  }

  /// Builds the library in `folder` and returns its path.
  public Path buildIn(Path folder) {
    try (InputStream source = Puppet.class.getResourceAsStream("puppet.c")) {
      assertThat(source).as("the puppet's source").isNotNull();
      var file = Files.write(folder.resolve("puppet.c"), source.readAllBytes());
      var library = folder.resolve("libpuppet-%d.so".formatted(BUILT.incrementAndGet()));
      var words = new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-O1", "-w"));
      words.addAll(bodies);
      words.addAll(List.of("-I", "src/native/include", "-o", library.toString(), file.toString()));
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return library;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
