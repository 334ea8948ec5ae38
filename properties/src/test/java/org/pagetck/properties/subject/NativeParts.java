package org.pagetck.properties.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The native parts that the build makes where it finds the tools. Tests that need what is not
/// there are skipped, and fail where `CI=true`.
public final class NativeParts {
  private static final boolean REQUIRED = "true".equals(System.getenv("CI"));

  private NativeParts() {}

  /// Returns the library `name` of `properties/target/native`.
  public static Path library(String name) {
    var path = Path.of("target", "native", name);
    require("the library " + path, Files.exists(path));
    return path;
  }

  /// Returns the sample mapper in C.
  public static Path sample() {
    return library("libpagetck-sample.so");
  }

  /// Skips the test where there is no C compiler.
  public static void requireCompiler() {
    requireTool("cc");
  }

  /// Skips the test where there is no program called `name`.
  public static void requireTool(String name) {
    require(
        "the program " + name,
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
  }

  private static void require(String what, boolean there) {
    if (REQUIRED) {
      assertThat(there).as(what).isTrue();
    } else {
      assumeThat(there).as(what).isTrue();
    }
  }
}
