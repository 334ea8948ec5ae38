package org.pagetck.model.declaration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.contract.Setting;

/// What a subject says of itself, or what somebody says of it: a named contract, what differs from
/// it, and findings that are known. [DeclarationText] reads and prints it.
public final class Declaration {
  /// What stays with the subject unless it is set by its own key: to name another contract says
  /// what is owed, not what the subject offers, shows or tells apart.
  private static final Set<String> OWN =
      Set.of(
          Setting.OPERATIONS.key(),
          Setting.EFFECTS.key(),
          Setting.RETURNS_FLAGS.key(),
          Setting.MERGE.key());

  /// The declaration that says nothing: contract `strict`, no overrides.
  public static final Declaration EMPTY = new Declaration(Map.of(), List.of());

  private final Map<String, String> texts;
  private final List<KnownFinding> known;
  private final NamedContract named;
  private final Contract contract;

  /// Creates it from values as they are printed; of findings with one fingerprint the last counts.
  Declaration(Map<String, String> texts, List<KnownFinding> known) {
    this.texts = inOrder(texts);
    this.known = byFingerprint(known);
    this.named =
        text(Keys.CONTRACT)
            .map(text -> NamedContract.byText(text).orElseThrow())
            .orElse(NamedContract.STRICT);
    this.contract = resolve(named.contract(), this.texts);
  }

  private static Map<String, String> inOrder(Map<String, String> texts) {
    var ordered = new LinkedHashMap<String, String>();
    Keys.all()
        .forEach(
            key -> Optional.ofNullable(texts.get(key)).ifPresent(text -> ordered.put(key, text)));
    return Collections.unmodifiableMap(ordered);
  }

  private static List<KnownFinding> byFingerprint(List<KnownFinding> known) {
    var sorted = new TreeMap<String, KnownFinding>();
    known.forEach(finding -> sorted.put(finding.fingerprint(), finding));
    return List.copyOf(sorted.values());
  }

  private static Contract resolve(Contract base, Map<String, String> texts) {
    var resolved = base;
    for (var entry : texts.entrySet()) {
      var key = SettingKeys.byText(entry.getKey());
      resolved = key.isPresent() ? key.get().set(resolved, entry.getValue()) : resolved;
    }
    return resolved;
  }

  /// Returns the declaration that names a contract and says nothing else.
  public static Declaration of(NamedContract named) {
    return new Declaration(Map.of(Keys.CONTRACT, named.text()), List.of());
  }

  /// Returns this declaration with `setting` said to be `value`.
  ///
  /// @throws IllegalArgumentException if the value is outside its bounds
  public <T> Declaration with(Setting<T> setting, T value) {
    var changed = new LinkedHashMap<>(texts);
    var key = SettingKeys.byText(setting.key()).orElseThrow();
    changed.put(setting.key(), key.textIn(contract.with(setting, value)));
    return new Declaration(changed, known);
  }

  /// Returns what counts when a trace's header says `header` of this subject. The header wins key
  /// by key, and a contract that it names sets all keys; but operations, effects, returns-flags and
  /// merge stay the subject's.
  public Declaration withHeader(Declaration header) {
    return overriddenBy(header, true, key -> !OWN.contains(key));
  }

  /// Returns what counts when the user says `given` of this subject. It wins key by key, and a
  /// contract that it names sets all keys; but operations, effects, returns-flags and merge stay
  /// the subject's unless `given` sets them by their own keys, or the subject neither sets them nor
  /// names a contract.
  public Declaration withGiven(Declaration given) {
    return overriddenBy(given, says(Keys.CONTRACT), _ -> true);
  }

  private Declaration overriddenBy(
      Declaration upper, boolean keepsUnsaid, Predicate<String> counts) {
    var merged = new LinkedHashMap<>(texts);
    if (upper.says(Keys.CONTRACT)) {
      SettingKeys.all().forEach(key -> merged.remove(key.text()));
      merged.putAll(keptUnder(upper.named, keepsUnsaid));
    }
    upper.texts.forEach((key, text) -> {
      if (counts.test(key)) {
        merged.put(key, text);
      }
    });
    return new Declaration(merged, Stream.concat(known.stream(), upper.known.stream()).toList());
  }

  /// Returns what stays this subject's when another contract is named; `keepsUnsaid` tells whether
  /// that holds for values which it owes to its own contract.
  private Map<String, String> keptUnder(NamedContract other, boolean keepsUnsaid) {
    var kept = new LinkedHashMap<String, String>();
    for (var key : SettingKeys.all()) {
      var text = key.textIn(contract);
      var differs = !text.equals(key.textIn(other.contract()));
      if (OWN.contains(key.text()) && (says(key.text()) || (keepsUnsaid && differs))) {
        kept.put(key.text(), text);
      }
    }
    return kept;
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  private boolean says(String key) {
    return texts.containsKey(key);
  }

  /// Tells whether `setting` is set by its own key.
  public boolean says(Setting<?> setting) {
    return says(setting.key());
  }

  /// Returns the mapper's name, if it is said.
  public Optional<String> name() {
    return text(Keys.NAME);
  }

  /// Returns the mapper's version, if it is said.
  public Optional<String> version() {
    return text(Keys.VERSION);
  }

  /// Returns where the mapper is to be found, if it is said.
  public Optional<String> url() {
    return text(Keys.URL);
  }

  /// Returns the contract that is named, `strict` where none is.
  public NamedContract named() {
    return named;
  }

  /// Returns the contract that results.
  public Contract contract() {
    return contract;
  }

  /// Returns the findings that are accepted, by fingerprint.
  public List<KnownFinding> known() {
    return known;
  }

  /// Returns the named contract under the key `contract`, then each setting that is set by its own
  /// key with the printed spelling of its value: what the header of a trace and a summary say.
  public Map<String, String> overrides() {
    var overrides = new LinkedHashMap<String, String>();
    overrides.put(Keys.CONTRACT, named.text());
    texts.forEach((key, text) -> {
      if (!Keys.isFree(key)) {
        overrides.put(key, text);
      }
    });
    return Collections.unmodifiableMap(overrides);
  }

  /// Returns every key that is set, with the printed spelling of its value.
  Map<String, String> texts() {
    return texts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Declaration that
        && texts.equals(that.texts)
        && known.equals(that.known);
  }

  @Override
  public int hashCode() {
    return 31 * texts.hashCode() + known.hashCode();
  }

  /// Returns the declaration as the words of a handshake line.
  @Override
  public String toString() {
    return DeclarationText.printWords(this);
  }
}
