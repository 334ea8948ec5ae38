package org.pagetck.properties.subject.worker;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.nativelib.NativeAnswer;

/// Which subject a worker runs, as arguments of its command line; writing and reading are inverse.
sealed interface GuestSpec {
  /// Returns the arguments that say so.
  List<String> toArguments();

  /// Returns how the subject is called in sentences.
  String text();

  /// Loads the subject into this process.
  ///
  /// @throws SubjectFailedException if it cannot be loaded
  Guest load(ControlBlock block);

  /// Tells whether the subject has entry points that show which operations it offers.
  boolean tellsOperations();

  /// Returns the answer to `operation` that stands in the block.
  Outcome answer(Operation operation, ControlBlock block);

  /// Returns how the close failed that was answered in the block, if it did.
  Optional<Outcome.Failed> closed(ControlBlock block);

  /// Returns what `arguments` say.
  static GuestSpec parse(List<String> arguments) {
    return switch (arguments.getFirst()) {
      case "native" -> new Library(Path.of(arguments.get(1)));
      case "rehearsal" -> new Rehearsal(Path.of(arguments.get(1)));
      case "java" ->
          new Provider(
              arguments.get(1),
              Arrays.stream(arguments.get(2).split(File.pathSeparator, -1))
                  .filter(entry -> !entry.isEmpty())
                  .map(Path::of)
                  .toList());
      case String other -> throw new IllegalArgumentException("no kind of subject: " + other);
    };
  }

  /// A shared library.
  record Library(Path path) implements GuestSpec {
    @Override
    public List<String> toArguments() {
      return List.of("native", path.toAbsolutePath().toString());
    }

    @Override
    public String text() {
      return "the library " + path;
    }

    @Override
    public Guest load(ControlBlock block) {
      return new NativeGuest(path, block);
    }

    @Override
    public boolean tellsOperations() {
      return true;
    }

    @Override
    public Outcome answer(Operation operation, ControlBlock block) {
      return NativeAnswer.read(operation, (int) block.host().status(), block.host());
    }

    @Override
    public Optional<Outcome.Failed> closed(ControlBlock block) {
      return Optional.empty();
    }
  }

  /// No subject: a worker is only started to be archived.
  ///
  /// @param noLibrary a file that is no library
  record Rehearsal(Path noLibrary) implements GuestSpec {
    @Override
    public List<String> toArguments() {
      return List.of("rehearsal", noLibrary.toString());
    }

    @Override
    public String text() {
      return "the rehearsal";
    }

    @Override
    public Guest load(ControlBlock block) {
      return new RehearsalGuest(noLibrary, block);
    }

    @Override
    public boolean tellsOperations() {
      return true;
    }

    @Override
    public Outcome answer(Operation operation, ControlBlock block) {
      return Outcome.UNSUPPORTED;
    }

    @Override
    public Optional<Outcome.Failed> closed(ControlBlock block) {
      return Optional.empty();
    }
  }

  /// A class that offers a Java mapper, or the name of such a mapper, on a class path.
  record Provider(String name, List<Path> classPath) implements GuestSpec {
    /// Copies the list.
    public Provider {
      classPath = List.copyOf(classPath);
    }

    @Override
    public List<String> toArguments() {
      var entries = classPath.stream().map(entry -> entry.toAbsolutePath().toString()).toList();
      return List.of("java", name, String.join(File.pathSeparator, entries));
    }

    @Override
    public String text() {
      return "the mapper " + name;
    }

    @Override
    public Guest load(ControlBlock block) {
      var urls = new ArrayList<URL>();
      for (var entry : classPath) {
        try {
          urls.add(entry.toUri().toURL());
        } catch (MalformedURLException e) {
          throw new SubjectFailedException("no class path has an entry like " + entry, e);
        }
      }
      var loader = new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
      return new JavaGuest(provider(loader), block);
    }

    @Override
    public boolean tellsOperations() {
      return false;
    }

    @Override
    public Outcome answer(Operation operation, ControlBlock block) {
      return OutcomeWire.read(block, block.host().status());
    }

    @Override
    public Optional<Outcome.Failed> closed(ControlBlock block) {
      var status = block.host().status();
      return OutcomeWire.isOutcome(status)
              && OutcomeWire.read(block, status) instanceof Outcome.Failed failed
          ? Optional.of(failed)
          : Optional.empty();
    }

    private MapperProvider provider(ClassLoader loader) {
      try {
        var type = Class.forName(name, true, loader).asSubclass(MapperProvider.class);
        return type.getConstructor().newInstance();
      } catch (ClassNotFoundException _) {
        return service(loader);
      } catch (ClassCastException e) {
        throw new SubjectFailedException(
            "the class %s is no %s".formatted(name, MapperProvider.class.getName()), e);
      } catch (InvocationTargetException e) {
        throw new SubjectFailedException(
            "the constructor of %s throws: %s".formatted(name, e.getCause()), e);
      } catch (ReflectiveOperationException | LinkageError e) {
        throw new SubjectFailedException(
            "the class %s cannot be created without arguments: %s".formatted(name, e), e);
      }
    }

    private MapperProvider service(ClassLoader loader) {
      for (var offered : ServiceLoader.load(MapperProvider.class, loader)) {
        if (offered.name().equals(name)) {
          return offered;
        }
      }
      throw new SubjectFailedException(
          "there is neither a class nor a mapper called %s on the class path".formatted(name));
    }
  }
}
