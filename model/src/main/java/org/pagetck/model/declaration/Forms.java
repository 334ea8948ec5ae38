package org.pagetck.model.declaration;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Merge;
import org.pagetck.model.contract.Policy;
import org.pagetck.model.contract.RootIndices;
import org.pagetck.model.contract.Vocabulary;
import org.pagetck.model.operation.Refusal;

/// The spellings of values that are no flags.
final class Forms {
  private static final String NONE = "none";

  private Forms() {}

  /// Returns the form of a policy: the texts of its values.
  static <P extends Policy> ValueForm<P> policy(P[] values) {
    return choice(List.of(values), Policy::text);
  }

  /// Returns the form of a value that is one of several.
  static <T> ValueForm<T> choice(Collection<T> values, Function<T, String> text) {
    return ValueForm.of(
        either(values.stream().map(text).toList()),
        spelled -> values.stream().filter(value -> text.apply(value).equals(spelled)).findFirst(),
        text);
  }

  /// Returns the words as one of which to choose: `a, b or c`.
  static String either(List<String> words) {
    var last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /// Returns the form of a yes or no.
  static ValueForm<Boolean> yesNo() {
    return choice(List.of(true, false), value -> value ? "yes" : "no");
  }

  /// Returns the form of a number from `min` to `max`, both inclusive, in decimal.
  static ValueForm<Integer> number(int min, int max) {
    return ValueForm.of(
        "a number from %d to %d".formatted(min, max),
        text -> numberOf(text).filter(number -> number >= min && number <= max),
        Object::toString);
  }

  private static Optional<Integer> numberOf(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /// Returns the form of the numbers of levels.
  static ValueForm<List<Integer>> levels() {
    return new ListForm<>(
        "4, 5 or 4 5",
        word -> word.equals("4") || word.equals("5"),
        words -> Optional.of(words.stream().map(Integer::parseInt).distinct().sorted().toList()),
        levels -> levels.stream().map(Object::toString).collect(Collectors.joining(" ")));
  }

  /// Returns the form of a set of `values`. `whole` are words for all of them, `empty` are words
  /// for none; each stands alone, and the first is printed. Without `empty` the set has an element.
  static <E extends Enum<E>> ValueForm<Set<E>> set(
      Set<E> values, Function<E, String> text, List<String> whole, List<String> empty) {
    Map<String, E> byText = new LinkedHashMap<>();
    EnumSet.copyOf(values).forEach(value -> byText.put(text.apply(value), value));
    Map<String, Set<E>> alone = new LinkedHashMap<>();
    whole.forEach(word -> alone.put(word, values));
    empty.forEach(word -> alone.put(word, Set.of()));
    var someOf = "some of " + String.join(" ", byText.keySet());
    return new ListForm<>(
        either(Stream.concat(alone.keySet().stream(), Stream.of(someOf)).toList()),
        word -> byText.containsKey(word) || alone.containsKey(word),
        words -> make(words, byText, alone),
        chosen -> print(chosen, byText, alone));
  }

  private static <E extends Enum<E>> Optional<Set<E>> make(
      List<String> words, Map<String, E> byText, Map<String, Set<E>> alone) {
    if (words.size() == 1 && alone.containsKey(words.getFirst())) {
      return Optional.ofNullable(alone.get(words.getFirst()));
    }
    return byText.keySet().containsAll(words)
        ? Optional.of(
            words.stream()
                .flatMap(word -> Stream.ofNullable(byText.get(word)))
                .collect(Collectors.toSet()))
        : Optional.empty();
  }

  private static <E extends Enum<E>> String print(
      Set<E> chosen, Map<String, E> byText, Map<String, Set<E>> alone) {
    return alone.entrySet().stream()
        .filter(entry -> entry.getValue().equals(chosen))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() ->
            byText.entrySet().stream()
                .filter(entry -> chosen.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" ")));
  }

  /// Returns the form of a root index that may be missing.
  static ValueForm<OptionalInt> slot() {
    return ValueForm.of(
        "none or a number from 0 to " + (Levels.ENTRY_COUNT - 1),
        text ->
            text.equals(NONE)
                ? Optional.of(OptionalInt.empty())
                : numberOf(text).filter(slot -> slot < Levels.ENTRY_COUNT).map(OptionalInt::of),
        slot -> slot.isEmpty() ? NONE : Integer.toString(slot.getAsInt()));
  }

  /// Returns the form of a set of root indices.
  static ValueForm<RootIndices> rootIndices() {
    return new ListForm<>(
        "none, or indices from 0 to 511 and runs of them such as 256-511",
        word -> word.equals(NONE) || RootIndices.runByText(word).isPresent(),
        words ->
            words.equals(List.of(NONE))
                ? Optional.of(RootIndices.NONE)
                : allOf(words, RootIndices::runByText).map(RootIndices::new),
        RootIndices::toString);
  }

  /// Returns the form of a vocabulary.
  static ValueForm<Vocabulary> vocabulary() {
    var reasons = Refusal.all().stream().map(Refusal::name).collect(Collectors.joining(" "));
    return new ListForm<>(
        "none, or rules A>B, *>B or unmap:A>B that neither contradict one another nor lead round in"
            + " a circle, with A and B out of "
            + reasons,
        word -> word.equals(NONE) || Merge.byText(word).isPresent(),
        words ->
            words.equals(List.of(NONE))
                ? Optional.of(Vocabulary.FULL)
                : allOf(words, Merge::byText).flatMap(Vocabulary::tryOf),
        Vocabulary::toString);
  }

  private static <E> Optional<List<E>> allOf(
      List<String> words, Function<String, Optional<E>> reading) {
    var elements = words.stream().map(reading).flatMap(Optional::stream).toList();
    return elements.size() == words.size() ? Optional.of(elements) : Optional.empty();
  }
}
