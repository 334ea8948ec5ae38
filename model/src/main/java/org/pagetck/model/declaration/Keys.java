package org.pagetck.model.declaration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.contract.NamedContract;

/// All keys, in the order in which they are printed, each with the form of its value.
final class Keys {
  static final String NAME = "name";
  static final String VERSION = "version";
  static final String URL = "url";
  static final String CONTRACT = "contract";

  /// The one key that may stand several times, once for each fingerprint.
  static final String KNOWN = "known";

  private static final Set<String> FREE = Set.of(NAME, VERSION, URL);
  private static final Map<String, ValueForm<?>> FORMS = forms();

  private Keys() {}

  private static Map<String, ValueForm<?>> forms() {
    var free =
        ValueForm.<String>of(
            "visible characters", text -> Optional.of(text).filter(Texts::isVisible), text -> text);
    var forms = new LinkedHashMap<String, ValueForm<?>>();
    List.of(NAME, VERSION, URL).forEach(key -> forms.put(key, free));
    forms.put(CONTRACT, Forms.choice(NamedContract.all(), NamedContract::text));
    SettingKeys.all().forEach(key -> forms.put(key.text(), key.form()));
    forms.put(
        KNOWN, ValueForm.of(KnownFinding.ALLOWED, KnownFinding::byText, KnownFinding::toString));
    return Collections.unmodifiableMap(forms);
  }

  /// Returns all keys.
  static List<String> all() {
    return List.copyOf(FORMS.keySet());
  }

  /// Returns the form of the values of `key`, or nothing for an unknown key.
  static Optional<ValueForm<?>> form(String key) {
    return Optional.ofNullable(FORMS.get(key));
  }

  /// Tells whether `key` holds free text, which says nothing of what is owed.
  static boolean isFree(String key) {
    return FREE.contains(key);
  }
}
