package org.pagetck.properties.subject.nativelib;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.foreign.CString;
import org.pagetck.properties.subject.foreign.DynamicLibrary;
import org.pagetck.properties.subject.foreign.ForeignFunction;

/// The functions of a shared library that implements `pagetck.h`, loaded into this process.
public final class NativeLibrary {
  /// The most bytes that a declaration may have.
  public static final int DECLARATION_BYTES_MAX = 0x10000;

  private static final long NO_TABLE_FLAGS = -1L;

  private final Path path;
  private final ForeignFunction describe;
  private final ForeignFunction open;
  private final ForeignFunction close;
  private final ForeignFunction map;
  private final ForeignFunction unmap;
  private final ForeignFunction updateFlags;
  private final ForeignFunction translatePage;
  private final ForeignFunction translate;
  private final Optional<ForeignFunction> clear;
  private final Optional<ForeignFunction> setTableFlags;
  private final Optional<ForeignFunction> cleanUp;

  private NativeLibrary(Path path, DynamicLibrary library) {
    this.path = path;
    this.describe = required(path, library, "pagetck_describe");
    this.open = required(path, library, "pagetck_open");
    this.close = required(path, library, "pagetck_close");
    this.map = required(path, library, "pagetck_map");
    this.unmap = required(path, library, "pagetck_unmap");
    this.updateFlags = required(path, library, "pagetck_update_flags");
    this.translatePage = required(path, library, "pagetck_translate_page");
    this.translate = required(path, library, "pagetck_translate");
    this.clear = library.find("pagetck_clear");
    this.setTableFlags = library.find("pagetck_set_table_flags");
    this.cleanUp = library.find("pagetck_clean_up");
  }

  private static ForeignFunction required(Path path, DynamicLibrary library, String name) {
    return library
        .find(name)
        .orElseThrow(() ->
            new SubjectFailedException("the library %s has no function %s".formatted(path, name)));
  }

  /// Loads the library at `path`.
  ///
  /// @throws SubjectFailedException if there is no such file, it does not load, or lacks a function
  ///   that every mapper must have
  public static NativeLibrary load(Path path) {
    if (!Files.exists(path)) {
      throw new SubjectFailedException("there is no library %s".formatted(path));
    }
    return new NativeLibrary(path, DynamicLibrary.load(path));
  }

  /// Returns the declaration: `key = value` lines.
  ///
  /// @throws SubjectFailedException if it is null, no UTF-8 or does not end
  public String describe() {
    var text = describe.call();
    if (text == 0) {
      throw new SubjectFailedException("pagetck_describe of %s gives null".formatted(path));
    }
    return CString.read(text, DECLARATION_BYTES_MAX)
        .orElseThrow(() ->
            new SubjectFailedException(
                "pagetck_describe of %s gives no UTF-8 text of fewer than %d bytes"
                    .formatted(path, DECLARATION_BYTES_MAX)));
  }

  /// Returns the operations that it has a function for.
  public Set<OperationKind> operations() {
    var kinds = EnumSet.allOf(OperationKind.class);
    remove(kinds, OperationKind.CLEAR, clear);
    remove(kinds, OperationKind.SET_TABLE_FLAGS, setTableFlags);
    remove(kinds, OperationKind.CLEAN_UP, cleanUp);
    return kinds;
  }

  private static void remove(
      EnumSet<OperationKind> kinds, OperationKind kind, Optional<ForeignFunction> function) {
    if (function.isEmpty()) {
      kinds.remove(kind);
    }
  }

  /// Opens a mapper over the `pagetck_host` at `host`; returns its handle.
  ///
  /// @throws SubjectFailedException if the library gives null
  public long open(long host) {
    var mapper = open.call(host, 0);
    if (mapper == 0) {
      throw new SubjectFailedException("pagetck_open of %s gives null".formatted(path));
    }
    return mapper;
  }

  /// Closes a mapper.
  public void close(long mapper) {
    close.call(mapper, 0);
  }

  /// Carries out one operation; returns the status. The answer's contents are stored at `out`.
  public int call(long mapper, Operation operation, long out) {
    return switch (operation) {
      case Operation.Map(var page, var size, var frame, var flags) ->
          status(map.call(mapper, page, size.ordinal(), frame, flags.bits(), NO_TABLE_FLAGS, out));
      case Operation.MapWithTableFlags(var page, var size, var frame, var flags, var table) ->
          status(map.call(mapper, page, size.ordinal(), frame, flags.bits(), table.bits(), out));
      case Operation.Unmap(var page, var size) ->
          status(unmap.call(mapper, page, size.ordinal(), out, 0));
      case Operation.UpdateFlags(var page, var size, var flags) ->
          status(updateFlags.call(mapper, page, size.ordinal(), flags.bits(), out));
      case Operation.TranslatePage(var page, var size) ->
          status(translatePage.call(mapper, page, size.ordinal(), out, 0));
      case Operation.Translate(var address) -> status(translate.call(mapper, address, out, 0, 0));
      case Operation.Clear(var page, var size) ->
          optional(clear, mapper, page, size.ordinal(), out, 0);
      case Operation.SetTableFlags(var address, var level, var flags) ->
          optional(setTableFlags, mapper, address, level, flags.bits(), out);
      case Operation.CleanUp(var first, var last) -> optional(cleanUp, mapper, first, last, out, 0);
    };
  }

  private static int optional(
      Optional<ForeignFunction> function, long a, long b, long c, long d, long e) {
    return function.isEmpty()
        ? NativeAnswer.UNSUPPORTED
        : status(function.get().call(a, b, c, d, e));
  }

  private static int status(long result) {
    return (int) result;
  }
}
