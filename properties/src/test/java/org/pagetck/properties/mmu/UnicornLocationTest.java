package org.pagetck.properties.mmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnicornLocationTest {
  @TempDir private Path folder;

  private Path fetched() throws IOException {
    var library = folder.resolve("unicorn").resolve("libunicorn.so.2");
    Files.createDirectories(folder.resolve("unicorn"));
    return Files.createFile(library);
  }

  @Test
  void the_variable_decides_even_if_nothing_is_there() throws IOException {
    fetched();

    var found = UnicornLocation.find(Map.of("PAGETCK_UNICORN", "/no/such.so"), List.of(folder));

    assertThat(found).contains(Path.of("/no/such.so"));
  }

  @Test
  void without_the_variable_the_fetched_library_is_found() throws IOException {
    var library = fetched();

    assertThat(UnicornLocation.find(Map.of(), List.of(Path.of("nowhere"), folder)))
        .contains(library);
    assertThat(UnicornLocation.find(Map.of("PAGETCK_UNICORN", " "), List.of(folder)))
        .contains(library);
  }

  @Test
  void without_both_there_is_none_and_the_reason_says_what_to_do() {
    assertThat(UnicornLocation.find(Map.of(), List.of(folder))).isEmpty();
    assertThat(UnicornMmu.at(Optional.empty()).absence().orElseThrow())
        .contains("PAGETCK_UNICORN", "fetch-unicorn.sh");
  }

  @Test
  void a_path_where_no_library_is_is_an_absence_that_names_it() {
    var nothing = folder.resolve("no-such.so");

    assertThat(UnicornMmu.at(Optional.of(nothing)).absence().orElseThrow())
        .isEqualTo("the library %s does not load".formatted(nothing));
  }

  @Test
  void a_library_without_the_calls_is_an_absence_that_names_one() {
    var found =
        List.of("/lib/x86_64-linux-gnu/libm.so.6", "/lib64/libm.so.6", "/usr/lib/libm.so.6")
            .stream()
            .map(Path::of)
            .filter(Files::exists)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "no other library is known here");

    assertThat(UnicornMmu.at(found).absence()).contains("the library lacks uc_version");
  }

  @Test
  void the_folder_that_the_classes_lie_in_is_searched_first() {
    assertThat(UnicornLocation.buildFolders().getFirst()).isAbsolute().isDirectory();
  }
}
