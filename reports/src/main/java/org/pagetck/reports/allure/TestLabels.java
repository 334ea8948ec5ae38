package org.pagetck.reports.allure;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pagetck.model.requirement.Requirement;

/// What is added to the result of a test: labels and links of the requirements that it is tagged
/// with, or its place among the tests of the suite itself; and its name as a sentence.
final class TestLabels {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  private static final int REPLACEMENT = 0xfffd;

  /// The name of a method, its parameters, and what else a display name says.
  private static final Pattern METHOD =
      Pattern.compile("([a-z]+(?:[A-Z0-9][a-z0-9]*)+)(?:\\([^)]*\\))?(| .*)");

  private static final Pattern WORD_START =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private final Map<String, Object> result;
  private final List<Object> labels;

  private TestLabels(Map<String, Object> result) {
    this.result = result;
    this.labels = list("labels");
  }

  /// Returns `json`, the result of a test of `module`, with what is added.
  static String added(String json, String module) {
    var labelled = new TestLabels(map(wellFormed(JSON.fromJson(LongStrings.cut(json)))));
    labelled.add(module);
    return JSON.toJson(labelled.result);
  }

  /// Returns `json` with a replacement character for each half of a surrogate pair: names of tests
  /// may hold any text, and JSON may not.
  private static Object wellFormed(Object json) {
    return switch (json) {
      case String text ->
          text.codePoints()
              .map(it -> Character.getType(it) == Character.SURROGATE ? REPLACEMENT : it)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      case List<?> list ->
          list.stream().filter(Objects::nonNull).map(TestLabels::wellFormed).toList();
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
          if (value != null) {
            copy.put(String.valueOf(key), wellFormed(value));
          }
        });
        yield copy;
      }
      default -> json;
    };
  }

  private static Map<String, Object> map(Object json) {
    var copy = new LinkedHashMap<String, Object>();
    if (json instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }

  private List<Object> list(String key) {
    return result.get(key) instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
  }

  private void add(String module) {
    var tagged =
        values(RequirementLabels.TAG).map(Requirement::byId).flatMap(Optional::stream).toList();
    if (tagged.isEmpty()) {
      label(RequirementLabels.EPIC, "The suite itself");
      label(RequirementLabels.FEATURE, module);
      values("testClass")
          .map(name -> name.substring(name.lastIndexOf('.') + 1))
          .toList()
          .forEach(name -> label(RequirementLabels.STORY, name));
    } else {
      label(RequirementLabels.EPIC, "Requirements of page-table mappers");
      tagged.stream()
          .flatMap(requirement -> RequirementLabels.of(requirement).stream())
          .filter(pair -> !pair.name().equals(RequirementLabels.SEVERITY))
          .distinct()
          .forEach(pair -> label(pair.name(), pair.value()));
      label(RequirementLabels.SEVERITY, severity(tagged));
      addLinks(tagged);
      addDescription(tagged);
    }
    label("parentSuite", module);
    result.put("labels", labels);
    addSentence();
  }

  private Stream<String> values(String name) {
    return labels.stream()
        .map(TestLabels::map)
        .filter(label -> name.equals(label.get("name")))
        .map(label -> String.valueOf(label.get("value")));
  }

  private void label(String name, String value) {
    var label = new LinkedHashMap<String, Object>();
    label.put("name", name);
    label.put("value", value);
    labels.add(label);
  }

  /// Returns the severity of the most binding requirement.
  private static String severity(List<Requirement> tagged) {
    return tagged.stream()
        .map(Requirement::strength)
        .min(Enum::compareTo)
        .map(RequirementLabels::severity)
        .orElseThrow();
  }

  private void addLinks(List<Requirement> tagged) {
    var links = list("links");
    tagged.stream()
        .flatMap(requirement -> RequirementLabels.links(requirement).stream())
        .distinct()
        .forEach(
            pair -> links.add(Map.of("name", pair.name(), "url", pair.value(), "type", "source")));
    result.put("links", links);
  }

  private void addDescription(List<Requirement> tagged) {
    var text = new StringBuilder();
    for (var requirement : tagged) {
      text.append("**%s** ".formatted(requirement));
      text.append(RequirementLabels.description(requirement)).append('\n');
    }
    result.put("description", text.toString());
  }

  private void addSentence() {
    var method = METHOD.matcher(String.valueOf(result.get("name")));
    if (method.matches()) {
      var words = new ArrayList<String>();
      for (var word : WORD_START.split(method.group(1), -1)) {
        words.add(Character.toLowerCase(word.charAt(0)) + word.substring(1));
      }
      result.put("name", String.join(" ", words) + method.group(2));
    }
  }
}
