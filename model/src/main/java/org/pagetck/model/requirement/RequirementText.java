package org.pagetck.model.requirement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The three texts of a requirement, as they stand in its group's resource: a line with the id,
/// then `holds:`, `source:` and `check first:`, each continued by lines that are indented, then an
/// empty line.
///
/// @param sentence what holds, in one sentence
/// @param source where it comes from
/// @param checkFirst what to look at first
record RequirementText(String sentence, String source, String checkFirst) {
  private static final List<String> FIELDS = List.of("holds: ", "source: ", "check first: ");

  private static final class Catalogue {
    static final Map<Requirement, RequirementText> TEXTS = readAll();
  }

  RequirementText {
    for (var text : List.of(sentence, checkFirst)) {
      if (!text.endsWith(".")) {
        throw new IllegalArgumentException("no full stop at the end: " + text);
      }
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("no source: " + sentence);
    }
  }

  static RequirementText of(Requirement requirement) {
    return Optional.ofNullable(Catalogue.TEXTS.get(requirement)).orElseThrow();
  }

  private static Map<Requirement, RequirementText> readAll() {
    var texts = new EnumMap<Requirement, RequirementText>(Requirement.class);
    for (var group : RequirementGroup.all()) {
      texts.putAll(parse(group.resource(), read(group.resource()), group.requirements()));
    }
    return texts;
  }

  private static String read(String resource) {
    try (var in = RequirementText.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the catalogue lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the texts of exactly the requirements `owed`, which have to stand in that order.
  ///
  /// @throws IllegalStateException if a requirement or one of its fields is missing, out of order
  ///   or too many
  static Map<Requirement, RequirementText> parse(
      String resource, String text, List<Requirement> owed) {
    var texts = new EnumMap<Requirement, RequirementText>(Requirement.class);
    var lines = unfold(text).iterator();
    for (var requirement : owed) {
      var id = lines.hasNext() ? lines.next() : "the end";
      if (!id.equals(requirement.id())) {
        throw new IllegalStateException(
            "%s: %s is owed, not %s".formatted(resource, requirement, id));
      }
      var fields = new ArrayList<String>();
      for (var field : FIELDS) {
        var line = lines.hasNext() ? lines.next() : "";
        if (!line.startsWith(field)) {
          throw new IllegalStateException(
              "%s: %s lacks '%s'".formatted(resource, requirement, field.strip()));
        }
        fields.add(line.substring(field.length()));
      }
      texts.put(requirement, new RequirementText(fields.get(0), fields.get(1), fields.get(2)));
    }
    if (lines.hasNext()) {
      throw new IllegalStateException(
          "%s: not in the catalogue: %s".formatted(resource, lines.next()));
    }
    return texts;
  }

  private static List<String> unfold(String text) {
    return text.replaceAll("\\R {2}", " ").lines().filter(line -> !line.isBlank()).toList();
  }
}
