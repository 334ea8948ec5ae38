package org.pagetck.properties.subject.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import org.pagetck.properties.subject.SubjectFailedException;

/// A shared library in this process. It stays loaded until the process ends, since it may have
/// started threads or left handlers behind.
public final class DynamicLibrary {
  private static final long RTLD_NOW = 2;
  private static final ForeignFunction DLOPEN = libc("dlopen");
  private static final ForeignFunction DLSYM = libc("dlsym");
  private static final ForeignFunction DLERROR = libc("dlerror");

  private final long handle;

  private DynamicLibrary(long handle) {
    this.handle = handle;
  }

  /// Returns the function of the C library called `name`.
  static ForeignFunction libc(String name) {
    return Linker.nativeLinker()
        .defaultLookup()
        .find(name)
        .map(ForeignFunction::new)
        .orElseThrow(() -> new IllegalStateException("the C library has no " + name));
  }

  /// Loads the library at `path` and resolves what it needs at once.
  ///
  /// @throws SubjectFailedException if it does not load; the sentence holds the loader's reason
  public static DynamicLibrary load(Path path) {
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocateFrom(path.toAbsolutePath().toString());
      var handle = DLOPEN.call(name.address(), RTLD_NOW);
      if (handle == 0) {
        throw new SubjectFailedException(
            "the library %s does not load: %s".formatted(path, reason(path)));
      }
      return new DynamicLibrary(handle);
    }
  }

  private static String reason(Path path) {
    var message = DLERROR.call();
    if (message == 0) {
      return "the loader does not say why";
    }
    var text = CString.read(message, 4096).orElse("the loader's reason is unreadable");
    var prefix = path.toAbsolutePath() + ": ";
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  /// Returns the function called `name`, or nothing.
  public Optional<ForeignFunction> find(String name) {
    try (var arena = Arena.ofConfined()) {
      var address = DLSYM.call(handle, arena.allocateFrom(name).address());
      return address == 0
          ? Optional.empty()
          : Optional.of(new ForeignFunction(MemorySegment.ofAddress(address)));
    }
  }
}
