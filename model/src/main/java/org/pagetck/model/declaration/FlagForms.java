package org.pagetck.model.declaration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;

/// The spellings of sets of flags.
final class FlagForms {
  private static final String ALL = "all";
  private static final String NONE = "none";
  private static final EntryFlags EVERY = new EntryFlags(EntryFlags.ALL);

  private FlagForms() {}

  /// Returns the form of flags that may be passed: `all`, `all -PAT -USER`, names, or `none`.
  static ValueForm<EntryFlags> passed() {
    var allowed =
        "all, all followed by names with a minus sign such as -PAT, none, or names out of "
            + String.join(" ", EVERY.toNames());
    return new ListForm<>(
        allowed,
        word -> word.equals(ALL) || isKnown(word.replaceFirst("^-", ""), EVERY),
        FlagForms::makePassed,
        FlagForms::printPassed);
  }

  /// Returns the form of flags that a mapper sets by itself, none of which changes translation or
  /// rights: names, or `none`.
  static ValueForm<EntryFlags> added() {
    return new ListForm<>(
        "none, or names out of " + String.join(" ", Contract.addable().toNames()),
        word -> isKnown(word, Contract.addable()),
        FlagForms::makeNames,
        FlagForms::printNames);
  }

  private static boolean isKnown(String word, EntryFlags among) {
    return word.equals(NONE) || EntryFlags.maskByName(word).filter(among::has).isPresent();
  }

  private static Optional<EntryFlags> makePassed(List<String> words) {
    if (!words.getFirst().equals(ALL)) {
      return makeNames(words);
    }
    var missing = 0L;
    for (var word : words.subList(1, words.size())) {
      var mask = EntryFlags.maskByName(word.substring(1)).filter(_ -> word.startsWith("-"));
      if (mask.isEmpty()) {
        return Optional.empty();
      }
      missing |= mask.get();
    }
    return Optional.of(EVERY.without(missing));
  }

  private static Optional<EntryFlags> makeNames(List<String> words) {
    return words.equals(List.of(NONE))
        ? Optional.of(EntryFlags.NONE)
        : EntryFlags.byText(String.join("|", words));
  }

  private static String printPassed(EntryFlags flags) {
    var missing = EVERY.without(flags.bits()).toNames();
    return missing.size() < flags.toNames().size()
        ? missing.stream().map(name -> " -" + name).collect(Collectors.joining("", ALL, ""))
        : printNames(flags);
  }

  private static String printNames(EntryFlags flags) {
    return flags.equals(EntryFlags.NONE) ? NONE : String.join(" ", flags.toNames());
  }
}
