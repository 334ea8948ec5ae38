package org.pagetck.model.declaration;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pagetck.model.trace.Parsed;

/// The three shapes of a declaration: lines `key = value` of a file or of a native library, words
/// `key=value` of a handshake line, and keys with values in the header of a trace. What was printed
/// in a shape is read as an equal declaration; what cannot be read gives one sentence.
public final class DeclarationText {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final String KNOWN_BLANK = Keys.KNOWN + " ";

  private DeclarationText() {}

  /// Returns the declaration that lines `key = value` spell. Empty lines and lines that begin with
  /// `#` say nothing; the key of a known finding is `known FINGERPRINT`.
  public static Parsed<Declaration> parseLines(String text) {
    var reader = new DeclarationReader();
    var number = 0;
    for (var raw : (Iterable<String>) withoutMark(text).lines()::iterator) {
      number++;
      var line = Texts.squeeze(raw);
      if (!line.isEmpty() && !line.startsWith("#")) {
        var complaint = readPair(reader, line, "key = value");
        if (complaint.isPresent()) {
          return complaint.get().atLine(number);
        }
      }
    }
    return new Parsed.Read<>(reader.declaration());
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static Optional<DeclarationReader.Complaint> readPair(
      DeclarationReader reader, String pair, String shape) {
    var equals = pair.indexOf('=');
    if (equals < 0) {
      return Optional.of(new DeclarationReader.Complaint(pair, shape));
    }
    var key = Texts.squeeze(pair.substring(0, equals));
    var value = Texts.squeeze(pair.substring(equals + 1));
    return key.startsWith(KNOWN_BLANK)
        ? reader.read(Keys.KNOWN, key.substring(KNOWN_BLANK.length()) + " " + value)
        : reader.read(key, value);
  }

  /// Returns the declaration that words `key=value` spell, separated by blanks. `%20` stands for a
  /// blank in a word, `%25` for a percent sign.
  public static Parsed<Declaration> parseWords(String words) {
    var reader = new DeclarationReader();
    for (var word : Texts.words(words)) {
      var decoded = word.replace("%20", " ").replace("%25", "%");
      var complaint = readPair(reader, decoded, "key=value");
      if (complaint.isPresent()) {
        return complaint.get().atLine(1);
      }
    }
    return new Parsed.Read<>(reader.declaration());
  }

  /// Returns the declaration that the header of a trace spells: keys with values. The line of an
  /// error is the place of the key among them, from 1.
  public static Parsed<Declaration> parseHeader(Map<String, String> header) {
    var reader = new DeclarationReader();
    var number = 0;
    for (var entry : header.entrySet()) {
      number++;
      var complaint = reader.read(entry.getKey(), entry.getValue());
      if (complaint.isPresent()) {
        return complaint.get().atLine(number);
      }
    }
    return new Parsed.Read<>(reader.declaration());
  }

  /// Returns what would be allowed in place of `key` with `value`, or nothing if all is well.
  public static Optional<String> complaint(String key, String value) {
    return DeclarationReader.complaint(key, value).map(DeclarationReader.Complaint::allowed);
  }

  /// Returns the declaration as lines `key = value`, each ended by `\n`.
  public static String printLines(Declaration declaration) {
    var said =
        declaration.texts().entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue());
    var known =
        declaration.known().stream()
            .map(finding -> KNOWN_BLANK + finding.fingerprint() + " = " + finding.value());
    return Stream.concat(said, known).map(line -> line + "\n").collect(Collectors.joining());
  }

  /// Returns the declaration as words `key=value` on one line. Lists are separated by commas.
  public static String printWords(Declaration declaration) {
    var said =
        declaration.texts().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + word(entry.getKey(), entry.getValue()));
    var known =
        declaration.known().stream()
            .map(finding ->
                encode(KNOWN_BLANK + finding.fingerprint()) + "=" + encode(finding.value()));
    return Stream.concat(said, known).collect(Collectors.joining(" "));
  }

  private static String word(String key, String value) {
    return Keys.isFree(key) ? encode(value) : value.replace(' ', ',');
  }

  private static String encode(String text) {
    return text.replace("%", "%25").replace(" ", "%20");
  }
}
