package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the library's page says is there, is there.
final class LibraryPageTest {
  private static final Path PAGE = Path.of("..", "docs", "MAPPERS.md");
  private static final Pattern METHOD = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
  private static final List<String> PACKAGES = List.of("impl.mapper", "impl.table");

  private static Stream<Matcher> matches(Pattern pattern) throws IOException {
    var matcher = pattern.matcher(Files.readString(PAGE));
    return matcher.results().map(result -> matcherAt(pattern, result.group()));
  }

  private static Matcher matcherAt(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    assertThat(matcher.matches()).isTrue();
    return matcher;
  }

  private static boolean hasMethod(String type, String method) {
    return PACKAGES.stream()
        .flatMap(name -> classOf("org.pagetck." + name + "." + type))
        .flatMap(found -> Arrays.stream(found.getMethods()))
        .anyMatch(found -> found.getName().equals(method));
  }

  private static Stream<Class<?>> classOf(String name) {
    try {
      return Stream.of(Class.forName(name));
    } catch (ClassNotFoundException _) {
      return Stream.empty();
    }
  }

  @Test
  void everyMethodThatItNamesIsPublic() throws IOException {
    assertThat(matches(METHOD))
        .hasSizeGreaterThan(30)
        .allSatisfy(named ->
            assertThat(hasMethod(named.group(1), named.group(2))).as(named.group()).isTrue());
  }

  @Test
  void everyPublicMethodOfAMapperIsNamed() throws IOException {
    var named = matches(METHOD).map(matcher -> matcher.group(2)).toList();
    assertThat(PageTableMapper.class.getDeclaredMethods())
        .filteredOn(method -> (method.getModifiers() & Modifier.PUBLIC) != 0)
        .allSatisfy(method -> assertThat(named).contains(method.getName()));
  }

  @Test
  void everyTestThatItNamesIsThere() throws IOException {
    try (var files = Files.walk(Path.of(".."))) {
      var tests = files.map(file -> file.getFileName().toString()).toList();
      assertThat(matches(TEST))
          .isNotEmpty()
          .allSatisfy(named -> assertThat(tests).contains(named.group(1) + ".java"));
    }
  }
}
