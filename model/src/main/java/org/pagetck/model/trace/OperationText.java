package org.pagetck.model.trace;

import java.util.List;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;

/// The spelling of an operation, the same in a trace, a report and on a pipe: `map 4K 0x200000
/// 0x1000 PRESENT|WRITABLE`. [#parse] and [#print] are inverse.
public final class OperationText {
  /// The words that a line with an operation may begin with.
  static final List<String> WORDS =
      OperationKind.all().stream()
          .filter(kind -> kind != OperationKind.MAP_WITH_TABLE_FLAGS)
          .map(OperationKind::key)
          .toList();

  private OperationText() {}

  /// Returns the one line, without its end.
  public static String print(Operation operation) {
    return switch (operation) {
      case Operation.Map(var page, var size, var frame, var flags) ->
          "map " + size + hex(page) + hex(frame) + " " + flags;
      case Operation.MapWithTableFlags(var page, var size, var frame, var flags, var tableFlags) ->
          "map " + size + hex(page) + hex(frame) + " " + flags + " table=" + tableFlags;
      case Operation.Unmap(var page, var size) -> "unmap " + size + hex(page);
      case Operation.UpdateFlags(var page, var size, var flags) ->
          "update-flags " + size + hex(page) + " " + flags;
      case Operation.TranslatePage(var page, var size) -> "translate-page " + size + hex(page);
      case Operation.Translate(var address) -> "translate" + hex(address);
      case Operation.Clear(var page, var size) -> "clear " + size + hex(page);
      case Operation.SetTableFlags(var address, var level, var flags) ->
          "set-table-flags" + hex(address) + " level=" + level + " " + flags;
      case Operation.CleanUp(var first, var last) -> "clean-up" + hex(first) + hex(last);
    };
  }

  private static String hex(long value) {
    return " 0x" + Long.toHexString(value);
  }

  /// Returns the operation of one line; a comment may follow it.
  public static Parsed<Operation> parse(String line) {
    try {
      var words = new Words(line);
      var operation = parse(words);
      words.end();
      return new Parsed.Read<>(operation);
    } catch (SyntaxException e) {
      return e.atLine(1);
    }
  }

  /// Reads an operation and leaves what follows it.
  static Operation parse(Words words) {
    var allowed = "an operation: " + String.join(", ", WORDS);
    var word = words.word(allowed);
    return OperationKind.byKey(word)
        .map(kind -> arguments(kind, words))
        .orElseThrow(() -> new SyntaxException(word, allowed));
  }

  private static Operation arguments(OperationKind kind, Words words) {
    return switch (kind) {
      case MAP -> map(words);
      case MAP_WITH_TABLE_FLAGS -> throw words.wrong("map with table=FLAGS as its last word");
      case UNMAP -> {
        var size = words.size();
        yield new Operation.Unmap(words.hex(), size);
      }
      case UPDATE_FLAGS -> {
        var size = words.size();
        yield new Operation.UpdateFlags(words.hex(), size, words.flags());
      }
      case TRANSLATE_PAGE -> {
        var size = words.size();
        yield new Operation.TranslatePage(words.hex(), size);
      }
      case TRANSLATE -> new Operation.Translate(words.hex());
      case CLEAR -> {
        var size = words.size();
        yield new Operation.Clear(words.hex(), size);
      }
      case SET_TABLE_FLAGS ->
          new Operation.SetTableFlags(words.hex(), words.intOf("level"), words.flags());
      case CLEAN_UP -> new Operation.CleanUp(words.hex(), words.hex());
    };
  }

  private static Operation map(Words words) {
    var size = words.size();
    var page = words.hex();
    var frame = words.hex();
    var flags = words.flags();
    return words.hasNext()
        ? new Operation.MapWithTableFlags(page, size, frame, flags, words.flagsOf("table"))
        : new Operation.Map(page, size, frame, flags);
  }
}
