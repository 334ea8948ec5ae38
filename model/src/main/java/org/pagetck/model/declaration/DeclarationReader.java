package org.pagetck.model.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.trace.Parsed;

/// Collects keys and values into a declaration, up to the first that cannot be read.
final class DeclarationReader {
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<KnownFinding> known = new ArrayList<>();

  /// What cannot be read at `line`: the words at fault and what is allowed.
  record Complaint(String text, String allowed) {
    Parsed.Malformed<Declaration> atLine(int line) {
      return new Parsed.Malformed<>(line, text, allowed);
    }
  }

  /// Returns what is wrong with `key` set to `value`, whatever else is set, or nothing.
  static Optional<Complaint> complaint(String key, String value) {
    return new DeclarationReader().read(key, value);
  }

  /// Reads one key with its value.
  Optional<Complaint> read(String key, String value) {
    var form = Keys.form(key);
    if (form.isEmpty()) {
      return Optional.of(new Complaint(key, "one of the keys " + String.join(", ", Keys.all())));
    }
    return switch (form.get().canonical(Texts.squeeze(value))) {
      case Parsed.Malformed<String>(_, var words, var allowed) ->
          Optional.of(new Complaint(key + " = " + words, allowed));
      case Parsed.Read<String>(var text) when isNew(key, text) -> Optional.empty();
      case Parsed.Read<String> _ ->
          Optional.of(new Complaint(key + " = " + value, "each key and each fingerprint once"));
    };
  }

  private boolean isNew(String key, String text) {
    if (!key.equals(Keys.KNOWN)) {
      return texts.putIfAbsent(key, text) == null;
    }
    var finding = KnownFinding.byText(text).orElseThrow();
    var fingerprint = finding.fingerprint();
    known.add(finding);
    return known.stream().filter(other -> other.fingerprint().equals(fingerprint)).count() == 1;
  }

  /// Returns what was read.
  Declaration declaration() {
    return new Declaration(texts, known);
  }
}
