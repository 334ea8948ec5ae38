package org.pagetck.reports.cli;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.properties.subject.SubjectFailedException;

/// Loads the class of a Java mapper into this process.
final class ProviderClass {
  private ProviderClass() {}

  /// Returns the provider of class `name` on `classPath`.
  ///
  /// @throws SubjectFailedException if it does not load, is no provider or cannot be made
  static MapperProvider load(String name, List<Path> classPath) {
    try {
      var loader =
          new URLClassLoader(
              classPath.stream().map(ProviderClass::url).toArray(URL[]::new),
              ProviderClass.class.getClassLoader());
      var made = Class.forName(name, true, loader).getConstructor().newInstance();
      if (made instanceof MapperProvider provider) {
        return provider;
      }
      throw new SubjectFailedException("%s is no MapperProvider".formatted(name));
    } catch (ClassNotFoundException e) {
      throw new SubjectFailedException(
          "there is no class %s on the class path%s"
              .formatted(name, classPath.isEmpty() ? "; --classpath says where it is" : ""),
          e);
    } catch (InvocationTargetException e) {
      throw new SubjectFailedException("%s cannot be made: %s".formatted(name, e.getCause()), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new SubjectFailedException(
          "%s cannot be made by a public constructor without arguments: %s".formatted(name, e), e);
    }
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every path is a URL", e);
    }
  }
}
